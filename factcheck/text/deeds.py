"""Who does what to whom, as far as the order of words and the voice of a verb tell.

An actor is a person, a body or a word for people. In a clause the first that no
preposition leads is its subject; what a passive verb says of its subject is done to it.
"""

from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from factcheck.text.clauses import (
    RELATIVE,
    Clause,
    Told,
    passive_before,
    term_at,
    verb_after,
    verb_before,
)
from factcheck.text.speakers import DOCUMENTS, is_reporting, reports, says
from factcheck.text.units import Unit
from factcheck.text.verbs import BEING, LEADING, SMALL, is_adverb, is_passive

DOING = frozenset({"of", "by", "from"})
"""What leads who does a thing that a noun tells: `the request of the council`."""
NAMING = frozenset("brand call deem dub label name term".split())
"""Verbs that say what somebody is: stems."""
PRONOUNS = frozenset({"he", "she"})
SAYING = frozenset({"agent", "speaker"})
LISTING = SMALL | {",", "and", "or", "both"}
FINITE = frozenset("has have had will would can could may might must".split())
"""Helpers of verbs before which a subject stands."""
PARTICIPLE = 12
"""So many tokens what a text that opens with a participle says of its subject may take."""
OPENING = 8
"""So many tokens before a clause's first unit the pronoun may stand that opens it."""
ASIDE = 4
"""So many tokens may stand between a preposition and its noun."""


class Deed(NamedTuple):
    """One part that an actor plays.

    Attributes:
        actor: Its term.
        role: `agent` (does it), `patient` (it is done to them), `speaker` (says it),
            or `other`.
        verb: The term of what is done; empty if it has none.
        unit: Which unit the actor is, from 0.
    """

    actor: str
    role: str
    verb: str
    unit: int


def deeds(units: Sequence[Unit], parted: Mapping[int, Clause], told: Told) -> tuple[Deed, ...]:
    """Return the part that each actor plays in the units of a text, parted into its clauses."""
    found: list[Deed] = []
    for number, clause in parted.items():
        found += _meant(clause, found, units)
        found += _parts(clause, told.acting, told.carried.get(number), units)
    taken_up = {place for place, _ in told.carried.values()}  # `it was Dorn who …`
    return tuple(one for one in found if one.verb or one.unit not in taken_up)


def _meant(clause: Clause, found: Sequence[Deed], units: Sequence[Unit]) -> list[Deed]:
    """Return the part of whoever says of themselves what follows: `Dorn said she had sold it`."""
    said, speech, start = clause.said, clause.speech, clause.start
    near = range(start, max(1, start - OPENING), -1)
    at = next((one for one in near if said[one - 1] in PRONOUNS), None)
    if at is None or not any(at - back in speech for back in (2, 3, 4)):
        return []  # `told the crew she …`
    last = next((one for one in reversed(found) if one.role in SAYING), None)
    if last is None:
        return []
    who = units[last.unit]._replace(end=at)
    return [Deed(who.term, *_as_subject(clause, who), last.unit)]


def _parts(
    clause: Clause,
    acting: Collection[int],
    carried: tuple[int, int] | None,
    units: Sequence[Unit],
) -> list[Deed]:
    found: list[Deed] = []
    subject: int | None = None
    if carried is not None:
        place, behind = carried
        who = units[place]
        role, verb = _as_subject(clause, who._replace(end=behind))
        if place in acting:
            found.append(Deed(who.term, role, verb, place))
        subject = clause.start
    for place, unit in clause.units:
        if place not in acting or _qualifies(clause, place, unit, acting):
            continue
        led = _led(clause, unit)
        opening = _is_behind_participle(clause.said, unit.at)
        listed = bool(found) and not opening and _in_list(clause, found[-1], units, unit)
        if listed and not says(clause, unit):
            role, verb = found[-1][1:3]
        elif led:
            role, verb = led
        else:
            before = verb_before(clause, unit.at, subject)
            first = before is None or (subject is not None and _joined(clause.said, unit.at))
            first = first or opening or _is_helped(clause, unit.end)
            if first:
                subject = unit.end
            role, verb = _part(clause, unit, None if first else before)
            if before is not None and not first and _is_predicate(clause, before, subject):
                continue  # `is a liar`
            if role == "patient" and verb in NAMING and found and found[-1][1:3] == (role, verb):
                continue  # `called Dorn a liar`
        found.append(Deed(unit.term, role, verb, place))
    return found


def _is_behind_participle(said: Sequence[str], at: int) -> bool:
    """Whether the first comma behind an opening participle stands there: `Seeing it, Dorn …`."""
    opening = at < PARTICIPLE and said[0].endswith("ing")
    return opening and said[at - 1] == "," and "," not in said[: at - 1]


def _is_predicate(clause: Clause, before: int, subject: int | None) -> bool:
    """Whether no verb stands behind a subject but one that says what it is."""
    telling = BEING.intersection(clause.said[subject:before])
    return subject is not None and bool(telling) and before not in clause.acts


def _is_helped(clause: Clause, at: int) -> bool:
    """Whether a verb's helper stands at `at`: `the strongest action any crew has taken`.

    In a clause that `who` opens it helps the verb of those who are meant.
    """
    opening = clause.said[max(0, clause.start - 1) : clause.start]
    helped = at < len(clause.said) and clause.said[at] in FINITE
    return helped and RELATIVE.isdisjoint(opening)


