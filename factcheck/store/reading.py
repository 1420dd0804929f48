"""Read a compiled corpus: find candidate claims, fetch records, weigh terms.

Loads neither pydantic nor YAML.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any, NamedTuple

from factcheck.compare.gaps import Asked
from factcheck.compare.profile import Profile
from factcheck.compare.profiling import profile
from factcheck.record import Claim, Quotation, Source, sources_named
from factcheck.store.recording import claim_of, source_of
from factcheck.store.section import Row, Section, stemmed
from factcheck.store.weights import Weights, telling
from factcheck.text.cleaning import clean
from factcheck.text.reading import Reader, Reading
from factcheck.text.spelling import corrected, nearest_word
from factcheck.text.words import stem

if TYPE_CHECKING:
    from factcheck.corpus.fingerprint import Fingerprint

KEPT = 2_000
"""So many claims and profiles are held for the next query, and no more in a long batch."""
READINGS = 30
"""So many readings are held: those of one text and its parts."""
MISSPELLED = 5_000
"""For so many unknown words it is held what was meant by them."""
OTHER_OPENINGS = {"en": "in", "in": "en", "em": "im", "im": "em"}
"""Openings of words that people mix up: `enquiry` and `inquiry`."""


class Kept(NamedTuple):
    """The index of the kept shelves, and what their claims share."""

    section: Section
    shared: dict[str, Any]


class Long(NamedTuple):
    """A long shelf: its index, its topic, and what the shelf is called."""

    section: Section
    topic: str
    title: str


class Store:
    """A compiled corpus: its kept claims come first, then those of each long shelf."""

    least = 0.0
    silent = False

    def __init__(self, kept: Kept, long: Sequence[Long] = (), folder: Path | None = None) -> None:
        """Take the kept shelves, the long ones, and the folder of the sources' fingerprints."""
        section, shared = kept
        self._folder = folder
        self._alone = Lock()  # a section is not made for several threads; what is here, is
        self._shared = shared
        self._sections = [section, *(shelf.section for shelf in long)]
        self._long = tuple(long)
        self._profiles: dict[int, Profile] = {}
        self._claims: dict[int, Claim] = {}
        self.each = [self]
        self.reader = Reader(shared["lexicon"])
        self._readings: dict[str, Reading] = {}
        self._meant = lru_cache(MISSPELLED)(self._word_meant)
        self.vocabulary: list[str] = shared["vocabulary"].split()
        self._words = frozenset(self.vocabulary)
        self.size = sum(section.size for section in self._sections)
        self._weights = Weights(shared["frequency"], self._sections[1:], self.size)
        self.topics = [(topic, title, count) for topic, title, count in shared["topics"]]
        self.topics += [(shelf.topic, shelf.title, shelf.section.size) for shelf in long]

    @property
    def weights(self) -> Weights:
        """How much each term tells the claims apart."""
        return self._weights

    @cached_property
    def gaps(self) -> list[Asked]:
        """What the sources leave open."""
        return [Asked(m, tuple(map(frozenset, ways))) for m, ways in self._shared["gaps"]]

    @cached_property
    def sources(self) -> dict[str, Source]:
        """Sources by id."""
        return {name: source_of(data) for name, data in self._shared["sources"].items()}

    @cached_property
    def fingerprints(self) -> list["Fingerprint"]:
        """Those of the sources that have one, read when first asked for."""
        from factcheck.corpus.fingerprint import loads
        from factcheck.corpus.regular import content

        named = [one.fingerprint for one in self.sources.values() if one.fingerprint]
        folder = self._folder
        return [loads(content(folder / name).decode()) for name in named if folder]

    def corpus_of(self, claim: Claim) -> str | None:  # noqa: ARG002 - as in `Several`
        """Return `None`: where there is one corpus, no claim needs its name."""
        return None

    def sources_of(self, claim: Claim) -> list[Source]:
        """Return the sources of a claim's quotations, the main one's first."""
        return [self.sources[name] for name in sources_named(claim)]

    def source_of(self, claim: Claim) -> Source | None:
        """Return the source of a claim's main quotation; `None` if it has none."""
        return self.sources[claim.quotations[0].source or ""] if claim.quotations else None

    def fidelity(self, quotation: Quotation) -> str:
        """Return `exact`, `typographic` or `unread`: how a quotation was proved."""
        if quotation.source not in self._shared["proved"]:
            return "unread"
        return "typographic" if quotation.text in self._shared["typographic"] else "exact"

    def read(self, query: str) -> Reading:
        """Return what `query` says, its spelling corrected towards the corpus' words.

        The last ones are kept: a text is read whole, in its parts, and to tell what is left open.
        """
        found = self._readings.get(query)
        if found is None:
            meant = corrected(clean(query), self._meant, self._knows)
            found = self.reader.read(meant, query)
            if len(self._readings) >= READINGS:
                self._readings.clear()
            self._readings[query] = found
        return found

    def _word_meant(self, word: str) -> str | None:
        return nearest_word(word, list(self._alike(word)))

    def _knows(self, word: str) -> bool:
        stemmed = stem(word)
        return word in self._words or stemmed in self._weights or self.reader.senses.knows(stemmed)

    def _alike(self, word: str) -> Iterator[str]:
        """Yield the words that may be meant by a misspelled one; of long shelves their stems."""
        swapped = word[1::-1]
        yield from self._by_start[word[0]]
        if swapped[0] != word[0]:
            yield from self._by_start[swapped]
        yield from self._by_start[OTHER_OPENINGS.get(word[:2], "")]
        for section in self._sections[1:]:
            for start in {word[:2], swapped}:
                with self._alone:
                    terms = section.terms_from(start)
                yield from terms

    @cached_property
    def _by_start(self) -> Mapping[str, list[str]]:
        """The words of the kept claims by their first letter, and by their first two."""
        found: dict[str, list[str]] = defaultdict(list)
        for word in self.vocabulary:
            found[word[0]].append(word)
            if len(word) > 1:
                found[word[:2]].append(word)
        return found

    def candidates(
        self, terms: Iterable[str], topics: Sequence[str] = (), limit: int = 10
    ) -> list[int]:
        """Return the numbers of the kept claims nearest to `terms`, best first."""
        with self._alone:
            return [number for _, number in self._sections[0].ranked(terms, topics, limit)]

    def long_candidates(
        self, words: Iterable[str], topics: Sequence[str] = (), limit: int = 20
    ) -> list[int]:
        """Return the numbers of the claims on long shelves nearest to `words`, best first."""
        if not self._long:
            return []
        asked = sorted(set(stemmed(" ".join(words))))
        found: list[tuple[float, int]] = []
        start = self._sections[0].size
        for section in self._sections[1:]:
            with self._alone:
                ranked = section.ranked(telling(asked, section), topics, limit)
            found += [(score, start + number) for score, number in ranked]
            start += section.size
        return [number for _, number in sorted(found, key=lambda one: -one[0])[:limit]]

    def number_of(self, name: str) -> int | None:
        """Return the number of the claim whose id is `name`, or `None` if there is none."""
        start = 0
        for section in self._sections:
            with self._alone:
                number = section.number_of(name)
            if number is not None:
                return start + number
            start += section.size
        return None

    def ids_from(self, start: str, limit: int = 100) -> list[str]:
        """Return the first ids of each section that begin with `start`."""
        return [name for section in self._sections for name in section.ids_from(start, limit)]

    def claim(self, number: int) -> Claim:
        """Return the claim with this number, from 0 in the order of the files."""
        claim = self._claims.get(number)
        if claim is None:
            if len(self._claims) >= KEPT:
                self._claims.clear()
            data = self._record(number)
            only = next(iter(self._shared["sources"]), "")
            at, _ = self._place(number)
            topic = self._long[at - 1].topic if at else None
            claim = self._claims[number] = claim_of(data, topic, only)
        return claim

    def statement(self, number: int) -> str:
        """Return the statement of the claim with this number."""
        statement: str = self._record(number)["statement"]
        return statement

    def quotes(self, *, long: bool) -> bool:
        """Whether any claim may quote a source, or any on a `long` shelf; others are reviewed."""
        sections = self._sections[1:] if long else self._sections
        return any(section.size and section.quotes for section in sections)

    def is_reviewed(self, number: int) -> bool:
        """Whether the claim with this number is one that publishers of fact checks reviewed."""
        return bool(self._record(number)["kind"] == "reviewed")

    def _record(self, number: int) -> dict[str, Any]:
        record: dict[str, Any] = json.loads(self._row(number).claim)
        return record

    def _row(self, number: int) -> Row:
        at, within = self._place(number)
        with self._alone:
            return self._sections[at].row(within)

    def profile(self, number: int) -> Profile:
        """Return the profile of the claim with this number."""
        found = self._profiles.get(number)
        if found is None:
            if len(self._profiles) >= KEPT:
                self._profiles.clear()
            stored = self._row(number).profile
            found = self._profiles[number] = (
                Profile(json.loads(stored)) if stored else profile(self.claim(number), self.reader)
            )
        return found

    def put_profile(self, number: int, profile: Profile) -> None:
        """Use `profile` for the claim with this number, to try another wording of it."""
        self._profiles[number] = profile

    def claims(self, topics: Sequence[str] = ()) -> Iterator[Claim]:
        """Yield all claims, or those on any of `topics`, in the order of the files."""
        return map(self.claim, self.numbers(topics))

    def numbers(self, topics: Sequence[str] = ()) -> Iterator[int]:
        """Yield the numbers of all claims, or of those on any of `topics`, in order."""
        for number in range(self.size):
            if not topics or set(topics) & set(self.claim(number).topics):
                yield number

    def _place(self, number: int) -> tuple[int, int]:
        """Return which section a claim is in, and its number there."""
        at = 0
        while number >= self._sections[at].size:
            number -= self._sections[at].size
            at += 1
        return at, number
