"""Compare who does what to whom, and who says it.

The order of words tells that only nearly, so all of a claim's wordings are asked, and
what hardly any of them has counts as odd.
"""

from collections.abc import Iterator, Mapping

from factcheck.compare.alignment import Alignment
from factcheck.compare.moods import DENIALS
from factcheck.compare.profile import Profile
from factcheck.compare.reason import Effect, Reason
from factcheck.text.deeds import Deed

DOING = frozenset({"agent", "speaker"})
ODD = 0.25
"""A part that an actor has in so few of a claim's wordings is a slip of reading them."""


def _side_reasons(alignment: Alignment) -> Iterator[Reason]:
    """Yield a reason if two things stand the other way round about a verb than in the record.

    `The trust starved ministers` for `ministers starved the trust`; the voice of the
    verb is allowed for.
    """
    held = {place: pair.held.key for place, pair in enumerate(alignment.pairs) if pair.held}
    terms = {unit.term: one.key for unit, one in alignment.met}
    known = [side for phrase in alignment.claim.phrases for side in phrase.sides]
    for verb, *ours in alignment.query.sides:
        does, done = ({held[place] for place in places if place in held} for places in ours)
        same = [side[1:] for side in known if side[0] == terms.get(verb, verb)]
        turned = [(one, other) for one, other in same if does & other and done & one]
        straight = sum(bool(does & one and done & other) for one, other in same)
        if turned and not straight:
            one, other = turned[0]
            said, recorded = _said(does & other, alignment), _said(done & one, alignment)
            yield Reason("role", said, recorded, Effect.OPENS)


def _said(keys: set[str], alignment: Alignment) -> str:
    """Return the first of some keys in the words of the query."""
    return next(unit.said for unit, held in alignment.met if held.key in keys)


def role_reasons(alignment: Alignment) -> Iterator[Reason]:
    """Yield a reason for each actor who plays a part in the query and another in the record."""
    keys = {pair.held.key for pair in alignment.pairs if pair.held}
    here = {*alignment.phrase.deeds}
    terms = {unit.term: one.key for unit, one in alignment.met}
    acting = [deed for deed in alignment.query.deeds if deed.actor in keys]
    swapped = _swapped(acting, alignment.claim)
    if not swapped:
        yield from _side_reasons(alignment)
    for deed in acting:
        said = alignment.query.units[deed.unit].said
        if deed[:3] in here:
            continue
        if deed.actor in alignment.claim.accuser and _denies(deed, alignment):
            yield Reason("role", said, "", Effect.OPENS)
            continue
        if deed in swapped:
            yield Reason("role", said, _player(deed, alignment.claim), Effect.OPENS)
        elif deed.role != "other" and not _plays(deed, alignment.claim, terms):
            kind = "speaker" if deed.role == "speaker" else "role"
            yield Reason(kind, said, _player(deed, alignment.claim), Effect.OPENS)


def _denies(deed: Deed, alignment: Alignment) -> bool:
    """Whether somebody denies something, which who makes an allegation doesn't do."""
    units = alignment.query.units
    after = units[deed.unit + 1 : deed.unit + 2]
    return bool(after) and after[0].said in DENIALS


def _player(deed: Deed, claim: Profile) -> str:
    """Return whom the record has in this part, in its words; empty if it tells of nobody."""
    others = claim.doers["agent" if deed.role == "speaker" else deed.role, deed.verb]
    likely = (actor for actor, _ in others.most_common() if actor != deed.actor)
    held = next((claim.by_key[actor][0] for actor in likely if actor in claim.by_key), None)
    return held.said if held and deed.verb else ""


def _swapped(acting: list[Deed], claim: Profile) -> list[Deed]:
    """Return the first two parts that the record has the other way round."""
    over = claim.over
    for one in acting:
        for other in acting:
            if one.role in DOING and other.role not in DOING and one.actor != other.actor:
                turned, same = over[other.actor, one.actor], over[one.actor, other.actor]
                if turned and same <= ODD * turned:
                    return [one, other]
    return []


def _plays(deed: Deed, claim: Profile, terms: Mapping[str, str]) -> bool:
    """Whether the record has an actor in this part, or for nouns doesn't tell who has it.

    Of somebody named nothing is taken for granted: a wording must have them in the part.
    """
    parts = claim.parts[deed.actor]
    if deed.role == "speaker":
        told = deed.actor in claim.speaker or parts["speaker"] > ODD * sum(parts.values())
        return told or (deed.actor[0] != "@" and not claim.speaker)
    others = claim.doers[deed.role, deed.verb]
    if others[deed.actor]:
        return True
    if others and claim.doers[deed.role, _reverse(deed.verb)][deed.actor]:
        return False  # who won it didn't lose it
    if deed.actor[0] == "@" and deed.verb:
        bare = deed.verb.lstrip("!")
        verb = f"{deed.verb[: -len(bare)]}{terms.get(bare, bare)}"
        return (deed.actor, deed.role, verb) in claim.attested
    nouns = sum(times for one, times in others.items() if one[0] != "@")
    if deed.verb and nouns >= ODD * len(claim.phrases):
        return False
    return deed.role != "agent" or _does(deed.actor, claim)


def _does(actor: str, claim: Profile) -> bool:
    """Whether the record tells of an actor as one who does something; so if it tells of no part."""
    parts = claim.parts[actor]
    doing = sum(times for role, times in parts.items() if role in DOING)
    return doing > ODD * sum(parts.values()) or not parts


def _reverse(verb: str) -> str:
    return verb[1:] if verb[:1] == "!" else f"!{verb}"
