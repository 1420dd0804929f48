"""Judge one claim against a query: what is covered, what differs, and what follows.

Thresholds were set on the built-in corpus' own wordings and misreadings, each
held out in turn: `make measure` prints what they give.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from factcheck.compare.dates import date_differences
from factcheck.compare.difference import Difference
from factcheck.compare.figures import figure_differences
from factcheck.compare.names import (
    deed_differences,
    name_differences,
    spoken,
    unheld_deeds,
)
from factcheck.compare.nearness import RARE, Asked, Nearness
from factcheck.compare.ordering import ordered, says_alike
from factcheck.compare.profile import Phrase, Profile, Trap
from factcheck.compare.signs import (
    ALIGNED,
    aligned_differences,
    rival_differences,
    sign_differences,
    step_differences,
)
from factcheck.text.reading import Reader, Reading

DENIED = "accept"
"""The term whose opposites are to deny and to reject."""
COVERED = 0.5
"""Of a query's weight a claim must speak of so much to support it."""
CLOSE = 0.48
"""A claim that is less near to a query than this neither supports nor contradicts it."""
CONTRADICTED = 0.55
"""And of so much for a difference to be one on the same point."""
SAID = 0.4
"""A claim must have so much of what is said of a name: the name alone supports nothing."""
TURNABLE = 0.45
"""A word with an opposite, of this weight or more, is no mere turn of phrase."""
ALL_TEXTS = 0.95
INSTEAD = 0.3
"""Of 425 sound queries 7 % leave out a word that four in five of a claim's texts have and put
another of this weight in its place, or leave out one that all have; of false ones that would
otherwise be supported, 45 % do."""
TRAP = 0.55
"""A query is a misreading from this Dice coefficient on, if no wording is nearer."""
UNSAID = 0.4
"""A word of this weight that a claim with few wordings lacks keeps it from supporting a query."""
LEAD = 0.02
TELLING = 0.3
"""The words that set a misreading apart must weigh so much together."""


class Weighed(NamedTuple):
    """A word, figure or date of a query, and how much it counts, from above 0 to 1."""

    word: str
    weight: float


class Judgement(NamedTuple):
    """What a claim says to a query.

    Attributes:
        score: How near the two are, from 0 to 1.
        covered: The share of the query's weight that the claim speaks of.
        verdict: `supported`, `contradicted` or `related`.
        differences: Why it is contradicted.
        shared: The query's words and figures that the claim has, weightiest first.
        missing: Words, figures, dates and names that it hasn't.
        foreign: Those of them that keep it from supporting the query: no paraphrase
            adds them.
        phrase: Which of the claim's supporting texts is nearest; `None` if none is.
        likeness: How near that text is, as the coefficient of Dice.
        trap: Index of the misreading that the query is; `None` if it is none.
        exact: Whether the query is, word for word, one of the claim's own texts.
        reordered: Whether it has the claim's words in another order, or figures and
            relations that no wording has, where few wordings tell what means the same.
        replaced: Whether it leaves out what nearly all of the claim's wordings say, and
            says something else.
    """

    score: float
    covered: float
    verdict: str
    differences: tuple[Difference, ...]
    shared: tuple[Weighed, ...]
    missing: tuple[Weighed, ...]
    foreign: tuple[str, ...]
    phrase: int | None
    likeness: float
    trap: int | None
    exact: bool
    reordered: bool
    replaced: bool


def judge(query: Asked, claim: Profile, near: Nearness, lexicon: Reader) -> Judgement:
    """Return what `claim` says to `query`; `lexicon` read both."""
    exact = query.reading.text in claim.texts
    differences, new, foreign = ([], [], []) if exact else _compared(query, claim, lexicon)
    if not (exact or differences) and near.phrase is not None and near.wording >= ALIGNED:
        differences, unclear = _aligned(query, claim, near.phrase)
        foreign = [*foreign, *unclear]
    if not exact and _accuses_accuser(query, claim):
        foreign = [*foreign, *query.reading.names]
    if not exact and _tells_denial(query.reading, claim):
        foreign = [*foreign, DENIED]
    strict = not exact and any(phrase.order for phrase in claim.phrases)
    if strict and not differences:
        foreign = [*foreign, *_unsaid(query, claim, foreign)]
    weights = query.weights
    told = [term for term in weights if not _differs(term, differences)]
    shared = sorted((t for t in told if t in claim.keys), key=lambda t: -weights[t])
    absent = [term for term in told if term not in claim.keys]
    covered = _covered(shared, absent, new, query, claim)
    if not exact and set(weights) == set(query.reading.names):
        covered = 0.0 if _only_names(query.reading, lexicon.kinds) else covered
    trap = _trap(query, claim, near)
    orders = [phrase.order for phrase in claim.phrases]
    reordered = strict and not says_alike(ordered(query.reading), orders)
    replaced = query.reading.asserts and not exact and _replaces(query, claim, absent)
    unlike = bool(new or foreign or reordered or replaced)
    return Judgement(
        near.score,
        covered,
        "contradicted" if trap else _verdict(covered, near.score, differences, unlike=unlike),
        tuple(differences),
        (*_weighed(shared, query), *_counted(query, claim)),
        (*_weighed(absent, query), *(Weighed(one, RARE) for one in new)),
        (*new, *(query.reading.words.get(term, term) for term in foreign)),
        near.phrase,
        near.wording,
        None if trap is None else trap.number,
        exact or (trap is not None and trap.text == query.reading.text),
        reordered,
        replaced,
    )


