"""A reason for a verdict, as a value that explains itself."""

from enum import Enum
from typing import NamedTuple

BOTH = {
    "role": "you say it of {said}; the record says it of {recorded}",
    "speaker": "you give this to {said}; the record has it from {recorded}",
    "order": "you relate the two by {said}; the record does by {recorded}",
}
"""Where each of the two has something."""
ONLY_SAID = {
    "added": "the record doesn't say {said}",
    "actor": "the record doesn't name {said}",
    "role": "the record doesn't say this of {said}",
    "speaker": "the record doesn't have this from {said}",
    "order": "the record doesn't relate the two by {said}",
    "mood": "the record doesn't have it with {said}",
    "condition": "the record doesn't have it with {said}",
    "attachment": "the record doesn't have {said} together so",
    "negation": "the record doesn't deny this",
}
"""Where the wording has something, and the record nothing."""
ONLY_RECORDED = {
    "scope": "the record speaks of {recorded}, and your wording doesn't",
    "mood": "the record has it with {recorded}, and your wording leaves that out",
}
"""The other way round."""

MARKS = str.maketrans("", "", '"“”')


class Effect(Enum):
    """What a reason does to a verdict."""

    CONTRADICTS = "contradicts"
    OPENS = "opens"
    NOTES = "notes"


class Reason(NamedTuple):
    """One point on which a wording departs from the record.

    Attributes:
        kind: `number`, `rate`, `date`, `place`, `actor`, `role`, `speaker`, `identity`,
            `negation`, `quantity`, `mood`, `condition`, `hedge`, `order`, `scope`,
            `attachment`, `added`, `misreading` or `boundary`.
        said: The user's own words; empty if the wording lacks something, or if it is turned
            round as a whole.
        recorded: The record's own words; empty if it has none there. Of a misreading
            or a boundary what the curators say of it.
        effect: What it does to the verdict.
    """

    kind: str
    said: str
    recorded: str
    effect: Effect

    @property
    def explanation(self) -> str:
        """What departs, in the user's words beside the record's; no capital, no full stop."""
        if not self.said and not self.recorded:
            return "of your wording and the record, one denies what the other states"
        said, recorded = _quoted(self.said), _quoted(self.recorded)
        if self.kind in {"misreading", "boundary"}:
            return f"the curators say of this wording: {self.recorded.rstrip('.')}"
        if self.said and self.recorded:
            form = BOTH.get(self.kind, "you say {said}; the record has {recorded}")
        elif self.said:
            form = ONLY_SAID.get(self.kind, "the record doesn't have {said}")
        else:
            left_out = "the record says {recorded}, and your wording leaves that out"
            form = ONLY_RECORDED.get(self.kind, left_out)
        return form.format(said=said, recorded=recorded)


def _quoted(words: str) -> str:
    """Return words in quotation marks, without their own: the other of a pair may be cut off."""
    return f"“{words.translate(MARKS)}”"
