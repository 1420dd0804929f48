"""Judge one claim against a query: what is covered, what differs, and what follows.

Thresholds were set on the built-in corpus' own wordings, each held out in turn
(`make measure`); the table in CONTRIBUTING says what moving them does.
"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from factcheck.compare.dates import date_differences
from factcheck.compare.difference import Difference
from factcheck.compare.figures import figure_differences
from factcheck.compare.names import name_differences, spoken
from factcheck.compare.profile import Profile, Trap, keyed
from factcheck.compare.signs import rival_differences, sign_differences, step_differences
from factcheck.text.common import zipf
from factcheck.text.reading import Reader, Reading

COVERED = 0.5
CONTRADICTED = 0.45
TRAP = 0.55
TRAP_LEAD = 0.02
TELLING = 0.3
"""The words that set a misreading apart must weigh so much together."""
NEW_FIGURE = 1.0
"""A figure, date or name that the claim doesn't have weighs as much as a rare word."""


class Weights(NamedTuple):
    """How much terms weigh: those of the corpus, and any other by how rare it is in English."""

    corpus: Mapping[str, float]

    def of(self, term: str, reading: Reading) -> float:
        """Return the weight of a term of `reading`, from above 0 to 1."""
        known = self.corpus.get(term)
        if term.startswith("@"):
            return known if known is not None else NEW_FIGURE
        rarity = min(1.0, max(0.1, (7.2 - zipf(reading.words.get(term, term))) / 3.2))
        return rarity if known is None else known * (0.5 + rarity / 2)


class Judgement(NamedTuple):
    """What a claim says to a query.

    Attributes:
        score: How near the two are, from 0 to 1.
        covered: The share of the query's weight that the claim speaks of.
        verdict: `supported`, `contradicted` or `related`.
        differences: Why it is contradicted.
        shared: The query's words that the claim has, weightiest first.
        missing: Words, figures, dates and names that it hasn't.
        trap: Index of the misreading that the query is; `None` if it is none.
    """

    score: float
    covered: float
    verdict: str
    differences: tuple[Difference, ...]
    shared: tuple[str, ...]
    missing: tuple[str, ...]
    trap: int | None = None


def similarity(query: Reading, claim: Profile, weight: Mapping[str, float]) -> float:
    """Return how near `claim` is to `query`, from 0 to 1.

    Half is the share of the query's weight that the claim has anywhere; half is
    the best Dice coefficient with any one of its wordings or misreadings.
    """
    total = sum(weight.values())
    if not total:
        return 0.0
    keys = keyed(query)
    terms = claim.terms
    covered = sum(w for term, w in weight.items() if term in terms) / total
    best = max(_dice(keys, weight, total, phrase) for phrase in _texts(claim))
    return (covered + best) / 2


def _texts(claim: Profile) -> Iterable[frozenset[str]]:
    yield from claim.phrases
    yield from (trap.keys for trap in claim.traps)


def _dice(
    keys: frozenset[str], weight: Mapping[str, float], total: float, phrase: frozenset[str]
) -> float:
    common = sum(weight.get(term, NEW_FIGURE) for term in keys & phrase)
    return 2 * common / (total + common + 0.6 * len(phrase - keys)) if common else 0.0


def weighed(query: Reading, weights: Weights) -> dict[str, float]:
    """Return the weight of each term of `query`, each once."""
    return {term: weights.of(term, query) for term in dict.fromkeys(query.terms)}


def judge(
    query: Reading,
    claim: Profile,
    weight: Mapping[str, float],
    weights: Weights,
    lexicon: Reader,
) -> Judgement:
    """Return what `claim` says to `query`, whose terms have this `weight`; `lexicon` read it."""
    differing, new_figures = figure_differences(query, claim)
    dated, new_dates = date_differences(query, claim)
    named, new_names = name_differences(query, claim, lexicon.kinds)
    differences = [*differing, *dated, *named]
    differences += sign_differences(query, claim, weights.corpus, lexicon.paired)
    differences += rival_differences(query, claim)
    differences += step_differences(query, claim)
    terms = claim.terms
    spoken = {term: w for term, w in weight.items() if not _differs(term, differences)}
    shared = sorted((t for t in spoken if t in terms), key=lambda t: -spoken[t])
    absent = [t for t in spoken if t not in terms]
    new = [*new_figures, *new_dates]
    met = sum(spoken[term] for term in shared)
    total = sum(spoken.values()) + NEW_FIGURE * len(new)
    covered = met / total if total else 0.0
    trap = _trap(query, claim, weight)
    words = [query.words.get(term, term) for term in absent]
    return Judgement(
        similarity(query, claim, weight),
        covered,
        _verdict(covered, bool(differences), trap is not None, bool(new)),
        tuple(differences),
        tuple(query.words.get(term, term) for term in shared),
        (*words, *new),
        None if trap is None else trap.index,
    )


def _differs(term: str, differences: Iterable[Difference]) -> bool:
    return term.startswith("@") and any(spoken(term) in d.query for d in differences)


def _verdict(covered: float, differs: bool, trapped: bool, new: bool) -> str:
    if trapped or (differs and covered >= CONTRADICTED):
        return "contradicted"
    return "supported" if covered >= COVERED and not differs and not new else "related"


def _trap(query: Reading, claim: Profile, weight: Mapping[str, float]) -> Trap | None:
    """Return the misreading that `query` is nearer to than to any supporting wording."""
    keys, total = keyed(query), sum(weight.values())
    best = max(_dice(keys, weight, total, phrase) for phrase in claim.phrases)
    found = None
    for trap in claim.traps:
        near = _dice(keys, weight, total, trap.keys)
        if near >= TRAP and near > best + TRAP_LEAD and _tells(trap, query, keys, weight):
            found, best = trap, near
    return found


def _tells(
    trap: Trap, query: Reading, keys: frozenset[str], weight: Mapping[str, float]
) -> bool:
    """Whether `query` has what sets the misreading apart, and has it the same way round."""
    if any(query.signs.get(term, sign) != sign for term, sign in trap.signs.items()):
        return False
    if trap.terms == query.terms:
        return trap.keys == keys
    own = sum(weight.get(term, NEW_FIGURE) for term in trap.own & keys)
    return own >= TELLING and 2 * len(trap.own & keys) >= len(trap.own)
