"""Give the verdict of one claim on a query: the reasons, and the one rule over them.

A wording that nothing contradicts and nothing opens is supported. A reason contradicts
where nothing else is open but shades of the same matter; anything else is close.
"""

from typing import NamedTuple

from factcheck.compare.alignment import Alignment, accounting
from factcheck.compare.binding import binding_reasons
from factcheck.compare.dates import date_reasons
from factcheck.compare.figures import figure_reasons
from factcheck.compare.identities import identity_reasons
from factcheck.compare.moods import mood_reasons
from factcheck.compare.names import name_reasons
from factcheck.compare.order import order_reasons
from factcheck.compare.own_words import own_words
from factcheck.compare.polarity import polarity_reasons
from factcheck.compare.profile import Phrase, Profile, words_of
from factcheck.compare.quantities import overstating_reasons, quantity_reasons
from factcheck.compare.reason import Effect, Reason
from factcheck.compare.roles import role_reasons
from factcheck.compare.scope import added_reasons, scope_reasons
from factcheck.text.reading import Reading

RULES = (
    added_reasons,
    name_reasons,
    figure_reasons,
    date_reasons,
    identity_reasons,
    polarity_reasons,
    role_reasons,
    mood_reasons,
    quantity_reasons,
    order_reasons,
    binding_reasons,
    scope_reasons,
)


NAMING = (added_reasons, name_reasons, figure_reasons, date_reasons, overstating_reasons)
"""What a search phrase or a question may fail by: it says nothing of who did it to whom."""
TRIED = 6
"""So many wordings, those that have most of a query's words, are looked at one by one."""


SHADES = frozenset({"hedge", "mood", "quantity", "role", "scope"})
"""What is open in one of these is still said of the same matter: `every case was reopened` is
contradicted by `some will be`. Of 44 such texts 35 were written as wrong on that very point, and
five as fair."""


NAMES = frozenset({"actor", "place", "speaker"})
PARTS = frozenset({"role", "scope"})
"""And so in these, if one name stands for another."""


class Judgement(NamedTuple):
    """What a claim says to a query.

    Attributes:
        verdict: `supported`, `alleged`, `contradicted` or `close`.
        reasons: Why.
        phrase: The wording that it was laid beside.
        shared: The query's words that the claim has.
        whole: Whether the query has all that the wording has.
    """

    verdict: str
    reasons: tuple[Reason, ...]
    phrase: Phrase
    shared: tuple[str, ...]
    whole: bool

    @property
    def decisive(self) -> tuple[Reason, ...]:
        """The reasons that gave it its verdict."""
        effect = Effect.CONTRADICTS if self.verdict == "contradicted" else Effect.OPENS
        return tuple(one for one in self.reasons if one.effect is effect)


def judge(query: Reading, claim: Profile) -> Judgement:
    """Return what `claim` says to `query`, by the wording that leaves least open."""
    judgements: list[Judgement] = []
    for phrase in _likely(query, claim):
        alignment = Alignment(query, phrase, claim)
        judgements.append(_judged(alignment))
        if alignment.open or judgements[-1].verdict in {"supported", "alleged"}:
            break
    return _corrected(_in_own_words(min(judgements, key=_rank), query), query, claim)


def _likely(query: Reading, claim: Profile) -> list[Phrase]:
    """Return the wordings that account for most of a query, of equals the one as long first."""
    wanted = [accounting(unit, query) for unit in query.units]
    sentences = [phrase for phrase in claim.phrases if phrase.states or not query.asserts]
    held = [
        (sum(not keys.isdisjoint(phrase.keys) for keys in wanted), -_apart(query, phrase), -place)
        for place, phrase in enumerate(sentences or claim.phrases)
    ]
    return [(sentences or claim.phrases)[-place] for *_, place in sorted(held)[: -TRIED - 1 : -1]]


def _apart(query: Reading, phrase: Phrase) -> int:
    return abs(len(phrase.held) - len(query.units))


def _corrected(judgement: Judgement, query: Reading, claim: Profile) -> Judgement:
    """Return a judgement that is open at the least, if the query is a misreading word for word."""
    said = words_of(query.text)
    for trap, correction in zip(claim.traps, claim.corrections, strict=True):
        if said == trap.words:
            settled = judgement.verdict == "contradicted"
            effect = Effect.NOTES if settled else Effect.OPENS
            reason = Reason("misreading", "", correction, effect)
            verdict = "contradicted" if settled else "close"
            return judgement._replace(verdict=verdict, reasons=(*judgement.reasons, reason))
    return judgement


def _in_own_words(judgement: Judgement, query: Reading) -> Judgement:
    """Return a judgement whose reasons have the words of the query and of the record."""
    text = judgement.phrase.text
    own = (
        one._replace(said=own_words(one.said, query.text), recorded=own_words(one.recorded, text))
        for one in judgement.reasons
    )
    return judgement._replace(reasons=tuple(own))


def _rank(judgement: Judgement) -> tuple[int, int, int]:
    effects = [reason.effect for reason in judgement.reasons]
    return (
        effects.count(Effect.OPENS),
        effects.count(Effect.CONTRADICTS),
        -len(judgement.shared),
    )


def _judged(alignment: Alignment) -> Judgement:
    query, claim = alignment.query, alignment.claim
    rules = RULES if query.states else NAMING
    reasons = tuple(reason for rule in rules for reason in rule(alignment))
    opening = {reason.kind for reason in reasons if reason.effect is Effect.OPENS}
    excluding = {reason.kind for reason in reasons if reason.effect is Effect.CONTRADICTS}
    verdict = "supported"
    if query.denies and excluding - {"negation"}:
        verdict = "close"  # `it is untrue that` something untrue: who can tell?
    elif excluding and opening <= _beside(excluding, alignment):
        verdict = "contradicted"
    elif opening:
        verdict = "close"
    elif claim.accuser and not _names_accuser(alignment):
        verdict = "alleged"
    shared = tuple(unit.said for unit, _ in alignment.met)
    return Judgement(verdict, reasons, alignment.phrase, shared, not alignment.unsaid)


def _beside(excluding: set[str], alignment: Alignment) -> frozenset[str]:
    """Return what may be open beside what excludes a text, which is contradicted all the same.

    Whose part it is may be open only if the wording itself has every word: with words
    of others it may be another matter.
    """
    if not excluding - NAMES:
        return PARTS if excluding & NAMES else frozenset()
    words = (pair for pair in alignment.pairs if pair.unit.kind == "word")
    return SHADES if all(pair.here for pair in words) else SHADES - {"role"}


def _names_accuser(alignment: Alignment) -> bool:
    """Whether a text says who alleges something: by name, or as who accuses, or claims."""
    query = alignment.query
    if not alignment.claim.accuser.isdisjoint(unit.term for unit in query.units):
        return True
    said_by = (d.unit for d in query.deeds if d.role in {"agent", "speaker"})
    before = any("claimed" not in query.units[one].operators for one in said_by)
    return "claimed" in query.moods and before
