"""Compare signs, rivals and scales: turned round, of another kind, or more than recorded."""

from collections.abc import Collection

from factcheck.compare.difference import Difference
from factcheck.compare.nearness import Weighing
from factcheck.compare.profile import Phrase, Profile
from factcheck.text.reading import DURATIONS, Reading

WEIGHTY = 0.35
"""A turned term must weigh this much; below, it is subject matter that any clause brushes."""
SEEN = 2
"""So many wordings of a claim must have a term one way round before the other is wrong."""
MANY = 5
"""Of so many wordings that all turn a term round, no other turn makes up for it."""
TURNING = 0.7
"""Where more of a claim's wordings than this turn something round, another `not` tells nothing."""
WHOLLY = 0.9
"""From this share on, a claim is one of denial or refusal, and a query without any differs."""
ODD = 0.15
"""Up to this share of a claim's wordings may have it the query's way by some turn of phrase."""
ALIGNED = 0.95
"""From this Dice coefficient on, a query is one wording with a word or two changed."""
REFUSED = frozenset({"accept", "allow"})
"""Terms whose opposites deny something to somebody."""
STEPS = {
    "quantifier": ("some", "often or many", "most", "all"),
    "certainty": ("suggested or claimed", "proved or certain"),
    "status.justice": ("suspected or recorded", "arrested", "charged", "convicted"),
    "status.progress": ("promised or planned", "done"),
}
"""What each step of the general lexicon's scales stands for, in words."""


def sign_differences(
    query: Reading, claim: Profile, weights: Weighing, paired: Collection[str]
) -> list[Difference]:
    """Return a difference for the weightiest term that the claim has the other way round.

    `paired` holds the terms that have an opposite: their turning always tells.
    """
    comparable = not query.turns or claim.turning <= TURNING
    turned = [
        term
        for term, sign in query.signs.items()
        if (_only_other(sign, claim.signs.get(term, (0, 0))) or _turned_back(term, query, claim))
        and (comparable or term in paired or _denied(term, query, claim) or _always(term, claim))
        and (term in paired or weights.get(term, 1.0) >= WEIGHTY)
        and not term.startswith("@")
    ]
    if not turned:
        return _wholly(query, claim)
    term = max(turned, key=lambda term: weights.get(term, 1.0))
    word = query.words[term]
    if _is_denied(term, query):
        sentence = f"The wording denies '{word}'; the record states it."
        return [Difference("negation", f"not {word}", word, sentence)]
    if term not in query.reversed and _only_denied(term, claim):
        sentence = f"The wording states '{word}'; the record denies it."
        return [Difference("negation", word, f"not {word}", sentence)]
    sentence = f"The wording says '{word}'; the record says the opposite."
    return [Difference("negation", word, f"the opposite of '{word}'", sentence)]


def _is_denied(term: str, query: Reading) -> bool:
    """Whether the query has a word with a `not`, be it that of the term or of its opposite."""
    return (query.signs[term] == "-") != (term in query.reversed)


def _only_denied(term: str, claim: Profile) -> bool:
    """Whether a claim has a word itself with a `not`, and nowhere its opposite."""
    held = [phrase for phrase in claim.phrases if term in phrase.keys]
    return all(phrase.nots and term not in phrase.reversed for phrase in held)


def _always(term: str, claim: Profile) -> bool:
    """Whether many of the claim's wordings have a term, and all of them the same way round."""
    plus, minus = claim.signs[term]
    return max(plus, minus) >= MANY and not min(plus, minus)


def _turned_back(term: str, query: Reading, claim: Profile) -> bool:
    """Whether the query denies the opposite that the claim states: `not shut` beside `shut`."""
    if term not in query.reversed or query.signs[term] != "+":
        return False
    return any(term in phrase.reversed and not phrase.nots for phrase in claim.phrases)


def aligned_differences(query: Reading, phrase: Phrase) -> list[Difference]:
    """Return in what a query differs from a wording that it nearly is.

    The two have the same words; so one `not` more or less turns it round, and a
    higher step of a scale claims more.
    """
    found = [
        _step_difference(scale, step, phrase.steps[scale])
        for scale, step in query.steps.items()
        if step > phrase.steps.get(scale, step)
    ]
    denies = _denies(query.nots, query.reversed & phrase.keys)
    if denies != _denies(phrase.nots, phrase.reversed & set(query.terms)):
        negated = query.nots > phrase.nots if query.nots != phrase.nots else denies
        said, known = ("denied", "stated") if negated else ("stated", "denied")
        sentence = f"The wording has something {said} that the record has {known}."
        found.append(Difference("negation", said, known, sentence))
    return found


def _denies(nots: int, opposites: Collection[str]) -> bool:
    """Whether all turns taken together turn a text round; two `not` may stand for one."""
    return (nots > 0) != (len(opposites) % 2 == 1)


def _kind(scale: str) -> str:
    """Return `quantifier` for `quantifier cases`, and `status` for `status.justice`."""
    return scale.partition(" ")[0].partition(".")[0]


def _step_difference(scale: str, said: int, known: int) -> Difference:
    steps = STEPS[scale.partition(" ")[0]]
    wording, record = steps[said], steps[known]
    sentence = f"The wording says {wording}; the record says {record}."
    return Difference(_kind(scale), wording, record, sentence)


def _denied(term: str, query: Reading, claim: Profile) -> bool:
    """Whether the query says `not` of what most of the claim's wordings state."""
    return term in query.denied and 3 * claim.signs[term][0] >= len(claim.phrases)


def denies(reading: Reading) -> bool:
    """Whether a text says not, or has a word for denying or refusing."""
    return reading.nots > 0 or not reading.reversed.isdisjoint(REFUSED)


def _wholly(query: Reading, claim: Profile) -> list[Difference]:
    """Return a difference if all the claim's wordings deny something and the query nothing.

    A search phrase says nothing, and so nothing that could be denied. In an
    allegation it is the reply that denies.
    """
    if not query.asserts or denies(query) or claim.accuser or claim.turning < WHOLLY:
        return []
    sentence = "The record denies or turns down something here; the wording does not."
    return [Difference("negation", "stated", "denied", sentence)]


def _only_other(sign: str, seen: tuple[int, int]) -> bool:
    same, other = seen if sign == "+" else seen[::-1]
    return other >= SEEN and same <= ODD * (same + other)


def rival_differences(query: Reading, claim: Profile) -> list[Difference]:
    """Return a difference for each word that excludes the one that the claim has instead."""
    found = []
    lasting = any(figure.unit == "duration" for figure in query.figures)
    for group, members in query.rivals.items():
        recorded = claim.rivals.get(group, {})
        if lasting and DURATIONS.keys() >= set(members.values()):
            continue  # 77 days are compared with eleven weeks as figures
        if recorded and not recorded.keys() & members.keys():
            said, known = (", ".join(words.values()) for words in (members, recorded))
            sentence = f"The wording says {said}; the record says {known}."
            found.append(Difference("object", said, known, sentence))
    return found


def step_differences(query: Reading, claim: Profile) -> list[Difference]:
    """Return a difference for each scale on which the query claims more than any phrase.

    A claim that says nothing of certainty is reported, and no more than that.
    """
    found = []
    for scale, step in query.steps.items():
        kind = _kind(scale)
        unsaid = (0, 0) if kind == "certainty" else (step, step)
        low, high = claim.steps.get(scale, unsaid)
        if step > high or (step < low and query.lessened and kind == "quantifier"):
            found.append(_step_difference(scale, step, high if step > high else low))
    return found