def _unsaid(query: Asked, claim: Profile, foreign: Sequence[str]) -> list[str]:
    """Return the weighty words that a claim lacks, or has only the other way round."""
    signs = {term: claim.signs.get(term, (0, 0)) for term in query.reading.signs}
    turned = [
        term
        for term, sign in query.reading.signs.items()
        if term in claim.keys and any(signs[term]) and not signs[term][sign == "-"]
    ]
    absent = [t for t, weight in query.weights.items() if t not in claim.keys and weight >= UNSAID]
    return [term for term in (*absent, *turned) if term not in foreign]


def _aligned(query: Asked, claim: Profile, number: int) -> tuple[list[Difference], list[str]]:
    """Return in what a query differs from all wordings of the same words, and what is unclear.

    Of `a smokescreen where there should have been scrutiny` and `a smokescreen rather
    than scrutiny` one has a `not` and the other hasn't, and both say the same.
    """
    keys = claim.phrases[number].keys
    alike = [at for at, phrase in enumerate(claim.phrases) if phrase.keys == keys]
    told = [aligned_differences(query.reading, _accused(claim, at)) for at in alike]
    fewest = min(told, key=len)
    return fewest, [] if fewest or not any(told) else ["a 'not' there"]


def _accused(claim: Profile, number: int) -> Phrase:
    """Return a wording of a claim; of an allegation without what a reply to it denies."""
    phrase = claim.phrases[number]
    if not claim.accuser:
        return phrase
    return phrase._replace(reversed=phrase.reversed - {DENIED})


def _accuses_accuser(query: Asked, claim: Profile) -> bool:
    """Whether a query tells of the accuser alone what an allegation tells of another."""
    names, reading = set(query.reading.names), query.reading
    told = reading.speaks or "according to" in reading.text
    held = reading.deeds & claim.deeds.keys()
    return bool(names) and names <= claim.accuser and not (told or held)


def _tells_denial(reading: Reading, claim: Profile) -> bool:
    """Whether a query says that somebody denied what most of the claim's wordings state.

    Of an allegation it always does: that is the reply's, not the accuser's.
    """
    words = reading.words
    said = [t for t in reading.terms if not t.startswith("@") and not words[t].endswith("ly")]
    if len(said) < 2 or said[0] != DENIED or DENIED not in reading.reversed:
        return False
    return bool(claim.accuser) or 2 * sum(
        DENIED in phrase.reversed for phrase in claim.phrases
    ) < len(claim.phrases)


def _covered(
    shared: Sequence[str], absent: Sequence[str], new: Sequence[str], query: Asked, claim: Profile
) -> float:
    """Return the share of the query that the claim speaks of; of what is said of a name, too."""
    met = sum(query.weights[term] for term in shared)
    total = met + sum(query.weights[term] for term in absent) + RARE * len(new)
    covered = met / total if total else 0.0
    said = [term for term in query.weights if not term.startswith("@")]
    told_of = _share(said, query, claim) if said else 1.0
    return min(covered, told_of) if told_of < SAID else covered


def _only_names(reading: Reading, kinds: Mapping[str, str]) -> bool:
    """Whether a query says nothing but who is whom: `Cooper is the Leader of the Opposition`."""
    named = {*reading.names}
    counted = reading.figures or reading.years
    actors = all(kinds.get(name) in {"person", "body"} for name in named)
    return reading.asserts and len(named) > 1 and actors and not counted


def _weighed(terms: Iterable[str], query: Asked) -> list[Weighed]:
    words = query.reading.words
    return [Weighed(words.get(term, term), query.weights[term]) for term in terms]


def _counted(query: Asked, claim: Profile) -> list[Weighed]:
    """Return the query's figures and years that the claim has."""
    figures = ((figure.text, f"#{figure.value:g}") for figure in query.reading.figures)
    years = ((str(year), f"y{year}") for year in sorted(query.reading.years))
    return [Weighed(text, query.keys[key]) for text, key in (*figures, *years) if key in claim.keys]


