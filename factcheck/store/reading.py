"""Read a compiled corpus: find candidate claims, fetch records.

Loads neither pydantic nor YAML. Ranking of candidates is BM25 (Robertson and
Zaragoza, 2009) by tantivy; what they mean is the comparison's business.
"""

import json
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Any

import tantivy

from factcheck.compare.profile import Profile, from_json
from factcheck.record import Claim, Figure, Misreading, Quotation, Reply, Source, quotations_of
from factcheck.text.cleaning import clean
from factcheck.text.reading import Reader, Reading
from factcheck.text.spelling import corrected
from factcheck.text.words import stem


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_unsigned_field("number", stored=True, indexed=True)
    for name in ("id", "topic"):
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic")
    builder.add_text_field("terms", tokenizer_name="whitespace", index_option="freq")
    for name in ("claim", "profile"):
        builder.add_bytes_field(name, stored=True)
    return builder.build()


FIELD_SCHEMA = _schema()


class Store:
    """A compiled corpus."""

    def __init__(self, index: tantivy.Index, shared: dict[str, Any]) -> None:
        """Take an index of `FIELD_SCHEMA` and the data that its claims share."""
        self._searcher = index.searcher()
        self._shared = shared
        self._rows: dict[int, tuple[bytes, bytes]] = {}
        self._numbers: dict[tuple[int, int], int] = {}
        self._profiles: dict[int, Profile] = {}
        self._claims: dict[int, Claim] = {}
        self.reader = Reader(shared["lexicon"])
        self.weights: dict[str, float] = shared["weights"]
        self.vocabulary: list[str] = shared["vocabulary"].split()
        self._words = frozenset(self.vocabulary)
        self.ids: list[str] = shared["ids"]
        self.size = len(self.ids)
        self.topics = [(topic, title, count) for topic, title, count in shared["topics"]]

    @cached_property
    def sources(self) -> dict[str, Source]:
        """Sources by id."""
        return {name: _source(data) for name, data in self._shared["sources"].items()}

    def sources_of(self, claim: Claim) -> list[Source]:
        """Return the sources of a claim's quotations, the main one's first."""
        names = dict.fromkeys(quotation.source or "" for quotation in quotations_of(claim))
        return [self.sources[name] for name in names]

    def fidelity(self, quotation: Quotation) -> str:
        """Return `exact`, `typographic` or `unread`: how a quotation was proved."""
        if quotation.source not in self._shared["proved"]:
            return "unread"
        return "typographic" if quotation.text in self._shared["typographic"] else "exact"

    def read(self, query: str) -> Reading:
        """Return what `query` says, its spelling corrected towards the corpus' words."""
        typed = clean(query)
        meant = corrected(typed, self.vocabulary, self._knows)
        reading = self.reader.read(meant)
        return reading if meant == typed else reading._replace(text=self.reader.read(typed).text)

    def _knows(self, word: str) -> bool:
        stemmed = stem(word)
        return word in self._words or stemmed in self.weights or self.reader.senses.knows(stemmed)

    def candidates(
        self, terms: Iterable[str], topics: Sequence[str] = (), limit: int = 10
    ) -> list[int]:
        """Return the numbers of the claims nearest to `terms`, best first."""
        should = [(tantivy.Occur.Should, self._term("terms", term)) for term in terms]
        if not should:
            return []
        query = tantivy.Query.boolean_query(should)
        if topics:
            wanted = [(tantivy.Occur.Should, self._term("topic", topic)) for topic in topics]
            both = [(tantivy.Occur.Must, query)]
            query = tantivy.Query.boolean_query(
                [*both, (tantivy.Occur.Must, tantivy.Query.boolean_query(wanted))]
            )
        return [self._number(address) for _, address in self._searcher.search(query, limit).hits]

    def claim(self, number: int) -> Claim:
        """Return the claim with this number, from 0 in the order of the files."""
        if number not in self._claims:
            self._claims[number] = _claim(json.loads(self._row(number)[0]))
        return self._claims[number]

    def statement(self, number: int) -> str:
        """Return the statement of the claim with this number."""
        statement: str = json.loads(self._row(number)[0])["statement"]
        return statement

    def profile(self, number: int) -> Profile:
        """Return the profile of the claim with this number."""
        if number not in self._profiles:
            self._profiles[number] = from_json(json.loads(self._row(number)[1]))
        return self._profiles[number]

    def put_profile(self, number: int, profile: Profile) -> None:
        """Use `profile` for the claim with this number, to try another wording of it."""
        self._profiles[number] = profile

    def claims(self, topics: Sequence[str] = ()) -> list[Claim]:
        """Return all claims, or those on any of `topics`, in the order of the files."""
        every = (self.claim(number) for number in range(len(self.ids)))
        return [claim for claim in every if not topics or set(topics) & set(claim.topics)]

    def _term(self, field: str, value: str) -> tantivy.Query:
        return tantivy.Query.term_query(FIELD_SCHEMA, field, value, index_option="basic")

    def _number(self, address: tantivy.DocAddress) -> int:
        place = (address.segment_ord, address.doc)
        if place not in self._numbers:
            document = self._searcher.doc(address)
            number = self._numbers[place] = int(document["number"][0])
            self._rows[number] = (document["claim"][0], document["profile"][0])
        return self._numbers[place]

    def _row(self, number: int) -> tuple[bytes, bytes]:
        if number not in self._rows:
            query = tantivy.Query.term_query(FIELD_SCHEMA, "number", number)
            for _, address in self._searcher.search(query, 1).hits:
                self._number(address)
        return self._rows[number]


def dumps(data: Any) -> bytes:
    """Return `data` as compact JSON."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()


def _claim(data: dict[str, Any]) -> Claim:
    lists = {key: tuple(value) for key, value in data.items() if isinstance(value, list)}
    return Claim(
        **{
            **data,
            **lists,
            "quotations": tuple(Quotation(**quote) for quote in data["quotations"]),
            "figures": tuple(Figure(**figure) for figure in data["figures"]),
            "replies": tuple(_reply(reply) for reply in data["replies"]),
            "misreadings": tuple(Misreading(**reading) for reading in data["misreadings"]),
        }
    )


def _reply(data: dict[str, Any]) -> Reply:
    return Reply(**{**data, "quotation": Quotation(**data["quotation"])})


def _source(data: dict[str, Any]) -> Source:
    return Source(**{**data, "caveats": tuple(data["caveats"]), "errors": tuple(data["errors"])})