def _part(clause: Clause, unit: Unit, before: int | None) -> tuple[str, str]:
    """Return what an actor is to the verb before it, or as a subject to the one behind it."""
    return _as_subject(clause, unit) if before is None else ("patient", term_at(clause, before))


def _led(clause: Clause, unit: Unit) -> tuple[str, str] | None:
    """Return the part that a preposition, a mark of owning or a word for saying gives an actor."""
    lead = _lead(clause, _owner(clause, unit.at))
    if says(clause, unit) or lead == "according" or (lead == "per" and unit.kind == "name"):
        return "speaker", "say"
    if _owns(clause, unit):
        if reports(clause, unit):
            return "speaker", "say"
        return "other", _owned(clause, unit)
    if lead == "by" and (before := passive_before(clause, unit.at)) is not None:
        return "agent", term_at(clause, before)
    earlier = (u.term for _, u in reversed(clause.units) if u.at < unit.at)
    owned = lead in DOING and unit.end not in clause.operated  # `of the Dorn recommendations`
    return ("other", next(earlier, "") if owned else "") if lead else None


def _owned(clause: Clause, unit: Unit) -> str:
    """Return the term of what is somebody's; empty if that is a word for a mood.

    `Dorn's recommendations will be implemented` by others.
    """
    behind = (u for _, u in clause.units if u.at > unit.at)
    owned = next((u for u in behind if u.kind != "figure"), None)
    if owned is None or any(at in clause.operated for at in range(unit.end, owned.at)):
        return ""
    return owned.term


def _in_list(clause: Clause, last: Deed, units: Sequence[Unit], unit: Unit) -> bool:
    """Whether an actor stands beside the last one: `by the press, victims and campaigners`."""
    if last.role == "speaker" or (last.role == "agent" and unit.end in clause.verbs):
        return False  # `kept by the choir, and Rusk sang`
    between = clause.said[units[last.unit].end : unit.at]
    listed = {",", "and", "or"} & {*between}
    return bool(listed) and all(token in LISTING for token in between)


def _qualifies(clause: Clause, place: int, unit: Unit, acting: Collection[int]) -> bool:
    """Whether an actor only says of what kind the next noun is: `gang scandal`, `Labour MPs`."""
    following = clause.here.get(unit.end)
    if following is None:
        return False
    if unit.kind == "name":
        return place + 1 in acting  # `Labour MPs`, or a headline's `Rusk Dorn lied`
    return following.kind == "word" and following.at not in clause.verbs


def _as_subject(clause: Clause, unit: Unit) -> tuple[str, str]:
    verb = verb_after(clause, unit.end)
    if verb is None:
        said = clause.said[unit.end : unit.end + 1]
        return ("speaker", "say") if list(said) == [":"] else ("agent", "")
    while not is_passive(clause.said, verb) and list(clause.said[verb + 1 : verb + 2]) == ["to"]:
        after = verb + 2
        while after < len(clause.said) and is_adverb(clause.said[after]):
            after += 1
        if after >= len(clause.said) or any(u.at <= verb < u.end - 1 for _, u in clause.units):
            break  # `agreed to` the request is one word
        if after not in clause.verbs:
            break  # `apologised to victims`
        verb = after  # who tries to sell it is who sells it, if anybody does
    told = is_reporting(clause, verb) and list(clause.said[verb + 1 : verb + 2]) == ["that"]
    if verb in clause.speech or told:
        return "speaker", "say"
    term = term_at(clause, verb)
    return ("patient", term) if is_passive(clause.said, verb) else ("agent", term)


def _owner(clause: Clause, at: int) -> int:
    """Return where what stands at `at` begins, with whoever owns it: `under Rusk's taskforce`."""
    said = clause.said
    if list(said[at - 2 : at]) == ["'", "s"]:
        return next((u.at for _, u in clause.units if u.end == at - 2), at)
    return at


def _lead(clause: Clause, at: int) -> str:
    """Return the preposition that leads the words before `at`, or none."""
    said, determined = clause.said, False
    for back in range(at - 1, max(-1, at - 1 - ASIDE), -1):
        token = said[back]
        if token == "to" and said[back - 1 : back] == ["according"]:
            return "according"
        if token in LEADING:
            return token
        determined = determined or token in SMALL
        if not determined and not _is_plain(clause, back):
            return ""
        if determined and token not in SMALL:
            return ""
    return ""


def _is_plain(clause: Clause, at: int) -> bool:
    """Whether a noun or an adjective stands at `at`, as before `crews` in `of the ferry crews`."""
    unit = clause.here.get(at)
    return unit is not None and unit.kind == "word" and at not in clause.verbs


def _owns(clause: Clause, unit: Unit) -> bool:
    """Whether an actor only says whose the next noun is: `the Casey audit found`."""
    said, end = clause.said, unit.end
    if list(said[end : end + 1]) == ["'"] or list(said[end : end + 2]) == ["'", "s"]:
        return True
    noun = clause.here.get(end)
    if unit.kind != "name" or noun is None or noun.kind != "word":
        return False
    if end in clause.verbs or noun.said.endswith("ly") or noun.end >= len(said):
        return False
    behind = noun.end
    if noun.said in DOCUMENTS:
        return True  # `the Dorn report of 2031`
    while behind in clause.here and behind not in clause.verbs:
        behind = clause.here[behind].end  # `the Dorn audit findings are`
    if behind >= len(said):
        return False
    return behind in clause.speech or said[behind] in BEING or behind in clause.verbs


def _joined(said: Sequence[str], at: int) -> bool:
    return list(said[at - 1 : at]) in (["and"], [","], ["or"])