def _compared(
    query: Asked, claim: Profile, lexicon: Reader
) -> tuple[list[Difference], list[str], list[str]]:
    """Return all differences, and what the claim has no like of.

    First the figures and dates, which are no terms; then those of the terms that
    no paraphrase adds: a name, or a word that has an opposite.
    """
    reading = query.reading
    figures, new_figures = figure_differences(reading, claim)
    dates, new_dates = date_differences(reading, claim)
    names, new_names = name_differences(reading, claim, lexicon.kinds)
    signs = sign_differences(reading, claim, query.corpus, lexicon.paired)
    rest = [
        *deed_differences(reading, claim),
        *rival_differences(reading, claim),
        *step_differences(reading, claim),
    ]
    unlike = [term for term in reading.signs if _is_foreign(term, query, claim, lexicon)]
    unlike += [term for term in reading.signs if _is_turned(term, query, claim, lexicon)]
    unlike += _planned(reading, claim, lexicon)
    doing = unheld_deeds(reading, claim, {*lexicon.mild, "say"})
    if doing:  # others may have done the same, or had it done to them
        names = [found for found in names if found.kind == "place"]
    else:
        doing = unheld_deeds(reading, claim, lexicon.mild)
    differences = [*figures, *dates, *names, *signs, *rest]
    return differences, [*new_figures, *new_dates], [*new_names, *unlike, *doing]


def _share(terms: Sequence[str], query: Asked, claim: Profile) -> float:
    weights = query.weights
    return sum(weights[t] for t in terms if t in claim.keys) / sum(weights[t] for t in terms)


def _is_foreign(term: str, query: Asked, claim: Profile, lexicon: Reader) -> bool:
    """Whether a claim lacks a term that no paraphrase adds.

    That is what happens, what has a number in its name, or a word with an opposite.
    """
    if term in claim.keys or term.startswith("@"):
        return False
    telling = term in lexicon.events or any(map(str.isdigit, term))
    return telling or (term in lexicon.paired and query.weights[term] >= TURNABLE)


def _replaces(query: Asked, claim: Profile, absent: Sequence[str]) -> bool:
    """Whether a query leaves out what (nearly) all wordings of a claim say, with a word instead."""
    left = max((s for term, s in claim.mostly.items() if term not in query.keys), default=0.0)
    instead = max((query.weights[term] for term in absent), default=0.0)
    return left >= ALL_TEXTS or (left > 0 and instead >= INSTEAD)


def _planned(reading: Reading, claim: Profile, lexicon: Reader) -> frozenset[str]:
    """Return the terms of what a query says has happened, and a claim that it is to happen."""
    if claim.steps.get("status.progress") != (0, 0):
        return frozenset()
    return (reading.done & claim.keys) - lexicon.paired


def _is_turned(term: str, query: Asked, claim: Profile, lexicon: Reader) -> bool:
    """Whether a claim has a word with an opposite, but only the other way round."""
    minus = query.reading.signs[term] == "-"
    signs = claim.signs.get(term, (0, 0))
    return term in lexicon.paired and any(signs) and not signs[minus]


def _differs(term: str, differences: Iterable[Difference]) -> bool:
    return term.startswith("@") and any(spoken(term) in d.query for d in differences)


def _verdict(
    covered: float, score: float, differences: Sequence[Difference], *, unlike: bool
) -> str:
    if score < CLOSE:
        return "related"
    if differences:
        return "contradicted" if covered >= CONTRADICTED else "related"
    return "supported" if covered >= COVERED and not unlike else "related"


def _trap(query: Asked, claim: Profile, near: Nearness) -> Trap | None:
    """Return the misreading that the query is nearer to than to any supporting wording."""
    if query.reading.text in claim.texts:
        return None
    found, best = None, near.wording + LEAD
    for trap, near_it in zip(claim.traps, near.traps, strict=True):
        if trap.text == query.reading.text:
            return trap
        if near_it >= TRAP and near_it > best and _tells(trap, query, claim):
            found, best = trap, near_it
    return found


def _on_its_matter(trap: Trap, query: Asked) -> bool:
    """Whether the query has more of a misreading than names and what sets it apart, if it has."""
    matter = {key for key in trap.keys - trap.own if not key.startswith("@")}
    return not matter or not matter.isdisjoint(query.keys)


def _tells(trap: Trap, query: Asked, claim: Profile) -> bool:
    """Whether the query has what sets the misreading apart, and has it the same way round."""
    signs = query.reading.signs
    if any(name not in claim.names and name not in trap.keys for name in query.reading.names):
        return False
    if any(signs.get(term, sign) != sign for term, sign in trap.signs.items()):
        return False
    steps = query.reading.steps
    if any(steps.get(scale, step) < step for scale, step in trap.steps.items()):
        return False
    if trap.terms == query.reading.terms or not (trap.own or trap.ordered):
        return trap.keys == query.keys.keys()
    if not _on_its_matter(trap, query):
        return False
    own = trap.own & query.keys.keys()
    return sum(query.keys[key] for key in own) >= TELLING and 2 * len(own) >= len(trap.own)
