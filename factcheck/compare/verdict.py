"""Give the verdict of one claim on a query: the reasons, and the one rule over them.

A wording that nothing contradicts and nothing opens is supported. A reason contradicts
where nothing else is open but shades of the same matter; anything else is close.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, partial

from factcheck.compare.alignment import Alignment, accounting
from factcheck.compare.attachment import attachment_reasons
from factcheck.compare.binding import binding_reasons
from factcheck.compare.dates import date_reasons
from factcheck.compare.figures import figure_reasons
from factcheck.compare.moods import mood_reasons
from factcheck.compare.names import name_reasons
from factcheck.compare.order import order_reasons
from factcheck.compare.own_words import followed, found_words, own_words
from factcheck.compare.polarity import polarity_reasons
from factcheck.compare.profile import Phrase, Profile, words_of
from factcheck.compare.quantities import overstating_reasons, quantity_reasons
from factcheck.compare.reason import Effect, Reason
from factcheck.compare.roles import role_reasons
from factcheck.compare.scope import added_reasons, scope_reasons
from factcheck.text.reading import DURATIONS, Reading

RULES = (
    added_reasons,
    name_reasons,
    figure_reasons,
    date_reasons,
    polarity_reasons,
    role_reasons,
    mood_reasons,
    quantity_reasons,
    order_reasons,
    binding_reasons,
    scope_reasons,
    attachment_reasons,
)


NAMING = (
    added_reasons,
    name_reasons,
    figure_reasons,
    date_reasons,
    polarity_reasons,
    overstating_reasons,
    attachment_reasons,
)
"""What a search phrase or a question may fail by: it says nothing of who did it to whom."""
TRIED = 6
"""So many wordings, those that have most of a query's words, are looked at one by one. With four,
nine of 1,900 sound texts lose their `supported`."""


SHADES = frozenset({"hedge", "mood", "quantity", "role", "scope", "attachment"})
"""What is open in one of these is still said of the same matter: `every case was reopened` is
contradicted by `some will be`. Of 44 such texts 35 were written as wrong on that very point, and
five as fair."""


NAMES = frozenset({"actor", "place", "speaker"})
PARTS = frozenset({"role", "scope", "attachment"})
"""And so in these, if one name stands for another."""


class Judgement:
    """What a claim says to a query, by one of its wordings.

    The reasons are found when somebody asks for them: what the record has no word for is
    close whatever else departs, and of most claims that are near no more is ever asked.

    Attributes:
        phrase: The wording that the query was laid beside.
    """

    def __init__(self, alignment: Alignment) -> None:
        """Take the query beside a wording."""
        self._alignment = alignment
        self.phrase = alignment.phrase

    @property
    def shared(self) -> tuple[str, ...]:
        """The query's words and figures that the claim has, as they are read."""
        query = self._alignment.query
        return tuple(
            unit.said if unit.figure is None else query.figures[unit.figure].text
            for unit, _ in self._alignment.met
        )

    @property
    def whole(self) -> bool:
        """Whether the query has all that the wording has."""
        return not self._alignment.unsaid

    @cached_property
    def verdict(self) -> str:
        """`supported`, `alleged`, `contradicted` or `close`."""
        if self._lacks_a_word() or self.noted == "boundary":
            return "close"
        verdict = _verdict(self._alignment, self._found)
        if self.noted and verdict != "contradicted":
            return "close"
        return verdict

    @cached_property
    def reasons(self) -> tuple[Reason, ...]:
        """Why, in the words of the query and of the record."""
        found = tuple(map(self._in_own_words, self._found))
        if not self.noted:
            return found
        effect = Effect.NOTES if self.verdict == "contradicted" else Effect.OPENS
        return Reason(*self._note, effect), *found

    @property
    def decisive(self) -> tuple[Reason, ...]:
        """The reasons that gave it its verdict; beside what is open first what differs."""
        differing = [one for one in self.reasons if one.effect is Effect.CONTRADICTS]
        opening = [one for one in self.reasons if one.effect is Effect.OPENS]
        return tuple(differing if self.verdict == "contradicted" else [*differing, *opening])

    @property
    def noted(self) -> str:
        """What the curators noted this very wording as: `misreading`, `boundary`, or empty."""
        return self._note[0]

    @cached_property
    def rank(self) -> tuple[int, int, bool, int]:
        """How much departs; the wording that leaves least open tells best.

        What hangs on what is asked of all wordings together, so it decides between equals.
        """
        opening = sum(map(_opens, self._found))
        excluding = sum(one.effect is Effect.CONTRADICTS for one in self._found)
        hanging = any(one.kind == "attachment" for one in self._found)
        return opening, excluding, hanging, -len(self.shared)

    @property
    def is_settled(self) -> bool:
        """Whether no other wording of the claim can tell more."""
        return bool(self._alignment.open) or self.verdict in {"supported", "alleged"}

    def leaves_more_open(self, other: "Judgement") -> bool:
        """Whether it leaves more open than another; the rules that follow are then not asked."""
        most, opening, found = other.rank[0], 0, []
        for reason in self._each():
            found.append(reason)
            opening += _opens(reason)
            if opening > most:
                return True
        self._found = tuple(found)
        return False

    @cached_property
    def _found(self) -> tuple[Reason, ...]:
        return tuple(self._each())

    def _each(self) -> Iterator[Reason]:
        rules = RULES if self._alignment.query.states else NAMING
        return (reason for rule in rules for reason in rule(self._alignment))

    @cached_property
    def _note(self) -> tuple[str, str, str]:
        """What the curators noted this very wording as, nothing, and what they say of it."""
        claim, said = self._alignment.claim, words_of(self._alignment.query.text)
        told = [("misreading", "", text) for text in claim.corrections]
        told += [("boundary", "", text) for text in claim.notes]
        known = zip(claim.traps, told, strict=True)
        return next((one for trap, one in known if trap.words == said), ("", "", ""))

    def _lacks_a_word(self) -> bool:
        return any(one.kind == "added" for one in added_reasons(self._alignment))

    def _in_own_words(self, one: Reason) -> Reason:
        said = own_words(one.said, self._alignment.query.text)
        texts = (self.phrase.text, *(phrase.text for phrase in self._alignment.claim.phrases))
        recorded = next(filter(None, map(partial(found_words, one.recorded), texts)), one.recorded)
        counted = followed(said, self._alignment.query.text), followed(recorded, self.phrase.text)
        alike = said.casefold() == recorded.casefold()
        if said and (alike or (one.kind == "number" and _last_otherwise(*counted))):
            said, recorded = counted  # eleven weeks are not eleven months
        return one._replace(said=said, recorded=recorded)


