"""Compare what hangs on what: a text may leave words out, but not hang what is left on others.

`£10m went to Dorn` has only words of `£10m went to an audit by Dorn`, and says something else.
"""

from collections.abc import Iterator, Sequence
from operator import attrgetter

from factcheck.compare.alignment import Alignment
from factcheck.compare.profile import Hanging, verb_key
from factcheck.compare.reason import Effect, Reason
from factcheck.text.dependencies import Dependency
from factcheck.text.governors import PERIODS, is_aside
from factcheck.text.reading import key
from factcheck.text.related import is_people
from factcheck.text.speakers import DOCUMENTS, FINDING
from factcheck.text.verbs import LEADING
from factcheck.text.ways import ANY, BESIDE, DONE, GUESS, OBJECT, SUBJECT, agree
from factcheck.text.words import stem


def attachment_reasons(alignment: Alignment) -> Iterator[Reason]:
    """Yield a reason for the first word that the record hangs on something else.

    What may hang on one of several things need hang on one of them there. In a search phrase
    only what a preposition or a comma joins is sure enough to be held to it.
    """
    found: dict[int, list[Dependency]] = {}
    for one in alignment.query.dependencies.found:
        if _is_compared(one, alignment):
            found.setdefault(one.place, []).append(one)
    states = alignment.query.states
    for place in sorted(found):
        led = states or any(_is_led(one, alignment) for one in found[place])
        other = _otherwise(found[place], alignment) if led else None
        if other:
            yield Reason("attachment", _said(other, alignment), _recorded(other, alignment), OPENS)
            return


OPENS = Effect.OPENS


def _is_compared(one: Dependency, alignment: Alignment) -> bool:
    """Whether it is sure enough that something hangs on another to be held to it."""
    query, pairs = alignment.query, alignment.pairs
    unit = pairs[one.place].unit
    if one.way in {GUESS, DONE} or one.place in query.dependencies.verbs or is_aside(unit):
        return False
    if unit.said.rstrip("s") in PERIODS or not pairs[one.place].held:
        return False
    return one.on >= len(pairs) or pairs[one.on].held is not None


def _is_led(one: Dependency, alignment: Alignment) -> bool:
    units, said = alignment.query.units, alignment.query.said
    if one.on >= len(units):
        return False
    first, last = sorted((one.place, one.on))
    return not (LEADING | {","}).isdisjoint(said[units[first].end : units[last].at])


def _otherwise(ways: Sequence[Dependency], alignment: Alignment) -> Dependency | None:
    """Return on what something hangs in the query and not in the record; `None` if it may."""
    named = [one for one in ways if one.on < len(alignment.pairs)]
    acted = {_is_done_so(one, alignment): one for one in ways if one not in named}
    if False in acted:
        return acted[False]
    rivalled = next((one for one in named if _is_rivalled(one, alignment)), None)
    if rivalled or True in acted:
        return rivalled
    named = named or [one for way in ways for one in _beside(way, alignment)]
    return None if not named or any(_hangs(one, alignment) for one in named) else named[0]


def _beside(one: Dependency, alignment: Alignment) -> Iterator[Dependency]:
    """Yield what else hangs on a verb to which a preposition leads a name, and not in the record.

    So `£9m went to Dorn` needs a record with £9m for her.
    """
    named = alignment.pairs[one.place].unit.kind == "name"
    wanted, verb = _keys(one, alignment)
    if not named or one.way[0] != "+" or _are_together(wanted, verb, alignment):
        return
    if verb == verb_key("according"):
        return
    way = "for" if one.way == "+to" else one.way[1:]
    for other in alignment.query.dependencies.found:
        if other.on == one.on and other.place != one.place and alignment.pairs[other.place].held:
            yield Dependency(one.place, other.place, way)


def _keys(one: Dependency, alignment: Alignment) -> tuple[str, str]:
    """Return the record's keys for what hangs and for what it hangs on."""
    behind = one.on - len(alignment.pairs)
    verb = verb_key(alignment.query.dependencies.acts[behind]) if behind >= 0 else ""
    return _key(one.place, alignment), verb or _key(one.on, alignment)


def _key(place: int, alignment: Alignment) -> str:
    """Return a unit's own key if the claim has it anywhere, or else of what stands for it."""
    own, held = key(alignment.query.units[place], alignment.query), alignment.pairs[place].held
    return own if own in alignment.claim.among or not held else held.key


