"""A claim as the comparison sees it: each of its wordings by itself.

Made once, when a corpus is compiled; `data` is what it is made from, JSON-ready.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import Any, Literal, NamedTuple

from factcheck.text.verbs import is_passive
from factcheck.text.words import stem

Standing = Literal["curated", "reviewed", "withdrawn"]

DOING = frozenset({"agent", "speaker"})
WORD = re.compile(r"\w+")
CORE = 0.6
"""Whom and where so many of a claim's sentences name, it is about."""


@lru_cache(maxsize=100)
def words_of(text: str) -> tuple[str, ...]:
    """Return the words of a text in lower case, without its marks."""
    return tuple(WORD.findall(text.lower()))


class Recorded(NamedTuple):
    """A figure of a claim.

    Attributes:
        value: As in `text.figures.Figure`; a length of time in months.
        unit: What it counts: a term, `share`, a currency, `duration`, `ago`, or empty.
        precision: As in `text.figures.Figure`.
        per: The period that it is a rate over; empty if it is none.
        said: As the claim's texts give it.
        curated: Whether it is given as data; of any other the unit is a guess.
    """

    value: float
    unit: str
    precision: str
    per: str
    said: str
    curated: bool


class Held(NamedTuple):
    """A unit of a wording: what is compared of a `text.units.Unit`."""

    key: str
    said: str
    clause: int
    opposite: bool
    denied: bool
    under: int
    operators: frozenset[str]
    put: str = ""


def _held(data: Sequence[Any]) -> Held:
    key, said, clause, opposite, denied, under, operators, put = data
    return Held(key, said, clause, opposite, denied, under, frozenset(operators), put)


class Hanging(NamedTuple):
    """What hangs on what in a wording.

    Attributes:
        key: The key of what hangs.
        on: The key of what it hangs on; `~` and a stem for a verb that is no unit.
        word: That as it stands.
        way: How, as in `text.ways`.
        said: The two as they stand.
    """

    key: str
    on: str
    word: str
    way: str
    said: str


def verb_key(said: str) -> str:
    """Return the key of a verb that is no unit."""
    return f"~{stem(said)}"


class Phrase:
    """One wording as the comparison sees it.

    Attributes:
        text: As curators wrote it.
        keys: The keys of its units.
        length: How many units it has.
        counts: For the key of each figure what it counts: a term, or empty.
        whole: For each clause, how many of its words deny all of it.
        loose: How many a `not` is followed by nothing in its clause.
        states: Whether it is a statement; a search phrase says nothing of mood or denial, and
            a question may have either answer.
        moods: The moods in which anything stands in it, each with the word for it.
    """

    def __init__(self, data: Mapping[str, Any]) -> None:
        """Take what `profiling` made; of most wordings no more than the keys is ever read."""
        self._data = data
        self.text: str = data["text"]
        self.keys = frozenset([one[0] for one in data["held"]])
        self.length = len(data["held"])
        self.counts: Mapping[str, str] = data["counts"]
        self.whole: Sequence[int] = data["whole"]
        self.loose: int = data["loose"]
        self.states: bool = data["states"]
        self.moods: Mapping[str, str] = data["moods"]

    @cached_property
    def held(self) -> tuple[Held, ...]:
        """Its units, in order."""
        return tuple(map(_held, self._data["held"]))

    @cached_property
    def deeds(self) -> tuple[tuple[str, str, str], ...]:
        """Who plays which part: actor, role and verb."""
        return tuple((one[0], one[1], one[2]) for one in self._data["deeds"])

    @cached_property
    def sides(self) -> tuple[tuple[str, frozenset[str], frozenset[str]], ...]:
        """Each verb with the keys on the doer's side of it and those on the other."""
        return tuple((v, frozenset(a), frozenset(b)) for v, a, b in self._data["sides"])

    @cached_property
    def relations(self) -> tuple[tuple[Any, ...], ...]:
        """What stands how to what, as `links.relations` has it."""
        return tuple(map(tuple, self._data["relations"]))

    @cached_property
    def by_key(self) -> dict[str, list[Held]]:
        """Its units by key."""
        found: dict[str, list[Held]] = {}
        for one in self.held:
            found.setdefault(one.key, []).append(one)
        return found

    @cached_property
    def words(self) -> tuple[str, ...]:
        """Its words in lower case."""
        return words_of(self.text)

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """For each key the places of its units."""
        found: dict[str, list[int]] = {}
        for place, one in enumerate(self.held):
            found.setdefault(one.key, []).append(place)
        return found

    @cached_property
    def dependencies(self) -> tuple[Hanging, ...]:
        """What hangs on what."""
        held = self.held
        verbs = [(verb_key(verb), verb) for verb in self._data["acts"]]
        named = [*((one.key, one.said) for one in held), *verbs]
        return tuple(
            Hanging(
                held[a].key,
                named[b][0],
                named[b][1],
                way,
                " … ".join(named[place][1] for place in sorted((a, b))),
            )
            for a, b, way in self._data["hangs"]
        )

    @cached_property
    def all_keys(self) -> frozenset[str]:
        """Its keys, with those of verbs that are no units."""
        return self.keys.union(map(verb_key, self._data["acts"]))

    @cached_property
    def qualifying(self) -> frozenset[Held]:
        """Its units that stand right before another, as `new` does in `the new pier`."""
        done = {word for led, word in pairwise(self.words) if led == "to"}
        undergone = {word for at, word in enumerate(self.words) if is_passive(self.words, at)}
        text = f" {' '.join(self.words)} "
        words = (pair for pair in pairwise(self.held) if all(one.key[0] != "#" for one in pair))
        pairs = ((one, other.said.split()[0]) for one, other in words if one.said.isalnum())
        plain = (a for a in pairs if a[0].said not in done and a[1] not in undergone)
        return frozenset(one for one, other in plain if f" {one.said} {other} " in text)