def _last_otherwise(said: str, recorded: str) -> bool:
    """Whether both end with a unit of time, and not with the same."""
    units = {text.lower().rpartition(" ")[2].rstrip("s") for text in (said, recorded)}
    return len(units) == 2 and all(f"{one}s" in DURATIONS for one in units)


def judge(query: Reading, claim: Profile) -> Judgement:
    """Return what `claim` says to `query`, by the wording that leaves least open."""
    first, *likely = _likely(query, claim)
    one = best = Judgement(Alignment(query, first, claim))
    for phrase in likely:
        if one.is_settled:
            break
        one = Judgement(Alignment(query, phrase, claim))
        if not one.leaves_more_open(best) and one.rank < best.rank:
            best = one
    return best


def _opens(reason: Reason) -> bool:
    return reason.effect is Effect.OPENS and reason.kind != "attachment"


def _likely(query: Reading, claim: Profile) -> list[Phrase]:
    """Return the wordings that account for most of a query, of equals the one as long first."""
    held = [0] * (len(claim.phrases) + len(claim.traps))
    for unit in query.units:
        known = accounting(unit, query) & claim.where.keys()
        for place in {place for key in known for place in claim.where[key]}:
            held[place] += 1
    places = [n for n, one in enumerate(claim.phrases) if one.states or not query.asserts]
    ranked = sorted(
        places or range(len(claim.phrases)),
        key=lambda place: (-held[place], _apart(query, claim.phrases[place]), place),
    )
    return [claim.phrases[place] for place in ranked[:TRIED]]


def _apart(query: Reading, phrase: Phrase) -> int:
    return abs(phrase.length - len(query.units))


def _verdict(alignment: Alignment, reasons: Sequence[Reason]) -> str:
    opening = {reason.kind for reason in reasons if reason.effect is Effect.OPENS}
    excluding = {reason.kind for reason in reasons if reason.effect is Effect.CONTRADICTS}
    if alignment.query.denies and excluding - {"negation"}:
        return "close"  # `it is untrue that` something untrue: who can tell?
    if {"number", "date"} <= excluding:
        return "close"  # of another time there may be another number
    if excluding and opening <= _beside(excluding, alignment, reasons):
        return "contradicted"
    if opening:
        return "close"
    return "alleged" if alignment.claim.accuser and not _names_accuser(alignment) else "supported"


def _beside(excluding: set[str], alignment: Alignment, reasons: Iterable[Reason]) -> frozenset[str]:
    """Return what may be open beside what excludes a text, which is contradicted all the same.

    Whose part it is may be open only if the wording itself has every word, with words
    of others it may be another matter; and not of somebody named where the record has
    others: what Rusk did or didn't do says nothing of Dorn.
    """
    if not excluding - NAMES:
        return PARTS if excluding & NAMES else frozenset()
    names = {unit.said for unit in alignment.query.units if unit.kind == "name"}
    other = any(one.kind == "role" and one.said in names and one.recorded for one in reasons)
    words = (pair for pair in alignment.pairs if pair.unit.kind == "word")
    return SHADES if not other and all(pair.here for pair in words) else SHADES - {"role"}


def _names_accuser(alignment: Alignment) -> bool:
    """Whether a text says who alleges something: by name, or as who accuses, or claims."""
    query = alignment.query
    if not alignment.claim.accuser.isdisjoint(unit.term for unit in query.units):
        return True
    said_by = (d.unit for d in query.deeds if d.role in {"agent", "speaker"})
    before = any("claimed" not in query.units[one].operators for one in said_by)
    return "claimed" in query.moods and before