def _is_done_so(one: Dependency, alignment: Alignment) -> bool | None:
    """Whether a verb that is no unit has it in this part in the record; `None` if it is silent."""
    wanted, verb = _keys(one, alignment)
    claim, unit = alignment.claim, alignment.pairs[one.place].unit
    if wanted in claim.speaker:
        return None
    known = _known(wanted, verb, alignment)
    alike = any(agree(one.way, other.way, alike=True) for other in _sure(known, one.way))
    if alike or (known and one.way in {SUBJECT, OBJECT}):
        return alike
    somebody = unit.kind == "name" or is_people(unit.said)
    told = somebody and one.way in {SUBJECT, OBJECT} and _are_together(wanted, verb, alignment)
    return False if told else None


def _hangs(one: Dependency, alignment: Alignment) -> bool:
    """Whether the record has one thing hang on another so, or tells nothing of the two together."""
    wanted, on = _keys(one, alignment)
    claim, unit = alignment.claim, alignment.pairs[one.place].unit
    if wanted == on or (on in FINDING and wanted in claim.speaker):
        return True  # in her report
    way = ANY if unit.figure is not None else one.way  # `rose by 9` and `up 9`
    known, back = _known(wanted, on, alignment), _known(on, wanted, alignment)
    sure = _sure(known, way)
    if any(agree(way, other.way, alike=_is_alike(one, other, alignment)) for other in sure):
        return True
    counted = {figure.unit for figure in claim.figures}
    of = one.way == "of" and (on in counted or on[0] == "#")
    if of or (wanted in counted and known):
        return True  # `it rose to nine tonnes`: the tonnes of it rose
    beside = any(BESIDE in (way, other.way) for other in back)
    return beside or not _are_together(wanted, on, alignment)


def _sure(known: Sequence[Hanging], way: str) -> Sequence[Hanging]:
    """Return those known of that tell who does something, or to whom, if that is asked of."""
    parts = {SUBJECT, OBJECT}
    return [one for one in known if way in parts and one.way in parts] or known


def _is_alike(one: Dependency, other: Hanging, alignment: Alignment) -> bool:
    """Whether what is hung on is one word in both; a document says so, or it is said in one."""
    word = alignment.pairs[one.on].unit.said
    document = alignment.pairs[one.place].unit.said in DOCUMENTS
    return not document and stem(word.split()[0]) == stem(other.word.split()[0])


def _is_rivalled(one: Dependency, alignment: Alignment) -> bool:
    """Whether the record has another name hang so on a verb, or for people anything else.

    This one it has otherwise, or nowhere on that verb.
    """
    wanted, on = _keys(one, alignment)
    claim, unit = alignment.claim, alignment.pairs[one.place].unit
    known = _known(wanted, on, alignment)
    others = [other for other in claim.hanging_on.get(on, ()) if other.key != wanted]
    if one.way in {SUBJECT, OBJECT}:
        led = bool(known) and all(other.way[0] == "+" for other in known)
        return led and is_people(unit.said) and any(other.way == one.way for other in others)
    named = wanted[:1] == "@" and one.way[0] == "+" and wanted != on and not known
    rival = any(other.way == one.way for other in others if other.key[0] == "@")
    return named and rival and _are_together(wanted, on, alignment)


def _known(key: str, on: str, alignment: Alignment) -> list[Hanging]:
    """Return how the record, or the wording though it be a search phrase, hangs one on another."""
    found = alignment.claim.hanging.get((key, on), [])
    if alignment.phrase.states:
        return found
    own = alignment.phrase.dependencies
    return [*found, *(one for one in own if (one.key, one.on) == (key, on))]


def _are_together(key: str, on: str, alignment: Alignment) -> bool:
    """Whether a sentence of the record has both."""
    among = alignment.claim.among
    return not among.get(key, frozenset()).isdisjoint(among.get(on, frozenset()))


def _said(one: Dependency, alignment: Alignment) -> str:
    units, acts = alignment.query.units, alignment.query.dependencies.acts
    word = units[one.on].said if one.on < len(units) else acts[one.on - len(units)]
    said = {one.place: units[one.place].said, one.on: word}
    return " … ".join(said[place] for place in sorted(said))


def _recorded(one: Dependency, alignment: Alignment) -> str:
    """Return what it hangs on in the record, with it; empty if that is a mere guess."""
    wanted, on = _keys(one, alignment)
    every = (other for both in alignment.claim.hanging.values() for other in both)
    known = [other for other in every if other.key == wanted and other.way not in {GUESS, BESIDE}]
    known.sort(key=lambda other: (other.on == on and on[0] == "#", other.on != on))
    return next(map(attrgetter("said"), known), "")
