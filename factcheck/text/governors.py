"""What each noun and verb of a text may hang on: a shallow reading, left to right.

After the links of dependency grammar (Tesnière, 1959). Where form alone doesn't tell, as of
what a preposition leads, all that a word may hang on is given.
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from factcheck.text.asking import WH
from factcheck.text.clauses import Clause
from factcheck.text.predicates import DAYS, HELPERS, OWN, acts, is_plural
from factcheck.text.speakers import DOCUMENTS, is_reporting
from factcheck.text.units import STOPS, Unit
from factcheck.text.verbs import (
    BEING,
    HAVING,
    IRREGULAR,
    LEADING,
    LIGHT,
    MODALS,
    SMALL,
    is_passive,
)
from factcheck.text.ways import ANY, BESIDE, DONE, GUESS, OBJECT, OWNER, SUBJECT

LISTING = frozenset({"and", "or", ",", "both", "nor", "&"})
JOINING = frozenset({"and", "or"})
CASES = frozenset("case cases instance instances incident incidents".split())
"""What says no more than the noun before it: `abuse cases`."""
CONTAINERS = frozenset(
    "series string number range spate wave lot set kind type sort form part decade decades year "
    "years month months week weeks scale extent level amount".split()
)
"""What stands before their `of` says only how much of the rest, or of what kind."""
ANYWHERE = frozenset(
    "first again once twice together more away back over off out still also never ever today "
    "tonight yesterday tomorrow online".split()
)
"""Words that tell how, or when, as an adverb in `-ly` does."""
PERIODS = frozenset("year month week day hour night end start beginning time place".split())
COPULAS = frozenset("was were is are be been being am 's".split())
COMPARING = frozenset({"as", "like", "than"})
CONTRAST = frozenset("while whereas but though although yet".split())
SAYING = frozenset("reports says writes finds found claims".split())
APPROXIMATE = frozenset("about around over under near like".split())
TIMES = frozenset("time moment point".split())
OBJECTS = frozenset({"him", "them"})
PRONOUNS = frozenset("he she it they we i".split())
NEAR = 6
"""So many tokens before a noun the preposition that leads it stands at most, or behind a form of
`be` the verb that it helps."""
REST = 3
"""So many tokens with one for saying may say at its end who says a clause."""
MOST = 6
"""So many subjects, or nouns that prepositions join, are kept in mind."""
Way = tuple[int, str]
"""The place of what something hangs on, and how."""


class Verb(NamedTuple):
    """A verb where it stands.

    Attributes:
        finite: Whether it can have a subject of its own.
        going: Whether it is a form in `-ing` that no form of `be` helps.
        passive: Whether it is in the passive.
        undergone: Whether it is a participle behind a noun: `a promise broken by her`.
        unsure: Whether it may be in the passive, or not: `arrested in May`.
        light: Whether it says little by itself: `made a promise`.
    """

    finite: bool
    going: bool
    passive: bool
    undergone: bool
    unsure: bool
    light: bool

    @property
    def way(self) -> str:
        """How its subject hangs on it."""
        if self.unsure:
            return ANY
        return OBJECT if self.passive else SUBJECT


NONE = Verb(False, False, False, False, False, False)  # noqa: FBT003


def is_aside(unit: Unit) -> bool:
    """Whether it tells how or when something is done, and may stand anywhere."""
    manner = unit.kind == "word" and (unit.said.endswith("ly") or unit.said in ANYWHERE)
    return manner or unit.kind == "date"


class Governors:
    """One walk over the clauses of a text.

    Attributes:
        ups: For the place of each unit what it may hang on. A verb that is no unit has a place
            behind the units.
        said: Such verbs as they stand, in order; empty for a form of `be`.
        verbs: The places of all that may be verbs.
    """

    def __init__(self, clauses: Iterable[Clause], units: Sequence[Unit]) -> None:
        """Read the clauses of a text with these units."""
        self.units = units
        self.ups: dict[int, dict[Way, None]] = {}
        self.said: list[str] = []
        self.verbs: set[int] = set()
        self._end = 0
        self._seen: list[Way] = []
        self._owned: set[int] = set()
        self._leading: set[int] = set()
        self._noun: int | None = None
        self._verb: int | None = None
        self._named: int | None = None
        self._told = False
        for clause in clauses:
            self._read(clause)

    def _read(self, clause: Clause) -> None:
        """Take a clause, whose first verb hangs on the clause before."""
        outer = [] if self._told else [one for one in (self._noun, self._verb) if one is not None]
        self._clause = clause
        self._places = {unit.at: place for place, unit in clause.units}
        self._open(outer)
        at = self._last = min(self._end, clause.start)
        end = clause.units[-1][1].end
        while at < end or (at not in self._places and acts(clause, at)):
            at = self._step(at)
        self._end = at
        before: int | None = None
        for one, lead in self._waiting:  # no verb followed
            if before is None:
                self._hang(one, [(other, GUESS) for other in self._outer])
            elif (one, ANY) not in self.ups.get(before, {}):
                self._hang(one, [(before, f"+{lead}" if lead else ANY)])
            before = one

    def _open(self, outer: list[int]) -> None:
        """Begin to read what has its own subject and verb, and may hang on what is `outer`."""
        self._outer, self._before = outer, self._seen
        self._noun = self._verb = None
        self._undergoing: int | None = None
        self._relative: int | None = None
        self._act = NONE
        self._told = self._attributing = self._inverted = self._clefted = False
        self._lead = ""
        self._placed: list[Way] = []
        self._chain: list[int] = []
        self._waiting: list[Way] = []
        self._subjects: list[Way] = []

    def _step(self, at: int) -> int:
        said, place = self._clause.said, self._places.get(at)
        if said[at] == "according" or (said[at] == "per" and self._is_source(at + 1)):
            self._open([])
            self._attributing = True
            self._take_verb(at, None)
            return at + 1
        if acts(self._clause, at):
            return self._take_verb(at, place)
        if place is None:
            self._take_small(at)
            return at + 1
        unit = self.units[place]
        if is_aside(unit):
            return self._take_aside(place, unit)
        if unit.said.rpartition(" ")[2] in LEADING:
            return self._take_preposition(place, unit)
        if "," in said[max(0, at - 2) : at] and self._is_said_by(self._run(at)[-1]):
            self._open([])
        return self._take_nouns(at)

    def _take_small(self, at: int) -> None:
        """Take a token that is no unit: `that`, `she`, or a form of `be` that helps no verb."""
        token, verb = self._clause.said[at], self._verb
        if token == "," and self._attributing:
            self._open([])
        elif token == "that" and self._helps(at + 1) and self._noun is not None:
            self._relative = self._noun
        elif token == "that" and verb is not None and not self._is_led_or_helps(at + 1):
            cleft = self._cleft()
            self._open([] if self._told or cleft else [verb])
            self._waiting = cleft
        elif verb is not None and (token in CONTRAST or token == "what"):
            self._open([])
        elif token in OBJECTS and verb is not None and self._named is not None:
            self._hang(self._named, [(verb, GUESS)])
        elif token in PRONOUNS:
            self._waiting = [*self._waiting, *self._before][-MOST:]
        elif self._is_main(at):
            self._take_verb(at, None)

    def _cleft(self) -> list[Way]:
        """Return what `it was` tells of, whose verb follows: `it was to Rusk that she lied`."""
        told = self._clefted and self._noun is not None
        return [(self._noun or 0, self._lead or ANY)] if told else []

    def _take_aside(self, place: int, unit: Unit) -> int:
        if self._verb is not None:
            self._hang(place, [(self._verb, ANY)])
        led = self._clause.said[unit.at - 1] in LEADING if unit.at else False
        dated = unit.kind == "date" and (led or unit.end not in self._places)
        if dated or self._last == unit.at:
            self._last = unit.end
        return unit.end

    def _take_preposition(self, place: int, unit: Unit) -> int:
        """Take a phrase such as `in favour of`: what it leads hangs on it, or on what it does."""
        above = [*self._chain, *(() if self._verb is None else (self._verb,))]
        self._hang(place, [(one, ANY) for one in above])
        self._leading.add(place)
        self._noun, self._last = place, unit.end
        return unit.end

    def _take_verb(self, at: int, place: int | None) -> int:
        """Take a verb; the nouns that wait for one hang on each that can have a subject."""
        said, last = self._clause.said, self._verb
        verb = self._read_verb(at, place)
        new = len(self.units) + len(self.said) if place is None else place
        if place is None:
            self.said.append("" if said[at] in COPULAS else said[at])
        self.verbs.add(new)
        reporting = self._attributing or self._reports(at)
        self._take_noun_before(at, new, verb, unit=place is not None)
        near = verb.going and self._noun is not None and self._last == at
        if not reporting and not near and not (verb.finite and (place is None or last is not None)):
            self._hang(new, [(one, ANY) for one in (self._outer if last is None else [last])])
        if verb.finite:
            self._give_subjects(new, verb)
        self._inverted = at in self._clause.speech and (not at or said[at - 1] == ",")
        self._act, self._verb, self._noun, self._chain = verb, new, None, []
        self._undergoing = new if verb.passive else self._undergoing
        if self._reports(at):
            self._told, self._subjects = True, []
        self._last = at + 1 if place is None else self.units[place].end
        return self._last

    def _read_verb(self, at: int, place: int | None) -> Verb:
        said, before = self._clause.said, self._clause.said[at - 1] if at else ""
        end = at + 1 if place is None else self.units[place].end
        going = said[at].endswith("ing") and before not in BEING
        bare = (said[at].endswith("ed") or said[at] in IRREGULAR) and before not in HELPERS
        behind = bare and self._verb is not None and not (self._told or self._placed)
        undergone = behind and before not in LISTING | {"that"}
        passive = is_passive(said, at)
        led = [token in LEADING for token in said[end : end + 2]]
        behind_it = self._clause.here.get(end)
        dated = behind_it is not None and behind_it.kind == "date"
        alone = not led or led[0] or dated
        unsure = (bare and not passive and alone) or led == [True, True]
        light = said[at] in LIGHT
        finite = before != "to" and not going and not undergone
        return Verb(finite, going, passive, undergone, unsure, light)

    def _take_noun_before(self, at: int, new: int, verb: Verb, *, unit: bool) -> None:
        """Let a noun belong to the verb behind it: `crews led by her`, `crews singing`."""
        noun, last = self._noun, self._verb
        purpose = at > 0 and self._clause.said[at - 1] == "to" and not unit
        if noun is None or purpose or (verb.finite and last is None):
            return
        if self._told and verb.finite:  # `she said crews sang`
            self.ups[noun] = {one: None for one in self.ups.get(noun, {}) if one[0] != last}
        headed = not verb.finite and not self._subjects and noun in dict(self._waiting)
        if headed and not verb.going:
            self._hang(noun, [(new, ANY)])  # `crews to sing`
        if verb.undergone and self._act.light:
            self._hang_all(self._subjects, new)  # `crews had their boats sold`
        done = verb.passive or verb.undergone
        self._hang(noun, [(new, OBJECT if done else SUBJECT if verb.going else GUESS)])

    def _give_subjects(self, new: int, verb: Verb) -> None:
        if self._relative is not None:
            self._hang(self._relative, [(new, verb.way)])
            self._relative = None
            return
        noun = self._noun if not self._lead and self._verb is not None else None
        if noun is not None:  # `he fell and the crew sang`
            for way in self._placed:
                self.ups.get(noun, {}).pop(way, None)
        shared = [] if noun is not None and not self._waiting else self._subjects
        self._subjects = [*shared, *self._waiting][-MOST:]
        self._waiting = []
        for one, lead in self._subjects:
            self._hang(one, [(new, lead if lead == ANY else f"+{lead}" if lead else verb.way)])
        self._seen = self._subjects or self._seen

    def _take_nouns(self, at: int) -> int:
        """Take nouns side by side; each but the last hangs on the next, and on the last."""
        if self._attributing and self._noun is not None and self._last == at:
            self._open([])
        run = self._run(at)
        head, clause = run[-1], self._clause
        self._join(run)
        said = clause.said[max(self._last, at - NEAR) : at]
        between = [one for one in said if one not in SMALL and not one.endswith("ly")]
        if clause.here[at].figure is not None and between and between[-1] in APPROXIMATE:
            between.pop()
        above, lead = self._above(between, at)
        listed = not LISTING.isdisjoint(between)
        if len(run) > 1 and "and" in between and self._noun is not None:
            self._hang(self._noun, [(head, ANY)])  # `young and vulnerable girls`
        self._doubt(run, above)
        self._place(run, above, lead)
        if self._act.light and not self._act.passive:
            self._hang_all(self._subjects, head)
        if not OWN.isdisjoint(said):
            self._hang_all(self._before + self._subjects, head)
        self._placed = above if listed else []
        self._chain = [*(self._chain if lead or listed else ()), head][-MOST:]
        self._clefted = clause.said[0] == "it" and self._is_copula(self._verb)
        self._lead = lead
        period = self.units[head].said in PERIODS and "a" in said
        self._noun = self._noun if period else head
        self._named = head if self.units[head].kind == "name" else self._named
        self._last = self.units[head].end
        return self._last

    def _run(self, at: int) -> list[int]:
        """Return the places of the nouns from `at` on that at most a mark of owning parts."""
        said, run, unit = self._clause.said, [self._places[at]], self._clause.here[at]
        while True:
            end = unit.end + 2 * (list(said[unit.end : unit.end + 2]) == ["'", "s"])
            end += list(said[end : end + 1]) == ["'"]
            while end > unit.end and said[end : end + 1] and said[end] in SMALL:
                end += 1  # `Rusk's own boat`
            while end in self._places and self._clause.here[end].kind == "date":
                end = self._clause.here[end].end
            if end not in self._places or acts(self._clause, end):
                return run
            following = self._clause.here[end]
            says = unit.kind == "name" and said[end] in SAYING
            counted = end == unit.end and following.figure is not None
            leads = following.said.rpartition(" ")[2] in LEADING
            if says or counted or leads or is_aside(following):
                return run
            unit = following
            run.append(self._places[end])

    def _join(self, run: Sequence[int]) -> None:
        """Let nouns side by side hang on the next one, and on the last."""
        for one, following in pairwise(run):
            unit = self.units[one]
            owner = list(self._clause.said[unit.end : unit.end + 1]) == ["'"]
            titled = self.units[following].kind == "name"
            way = BESIDE if titled else OWNER if owner else ANY
            self._hang(one, [(following, way), (run[-1], way)])
            if owner and not titled:
                self._owned.update((following, run[-1]))
            if unit.said.endswith("ed") or unit.at in self._clause.verbs:
                done = DONE if unit.said.endswith("ed") else GUESS
                self._hang(run[-1], [(one, OBJECT if unit.said.endswith("ing") else done)])

    def _doubt(self, run: Sequence[int], above: Sequence[Way]) -> None:
        """Note which of some nouns may be verbs: `to local crews`, `to sell boats`."""
        verbs, units = self._clause.verbs, self.units
        doubtful = [o for o in run[:-1] if units[o].at in verbs and units[o].said not in DAYS]
        self.verbs.update(doubtful)
        for other in {other for other, _ in above if other < len(units)} - self.verbs:
            self._hang(other, [(one, GUESS) for one in doubtful])

    def _place(self, run: Sequence[int], above: list[Way], lead: str) -> None:
        """Hang the last of some nouns, and what may stand for all of them, on what is above."""
        counted = len(above) == 1 and above[0][0] < len(self.units)
        whole = lead == "of" and counted and self.units[above[0][0]].figure is not None
        owners = {one for one in run if any(way == OWNER for _, way in self.ups.get(one, ()))}
        heads = [one for one in run if one not in owners] if whole else self._heads(run)
        waiting = dict(self._waiting)
        contained = lead == "of" and self._clause.said[self._last - 1] in CONTAINERS
        joined = (not lead or contained) and any(other in waiting for other, _ in above)
        for one in heads:
            self._hang(one, above)
            if not above or joined:
                self._waiting.append((one, "" if above else lead))

    def _heads(self, run: Sequence[int]) -> list[int]:
        """Return the last of some nouns, and each on which what follows may hang.

        `Officials responsible` are officials, and `collecting data` is something done.
        """
        found = []
        for one, following in pairwise(run):
            unit = self.units[one]
            going = unit.said.endswith("ing") or unit.at in self._clause.verbs
            titled = self.units[following].kind == "name"
            noun = unit.kind == "word" and (going or titled or is_plural(unit))
            if noun or unit.figure is not None or self.units[following].said in CASES:
                found.append(one)
        return [*found, run[-1]]

    def _is_passed(self, at: int) -> bool:
        """Whether a noun that says nothing takes up what leads it: `in power the crew sang`."""
        said = self._clause.said[self._last : at]
        passed = [word for word in said[:-1] if word not in SMALL | LEADING | LISTING]
        return bool(passed) and said[-1] == "the" and said[-2] == passed[-1]

    def _above(self, between: Sequence[str], at: int) -> tuple[list[Way], str]:
        """Return what nouns at `at` hang on, and the preposition that leads them.

        The tokens `between` stand before them.
        """
        noun, said = self._noun, self._clause.said
        lead = next((one for one in between if one in LEADING), "")
        if not TIMES.isdisjoint(between) or self._is_passed(at):
            lead = ""  # `at the time she left`
        if noun is not None and noun in self._leading and not between:
            way = f"+{self.units[noun].said}"
            return [(noun, ANY), *((on, way) for on, _ in self.ups.get(noun, ()))], ""
        opening = self._verb is None and self._waiting and all(led for _, led in self._waiting)
        if opening and "," in between and JOINING.isdisjoint(between):
            return [], lead  # `in the end, she left`
        if noun is not None and not lead and (not between or not LISTING.isdisjoint(between)):
            return self._beside(noun, between), ""
        if noun is not None and lead == "of" and len(LEADING.intersection(between)) == 1:
            return self._of(noun), lead
        if lead == "of" and noun is None and said[self._last] not in LEADING:
            lead = ""  # `to carry out every one of them`
        return [*self._led(lead), *self._on_verb(lead, between)], lead

    def _beside(self, noun: int, between: Sequence[str]) -> list[Way]:
        """Return what nouns hang on behind another: `crews and pilots`, `gave Dorn a boat`."""
        above = [one for one in self.ups.get(noun, ()) if one[1] not in {BESIDE, GUESS}]
        if above and not JOINING.isdisjoint(between):
            return above
        return [*above, (noun, BESIDE if between else GUESS)]

    def _of(self, noun: int) -> list[Way]:
        above = [(noun, OBJECT if noun in self._owned else "of")]
        if self._clause.said[self._last - 1] in CONTAINERS:
            above += list(self.ups.get(noun, ())) or [(noun, ANY)]
        if self.units[noun].kind == "name":  # `the sale by Rusk of a boat`
            above += [(one, "of") for one in self._chain[:-1]]
        return above

    def _led(self, lead: str) -> list[Way]:
        """Return the nouns on which those behind a preposition may hang."""
        way = ANY if lead in COMPARING else lead
        near = [(one, way) for one in self._chain if lead and self._noun is not None]
        if lead and self._act.light and self._act.passive:
            near += [(one, lead) for one, _ in self._subjects]  # `a promise was made by her`
        return near

    def _on_verb(self, lead: str, between: Sequence[str]) -> list[Way]:
        if self._verb is None:
            return []
        way = f"+{lead}" if lead else ANY if self._act.passive else OBJECT
        if self._inverted and not between and self._noun is None:
            way = SUBJECT  # `…, said Rusk`
        found = [(self._verb, way)]
        if lead == "by" and self._undergoing is not None:
            found.append((self._undergoing, way))
        return found

    def _hang(self, one: int, above: Iterable[Way]) -> None:
        self.ups.setdefault(one, {}).update((way, None) for way in above if way[0] != one)

    def _hang_all(self, ones: Iterable[Way], head: int) -> None:
        for one, _ in ones:
            self._hang(one, [(head, GUESS)])

    def _is_copula(self, verb: int | None) -> bool:
        no_unit = verb is not None and verb >= len(self.units)
        return no_unit and not self.said[(verb or 0) - len(self.units)]

    def _reports(self, at: int) -> bool:
        clause = self._clause
        return at in clause.speech or clause.said[at] in SAYING or is_reporting(clause, at)

    def _helps(self, at: int) -> bool:
        tokens = self._clause.said[at : at + 1]
        return acts(self._clause, at) or not (BEING | HAVING | MODALS).isdisjoint(tokens)

    def _is_led_or_helps(self, at: int) -> bool:
        """Whether a `that` before it opens no clause: `that of Rusk`, `the boat that sank`."""
        tokens = self._clause.said[at : at + 1]
        return self._helps(at) or not LEADING.isdisjoint(tokens)

    def _is_main(self, at: int) -> bool:
        """Whether a form of `be` or `have` is a verb by itself, in no question."""
        said = self._clause.said
        main = at > 0 and said[at] in BEING | HAVING and said[0] not in WH
        return main and not self._is_helper(at)

    def _is_helper(self, at: int) -> bool:
        """Whether a form of `be` or `have` stands before the verb that it helps."""
        said, end = self._clause.said, at + 1
        while end < min(len(said), at + NEAR) and (said[end] in HELPERS or said[end][-2:] == "ly"):
            end += 1
        been = said[at] in HAVING and not BEING.isdisjoint(said[at + 1 : end])
        return been or acts(self._clause, end)

    def _is_source(self, at: int) -> bool:
        """Whether a name or a document stands at `at`, as behind the `per` of who says it."""
        units = (self._clause.here.get(one) for one in (at, at + 1, at + 2))
        return any(unit and (unit.kind == "name" or unit.said in DOCUMENTS) for unit in units)

    def _is_said_by(self, place: int) -> bool:
        """Whether somebody says it at its end: `…, she said`, `…, a report has found`."""
        unit, said = self.units[place], self._clause.said
        if unit.kind == "name" and unit.end in self._clause.speech:
            return True
        at = unit.end
        while at < min(len(said), unit.end + REST) and (self._helps(at) or said[at] in SAYING):
            at += 1
        return at > unit.end and (at == len(said) or said[at] in STOPS)
