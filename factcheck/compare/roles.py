"""Compare who does what to whom, and who says it.

The order of words tells that only nearly, so all of a claim's wordings are asked, and
what hardly any of them has counts as odd.
"""

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise

from factcheck.compare.alignment import Alignment
from factcheck.compare.profile import Profile
from factcheck.compare.reason import Effect, Reason
from factcheck.text.deeds import NAMING, Deed
from factcheck.text.related import is_people, related
from factcheck.text.speakers import FINDING
from factcheck.text.verbs import BEING, LEADING, SMALL

DOING = frozenset({"agent", "speaker"})
CLAIMING = ("agent", "~claimed")
"""Who accuses, or alleges, says it."""
DECLARING = ("announc", "declar", "confirm", *sorted(NAMING))
"""And so does who announces something, or calls somebody a name: stems."""
OTHER_SIDE = {"agent": "patient", "patient": "agent"}
PRONOUNS = frozenset({"him", "them", "me", "us"})
WAYS = frozenset({"from", "to", "with", "outside"})
LEAD = 2
"""So many tokens from a name the `from` stands that leads it."""
ODD = 0.25
"""A part that an actor has in so few of a claim's wordings is a slip of reading them."""


def role_reasons(alignment: Alignment) -> Iterator[Reason]:
    """Yield a reason for each actor who plays a part in the query and another in the record."""
    keys = {pair.held.key for pair in alignment.pairs if pair.held}
    here = {*alignment.phrase.deeds}
    terms = {unit.term: one.key for unit, one in alignment.met}
    met = [d._replace(actor=terms.get(d.actor, d.actor)) for d in alignment.query.deeds]
    acting = [deed for deed in met if deed.actor in keys]
    swapped = _swapped(acting, alignment.claim)
    yield from _equated(alignment)
    yield from _meant(alignment)
    yield from _turned_about(alignment)
    for deed in acting:
        said = alignment.query.units[deed.unit].said
        if deed[:3] in here:
            continue
        if deed in swapped or (deed.role == "other" and _belongs_to_others(deed, alignment)):
            yield Reason("role", said, _player(deed, alignment.claim), Effect.OPENS)
        elif deed.role != "other" and not _plays(deed, alignment, terms):
            kind = "speaker" if deed.role == "speaker" else "role"
            yield Reason(kind, said, _player(deed, alignment.claim), Effect.OPENS)


def _equated(alignment: Alignment) -> Iterator[Reason]:
    """Yield a reason if one name is said to be another: `Dorn is the owner of the ferry`."""
    said = alignment.query.said
    for one, other in () if alignment.own else pairwise(alignment.query.units):
        between = {*said[one.end : other.at]}
        twice = one.term != other.term or len(alignment.phrase.places.get(one.term, ())) < 2
        named = one.kind == other.kind == "name" and twice
        if named and between & BEING and between <= BEING | SMALL:
            yield Reason("role", other.said, "", Effect.OPENS)


def _turned_about(alignment: Alignment) -> Iterator[Reason]:
    """Yield a reason for a `to`, `from` or `with` before somebody whom the record has otherwise.

    What goes to them comes from them there, or is somewhere else: `dragged to the Commons`.
    """
    for unit, held in alignment.met:
        lead = _led(alignment.query.said, unit.at, unit.end, WAYS)
        if len(lead) == 1 and (unit.kind == "name" or is_people(unit.said)):
            told = [p.words for p in alignment.claim.phrases if held.key in p.keys]
            ways = [way for words in told for way in sorted(_leads(held.said, words).items())]
            own = _leads(held.said, alignment.phrase.words)
            known = {*own, *(way for way, _ in ways)}
            if 2 * len(ways) > len(told) and lead.keys().isdisjoint(known):
                yield Reason("role", min(lead.values()), ways[0][1], Effect.OPENS)
                return


def _leads(said: str, words: Sequence[str]) -> dict[str, str]:
    """Return the prepositions that stand before something in a wording's words, with it."""
    parts = said.split()
    places = (at for at, word in enumerate(words) if word == parts[0])
    return {
        way: both
        for at in places
        for way, both in _led(words, at, at + len(parts), LEADING).items()
    }


def _led(said: Sequence[str], at: int, end: int, ways: AbstractSet[str]) -> dict[str, str]:
    """Return each preposition shortly before a place, with the words from it to the end."""
    before = range(max(0, at - LEAD), at)
    return {said[n]: " ".join(said[n:end]) for n in before if said[n] in ways}


