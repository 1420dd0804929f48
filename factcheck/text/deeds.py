"""Who does what to whom, as far as the order of words and the voice of a verb tell.

An actor is a person, a body or a word for people. In a clause the first that no
preposition leads is its subject; what a passive verb says of its subject is done to it.
"""

from bisect import bisect_left
from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from factcheck.text.units import PARTICLES, Unit
from factcheck.text.verbs import ARTICLES, BEING, HAVING, LEADING, LIGHT, SMALL, is_passive
from factcheck.text.words import stem

DOING = frozenset({"of", "by", "from"})
"""What leads who does a thing that a noun tells: `the request of the council`."""
LISTING = SMALL | {",", "and", "or", "both"}
RELATIVE = frozenset({"who", "which"})
TELLING = ("told", "tell")
PASSED = SMALL | LEADING | PARTICLES | BEING | HAVING
"""What may stand between a verb that means little and what is done."""
DOCUMENTS = frozenset(
    "audit inquiry investigation paper report review statement study survey".split()
)
FINDING = frozenset("find conclud report note show reveal say".split())
"""What whoever wrote a document says by it: stems."""
REPORTING = frozenset(
    "announc confirm conclud estim find note observ pledg promis recommend reveal suggest "
    "vow".split()
)
"""Verbs by which somebody says something, if that follows with `that`, or stands before: stems."""
FINITE = frozenset("has have had will would can could may might must".split())
"""Helpers of verbs before which a subject stands."""
REACH = 8
"""So many tokens behind it at most."""
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


class Told(NamedTuple):
    """What a walk over a text told of its units.

    Attributes:
        acting: The places of the units that are actors.
        speech: The tokens that are words for saying something.
        carried: For each clause that opens with `who`, the place of the unit that this is,
            and the token behind it.
        operated: For each token of a word for a mood which one that is.
        verbs: The tokens that look like verbs.
    """

    acting: frozenset[int]
    speech: Collection[int]
    carried: Mapping[int, tuple[int, int]]
    operated: Mapping[int, str]
    verbs: frozenset[int]


class Clause(NamedTuple):
    """What is needed of a clause.

    Attributes:
        units: Its units with their places.
        said: The tokens of the text.
        speech, operated, verbs: As in `Told`.
        acts: The tokens that look like verbs or are words for saying something, in order.
        here: Its units by each of their tokens.
    """

    units: Sequence[tuple[int, Unit]]
    said: Sequence[str]
    speech: Collection[int]
    operated: Mapping[int, str]
    verbs: frozenset[int]
    acts: Sequence[int]
    here: Mapping[int, Unit]

    @property
    def start(self) -> int:
        """The first token of its first unit."""
        return self.units[0][1].at


def clauses(units: Sequence[Unit], said: Sequence[str], told: Told) -> dict[int, Clause]:
    """Return the clauses of a text with the tokens `said`, in order, by their numbers."""
    acts = sorted(told.verbs.union(told.speech))
    inside: dict[int, list[tuple[int, Unit]]] = {}
    for place, unit in enumerate(units):
        inside.setdefault(unit.clause, []).append((place, unit))
    found = {}
    for number, ones in inside.items():
        here = {token: unit for _, unit in ones for token in range(unit.at, unit.end)}
        shared = (said, told.speech, told.operated, told.verbs, acts)
        found[number] = Clause(ones, *shared, here)
    return found


def deeds(units: Sequence[Unit], parted: Mapping[int, Clause], told: Told) -> tuple[Deed, ...]:
    """Return the part that each actor plays in the units of a text, parted into its clauses."""
    found: list[Deed] = []
    for number, clause in parted.items():
        found += _parts(clause, told.acting, told.carried.get(number), units)
    taken_up = {place for place, _ in told.carried.values()}  # `it was Dorn who …`
    return tuple(one for one in found if one.verb or one.unit not in taken_up)


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
        if not _says(clause, unit) and found and _in_list(clause, found[-1], units, unit):
            role, verb = found[-1][1:3]
        elif led:
            role, verb = led
        else:
            before = _verb_before(clause, unit.at, subject)
            first = before is None or (subject is not None and _joined(clause.said, unit.at))
            first = first or _is_helped(clause, unit.end)
            if first:
                subject = unit.end
            role, verb = _part(clause, unit, None if first else before)
        found.append(Deed(unit.term, role, verb, place))
    return found


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
    lead = _lead(clause.said, _owner(clause, unit.at))
    if _says(clause, unit) or lead == "according" or (lead == "per" and unit.kind == "name"):
        return "speaker", "say"
    if _owns(clause, unit):
        if _reports(clause, unit):
            return "speaker", "say"
        return "other", next((u.term for _, u in clause.units if u.at > unit.at), "")
    if lead == "by" and (before := _passive_before(clause, unit.at)) is not None:
        return "agent", term_at(clause, before)
    earlier = (u.term for _, u in reversed(clause.units) if u.at < unit.at)
    return ("other", next(earlier, "") if lead in DOING else "") if lead else None


def _in_list(clause: Clause, last: Deed, units: Sequence[Unit], unit: Unit) -> bool:
    """Whether an actor stands beside the last one: `by the press, victims and campaigners`."""
    if last.role == "speaker":
        return False
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


def _says(clause: Clause, unit: Unit) -> bool:
    """Whether an actor says it, as in `…, Cooper said` or `…, says Cooper`."""
    after, before = unit.end, unit.at - 1
    last = len(clause.said) - 1
    ends = after > last or not clause.said[after].isalnum()
    if after in clause.speech and list(clause.said[after + 1 : after + 2]) == ["to"]:
        return False  # `she promised to …` says what she is to do
    if before in clause.speech and clause.said[before].startswith(TELLING):
        return False  # `…, Rusk told Dorn`
    closes = _reporting(clause, after) and (after == last or not clause.said[after + 1].isalnum())
    if closes and list(clause.said[before : unit.at]) == [","]:
        return True  # `…, the council announced`
    return after in clause.speech or (before in clause.speech and ends)


