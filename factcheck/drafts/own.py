"""Know the corpora's own words again: what an export or a footnote prints of a claim."""

from collections.abc import Callable, Iterator

from factcheck.drafts.draft import MARKDOWN, Draft
from factcheck.record import Claim

MARKS = str.maketrans("‘’“”", "''\"\"")
Printed = Callable[[Claim], str]
"""Returns all forms in which a claim is printed, as one text in Markdown."""


class Own:
    """The sentences that are printed of the claims that a draft holds word for word.

    A claim is held if its statement stands in the draft as it is in the corpus, and
    only then what is printed beside it (quotations, replies, caveats, the reference)
    is the corpus' own: so no sentence passes for that alone that it equals another
    claim's caveat or quotation.
    """

    def __init__(self, printed: Printed) -> None:
        """Take what prints a claim."""
        self._printed = printed
        self._held: set[str] = set()
        self._sentences: set[str] = set()

    def hold(self, claim: Claim) -> None:
        """Take a claim whose statement stands in the draft."""
        if claim.id not in self._held:
            self._held.add(claim.id)
            self._sentences |= set(_sentences(self._printed(claim)))

    def has(self, sentence: str) -> bool:
        """Whether a sentence is printed of a claim that the draft holds."""
        return bool(self._sentences) and likened(sentence) in self._sentences


def likened(text: str) -> str:
    """Return a text in a form that is the same whatever a converter made of its marks and spaces.

    Quotation marks stay: without them somebody's words would be the writer's.
    """
    return " ".join(text.translate(MARKS).split())


def states(sentence: str, claim: Claim) -> bool:
    """Whether a sentence is a claim's statement word for word, or the first sentence of it."""
    said = likened(sentence)
    stated = likened(claim.statement)
    return stated in {said, said.strip('"')} or stated.startswith(f"{said} ")


def _sentences(printed: str) -> Iterator[str]:
    draft = Draft("", [printed], MARKDOWN[0], window=len(printed) + 1)
    return (likened(one.text) for one in draft.sentences())