def _meant(alignment: Alignment) -> Iterator[Reason]:
    """Yield a reason for a `him` where the record says whom: `ordered him to` for `the crew`."""
    left = {one.key for one in alignment.unsaid}
    done_to = [d for d in alignment.phrase.deeds if d[1] == "patient" and d[0] in left]
    said = pairwise((*alignment.query.said, ""))
    pronoun = next((a for a, b in said if a in PRONOUNS and not b.endswith("ing")), None)
    if pronoun and done_to:
        recorded = alignment.phrase.by_key[done_to[0][0]][0].said
        yield Reason("role", pronoun, recorded, Effect.OPENS)


def _player(deed: Deed, claim: Profile) -> str:
    """Return whom the record has in this part, in its words; empty if it tells of nobody."""
    others = claim.doers["agent" if deed.role == "speaker" else deed.role, deed.verb]
    likely = (actor for actor, _ in others.most_common() if actor != deed.actor)
    held = next((claim.by_key[actor][0] for actor in likely if actor in claim.by_key), None)
    return held.said if held and deed.verb else ""


def _swapped(acting: list[Deed], claim: Profile) -> list[Deed]:
    """Return the first two parts that the record has the other way round."""
    over = claim.over
    firsts: dict[tuple[str, bool], Deed] = {}  # the same name over and over is one
    for deed in acting:
        firsts.setdefault((deed.actor, deed.role in DOING), deed)
    for one in firsts.values():
        for other in firsts.values():
            if one.role in DOING and other.role not in DOING and one.actor != other.actor:
                turned, same = over[other.actor, one.actor], over[one.actor, other.actor]
                if turned and same <= ODD * turned:
                    return [one, other]
    return []


def _belongs_to_others(deed: Deed, alignment: Alignment) -> bool:
    """Whether something is said to be somebody's, and the record has it as others' alone."""
    claim, unit = alignment.claim, alignment.query.units[deed.unit]
    others = claim.doers["agent", deed.verb]
    owns = alignment.query.said[unit.end : unit.end + 1] == ("'",)
    return owns and bool(deed.verb and others) and not others[deed.actor]


def _plays(deed: Deed, alignment: Alignment, terms: Mapping[str, str]) -> bool:
    """Whether the record has an actor in this part, or for nouns doesn't tell who has it.

    Of somebody named nothing is taken for granted: a wording must have them in the part.
    """
    claim = alignment.claim
    if deed.role == "speaker" or deed[1:3] == CLAIMING:
        return _tells(deed.actor, claim)
    others = claim.doers[deed.role, deed.verb]
    found = deed.verb in FINDING and deed.actor in claim.speaker  # in her report
    if found or any(others[actor] for actor in (deed.actor, *related(deed.actor).same)):
        return True
    if deed.actor[0] == "@":
        played = ((deed.actor, deed.role, verb) for verb in _verbs(deed, terms))
        return any(part in claim.attested for part in played) or _is_called(deed, alignment)
    nouns = sum(times for one, times in others.items() if one[0] != "@")
    aside = deed.role == "agent" and any(
        (actor, role) == (deed.actor, "other") for actor, role, _ in alignment.phrase.deeds
    )
    if deed.verb and (aside or nouns >= ODD * len(claim.phrases)):
        return False
    return deed.role != "agent" or _does(deed.actor, claim)


def _is_called(deed: Deed, alignment: Alignment) -> bool:
    """Whether somebody says what an actor is whom the record has called so."""
    attested = alignment.claim.attested
    said = not deed.verb and alignment.is_told
    return said and any((deed.actor, "patient", verb) in attested for verb in NAMING)


def _verbs(deed: Deed, terms: Mapping[str, str]) -> set[str]:
    """Return the verb of a deed and those that mean the same."""
    bare = deed.verb.lstrip("!")
    sign = deed.verb[: len(deed.verb) - len(bare)]
    return {f"{sign}{verb}" for verb in {bare, terms.get(bare, bare), *related(bare).same}}


def _tells(actor: str, claim: Profile) -> bool:
    """Whether the record has an actor say it, or as one who claims it."""
    parts = claim.parts[actor]
    said = parts["speaker"] + claim.doers[CLAIMING][actor]
    said += sum(claim.doers["agent", verb][actor] for verb in DECLARING)
    told = actor in claim.speaker or said > ODD * sum(parts.values())
    return told or (actor[0] != "@" and not claim.speaker)


def _does(actor: str, claim: Profile) -> bool:
    """Whether the record tells of an actor as one who does something; so if it tells of no part."""
    parts = claim.parts[actor]
    doing = sum(times for role, times in parts.items() if role in DOING)
    return doing > ODD * sum(parts.values()) or not parts