def _reporting(clause: Clause, at: int) -> bool:
    return at < len(clause.said) and stem(clause.said[at]) in REPORTING


def _as_subject(clause: Clause, unit: Unit) -> tuple[str, str]:
    verb = _verb_after(clause, unit.end)
    if verb is None:
        said = clause.said[unit.end : unit.end + 1]
        return ("speaker", "say") if list(said) == [":"] else ("agent", "")
    while not is_passive(clause.said, verb) and list(clause.said[verb + 1 : verb + 2]) == ["to"]:
        if verb + 2 >= len(clause.said) or any(u.at <= verb < u.end - 1 for _, u in clause.units):
            break  # `agreed to` the request is one word
        if verb + 2 not in clause.verbs and verb + 2 in clause.here:
            break  # `apologised to victims`
        verb += 2  # who tries to sell it is who sells it, if anybody does
    told = _reporting(clause, verb) and list(clause.said[verb + 1 : verb + 2]) == ["that"]
    if verb in clause.speech or told:
        return "speaker", "say"
    term = term_at(clause, verb)
    if _is_headline(clause, unit, verb):
        return "other", ""
    return ("patient", term) if is_passive(clause.said, verb) else ("agent", term)


def _is_headline(clause: Clause, unit: Unit, verb: int) -> bool:
    """Whether a participle ends a row of nouns, as in `Council pool request refused`."""
    if not clause.said[verb].endswith("ed"):
        return False
    between = [one for _, one in clause.units if unit.end <= one.at < verb]
    after = any(one.at > verb for _, one in clause.units)
    bare = (BEING | HAVING).isdisjoint(clause.said[unit.end : verb])
    return bool(between) and not after and bare


def _owner(clause: Clause, at: int) -> int:
    """Return where what stands at `at` begins, with whoever owns it: `under Rusk's taskforce`."""
    said = clause.said
    if list(said[at - 2 : at]) == ["'", "s"]:
        return next((u.at for _, u in clause.units if u.end == at - 2), at)
    return at


def _lead(said: Sequence[str], at: int) -> str:
    """Return the preposition that leads the words before `at`, or none."""
    for back in range(at - 1, max(-1, at - 1 - ASIDE), -1):
        token = said[back]
        if token == "to" and said[back - 1 : back] == ["according"]:
            return "according"
        if token in LEADING:
            return token
        if token not in SMALL:
            return ""
    return ""


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


def _reports(clause: Clause, unit: Unit) -> bool:
    """Whether an actor's report says it, as in `the Casey audit found`."""
    noun = next((u for _, u in clause.units if u.at >= unit.end), None)
    if noun is None or noun.said not in DOCUMENTS or noun.end >= len(clause.said):
        return False
    verb = noun.end
    claimed = clause.operated.get(verb) == "claimed"
    finds = verb in clause.verbs and stem(clause.said[verb]) in FINDING
    return verb in clause.speech or claimed or finds


def _joined(said: Sequence[str], at: int) -> bool:
    return list(said[at - 1 : at]) in (["and"], [","], ["or"])


def _verb_after(clause: Clause, at: int) -> int | None:
    last = clause.units[-1][1].end + 1
    found = bisect_left(clause.acts, at)
    verb = clause.acts[found] if found < len(clause.acts) else last + 1
    if verb <= last and RELATIVE.isdisjoint(clause.said[at:verb]):
        return verb
    unit = clause.here.get(at)
    following = clause.said[at : at + 1]
    if unit is None and following and following[0] not in BEING | ARTICLES:
        unit = clause.here.get(at + 1)  # but `is head of` tells of no deed
    return unit.at if unit and unit.kind == "word" else None


def _verb_before(clause: Clause, at: int, subject: int | None) -> int | None:
    """Return the nearest verb before a place, after the subject; `None` if there is none."""
    start = clause.start if subject is None else subject
    found = bisect_left(clause.acts, at) - 1
    if found >= 0 and clause.acts[found] >= start:
        return clause.acts[found]
    if subject is not None:
        for _, unit in clause.units:
            if subject <= unit.at < at and unit.kind == "word":
                return unit.at
    return None


def _passive_before(clause: Clause, at: int) -> int | None:
    """Return the nearest verb in the passive before a place; `None` if there is none."""
    acts = clause.acts[bisect_left(clause.acts, clause.start) : bisect_left(clause.acts, at)]
    return next((verb for verb in reversed(acts) if is_passive(clause.said, verb)), None)


def _signed(unit: Unit) -> str:
    """Return the term of a verb, marked where it stands for the reverse: `lose` is no `win`."""
    return f"!{unit.term}" if unit.opposite else unit.term


def term_at(clause: Clause, at: int) -> str:
    """Return the term of a verb: `~wish` if it tells of a mood.

    One that means little by itself stands for what is done: `came up with a plan` for `plan`.
    """
    here = clause.here
    if at in here:
        return _signed(here[at])
    if at in clause.speech and clause.said[at].startswith(TELLING):
        return stem(clause.said[at])  # who is told stands behind it
    if at in clause.operated:
        return f"~{clause.operated[at]}"
    subject = clause.units[0][1]
    if clause.said[at] in LIGHT and is_passive(clause.said, at) and subject.kind == "word":
        return subject.term  # `an apology was given`
    for place in range(at + 1, min(len(clause.said), at + 1 + REACH)):
        if place in here and here[place].kind == "word":
            return here[place].term
        if place not in here and clause.said[place] not in PASSED:
            break
    return stem(clause.said[at])