class Profile:
    """What a claim's statement, wordings and quotations say.

    Attributes:
        data: What it was made from, JSON-ready.
        phrases: Each supporting text: the statement, the wordings, then the quotations.
        traps: Each misreading, then each boundary.
        corrections: What the curators say against each misreading.
        notes: What they say of each boundary.
        standing: `curated`, `reviewed` (others judged it, so it settles nothing by
            itself) or `withdrawn` (it settles nothing any more).
        accuser: The names, or else the words, for who makes an allegation; empty for any
            other claim.
        speaker: The names of who asserts it or speaks in its quotations.
        kinds: For each of its names whose kind is known `person`, `body` or `place`.
        worded: Whether curators wrote other wordings of it.
        figures: Its figures.
        years, months: All that it names.
        places: Source and paragraph of each quotation.
        keys: Every key of every phrase.
        reach: The same, and every key of its misreadings.
    """

    def __init__(self, data: Mapping[str, Any]) -> None:
        """Take what `profiling` made."""
        self.data = data
        self.phrases = tuple(map(Phrase, data["phrases"]))
        self.traps = tuple(map(Phrase, data["traps"]))
        self.corrections: tuple[str, ...] = tuple(data["corrections"])
        self.notes: tuple[str, ...] = tuple(data["notes"])
        self.standing: Standing = data["standing"]
        self.accuser = frozenset(data["accuser"])
        self.speaker = frozenset(data["speaker"])
        self.kinds: Mapping[str, str] = data["kinds"]
        self.worded: bool = data["worded"]
        self.figures = tuple(Recorded(*one) for one in data["figures"])
        self.years = frozenset(data["years"])
        self.months = frozenset(data["months"])
        self.places = frozenset(data["places"])
        self.keys = self.speaker.union(*(phrase.keys for phrase in self.phrases))
        self.reach = self.keys.union(*(trap.keys for trap in self.traps))

    @cached_property
    def by_key(self) -> dict[str, list[Held]]:
        """The units of all its wordings by key."""
        found: dict[str, list[Held]] = {}
        for phrase in self.phrases:
            for key, held in phrase.by_key.items():
                found.setdefault(key, []).extend(held)
        return found

    def speaker_as_held(self, name: str) -> Held:
        """Return who asserts the claim as a unit of it, though its wordings need not name them."""
        known = self.by_key.get(name)
        said = known[0].said if known else name[1:].replace("_", " ").title()
        return Held(name, said, 0, opposite=False, denied=False, under=0, operators=frozenset())

    @cached_property
    def where(self) -> dict[str, list[int]]:
        """For each key the places of the wordings that have it, and behind them of misreadings."""
        found: dict[str, list[int]] = {}
        for place, phrase in enumerate((*self.phrases, *self.traps)):
            for key in phrase.keys:
                found.setdefault(key, []).append(place)
        return found

    @cached_property
    def sizes(self) -> tuple[int, ...]:
        """How many keys each of its wordings has, and behind them each misreading."""
        return tuple(len(phrase.keys) for phrase in (*self.phrases, *self.traps))

    @cached_property
    def said(self) -> Counter[str]:
        """How often its wordings have each word, as they write it."""
        return Counter(one.said for phrase in self.phrases for one in phrase.held)

    @cached_property
    def limits(self) -> frozenset[str]:
        """Every mood and quantity in which it has anything."""
        return frozenset().union(*(one.operators for held in self.by_key.values() for one in held))

    @cached_property
    def usual_moods(self) -> dict[str, frozenset[str]]:
        """For each key the moods in which most of its units stand."""
        found = {}
        for key, held in self.by_key.items():
            often = Counter(mood for one in held for mood in one.operators)
            found[key] = frozenset(mood for mood, n in often.items() if n >= CORE * len(held))
        return found

    @cached_property
    def sentences(self) -> tuple[Phrase, ...]:
        """Its wordings that are sentences: a search phrase tells nobody's part."""
        return tuple(phrase for phrase in self.phrases if phrase.states)

    @cached_property
    def hanging(self) -> dict[tuple[str, str], list[Hanging]]:
        """For two keys, how the first hangs on the other in its sentences."""
        found: dict[tuple[str, str], list[Hanging]] = {}
        for phrase in self.told:
            for one in phrase.dependencies:
                found.setdefault((one.key, one.on), []).append(one)
        return found

    @cached_property
    def hanging_on(self) -> dict[str, list[Hanging]]:
        """For a verb's key what hangs on it in its sentences; for any other as well."""
        found: dict[str, list[Hanging]] = {}
        for both in self.hanging.values():
            found.setdefault(both[0].on, []).extend(both)
        return found

    @cached_property
    def told(self) -> tuple[Phrase, ...]:
        """Its sentences, or its search phrases if it has none."""
        return self.sentences or self.phrases

    @cached_property
    def among(self) -> dict[str, frozenset[int]]:
        """For each key, and each verb that is no unit, the sentences that have it."""
        found: dict[str, set[int]] = {}
        for number, phrase in enumerate(self.told):
            for key in phrase.all_keys:
                found.setdefault(key, set()).add(number)
        return {key: frozenset(numbers) for key, numbers in found.items()}

    @cached_property
    def neighbours(self) -> frozenset[tuple[str, str]]:
        """The keys that stand side by side in any of its wordings."""
        pairs = (pairwise(phrase.held) for phrase in self.phrases)
        return frozenset((a.key, b.key) for each in pairs for a, b in each)

    @cached_property
    def parts(self) -> dict[str, Counter[str]]:
        """For each actor how often it plays which part."""
        found: dict[str, Counter[str]] = defaultdict(Counter)
        for phrase in self.sentences:
            for actor, role, _ in phrase.deeds:
                found[actor][role] += 1
        return found

    @cached_property
    def attested(self) -> frozenset[tuple[str, str, str]]:
        """Each actor, or other thing, with a part that a wording gives it about a verb."""
        found = {deed for phrase in self.sentences for deed in phrase.deeds}
        found |= {(actor, "agent", verb) for actor, role, verb in found if role == "other" and verb}
        for phrase in self.sentences:
            aside = {actor for actor, role, _ in phrase.deeds if role in {"other", "speaker"}}
            doing = {actor for actor, role, _ in phrase.deeds if role == "agent"}
            undergone = {verb for _, role, verb in phrase.deeds if role == "patient" and verb}
            for verb, does, done in phrase.sides:
                # `Dorn was blamed by Rusk for lying` has no Rusk who lies.
                blaming = {
                    a for a, r, v in phrase.deeds if r == "agent" and v in undergone - {verb}
                }
                acting = self._nearest(does - blaming, verb, phrase, before=True) - aside
                found |= {(one, "agent", verb) for one in acting}
                undergoing = self._nearest(done, verb, phrase) - aside - doing
                found |= {(one, "patient", verb) for one in undergoing}
        return frozenset(found)

    def _nearest(
        self, side: frozenset[str], verb: str, phrase: Phrase, *, before: bool = False
    ) -> frozenset[str]:
        """Return what stands on a side of a verb, but of actors only the nearest.

        Of those `before` it none that stands behind: a `by` tells who does what is passive.
        """
        at = phrase.places.get(verb.lstrip("!"), [])
        acting = [one for one in side if one in self.parts]
        if not at or not acting:
            return side
        near = min(acting, key=lambda one: min(abs(place - at[0]) for place in phrase.places[one]))
        kept = set() if before and phrase.places[near][0] > at[0] else {near}
        return side - {*acting} | kept

    @cached_property
    def doers(self) -> dict[tuple[str, str], Counter[str]]:
        """For each part and verb who plays it, and how often."""
        found: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
        for phrase in self.sentences:
            for actor, role, verb in phrase.deeds:
                found["agent" if role == "other" and verb else role, verb][actor] += 1
        return found

    @cached_property
    def over(self) -> Counter[tuple[str, str]]:
        """How often one actor does something, or says it, and another has another part."""
        found: Counter[tuple[str, str]] = Counter()
        for phrase in self.sentences:
            doing = {actor for actor, role, _ in phrase.deeds if role in DOING}
            rest = {actor for actor, role, _ in phrase.deeds if role not in DOING} - doing
            found.update((one, other) for one in doing for other in rest)
        return found

    @cached_property
    def core(self) -> frozenset[str]:
        """The names that most of its sentences have, beside who asserts it or does something.

        A sentence in the passive need not say who did it.
        """
        sentences = self.sentences
        often = Counter(key for phrase in sentences for key in phrase.keys if key[0] == "@")
        most = {key for key, times in often.items() if times >= CORE * len(sentences)}
        doing = {key for key in most if sum(self.parts[key][role] for role in DOING)}
        return frozenset(most - self.speaker - doing)
