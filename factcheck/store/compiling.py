"""Compile the kept shelves into an index: one document a claim, and what they share."""

from collections import Counter
from pathlib import Path
from typing import Any

import tantivy

from factcheck.compare.profile import Profile
from factcheck.compare.profiling import profile, supporting_texts
from factcheck.corpus.corpus import Corpus
from factcheck.record import Claim, as_data, noted, quotations_of
from factcheck.store.places import unwritten
from factcheck.store.reading import Kept, Store
from factcheck.store.recording import dumps
from factcheck.store.section import FIELD_SCHEMA, Section
from factcheck.text.cleaning import clean
from factcheck.text.lexicon import table
from factcheck.text.reading import Reader
from factcheck.text.spelling import SHORTEST
from factcheck.text.words import tokens

SHARED = "shared.json"
HEAP = 15_000_000  # bytes; the least that a tantivy writer takes


def compile_corpus(corpus: Corpus, folder: Path | None) -> Store:
    """Return the kept shelves of `corpus`, compiled as `compile_kept` does."""
    return Store(compile_kept(corpus, folder))


def compile_kept(corpus: Corpus, folder: Path | None) -> Kept:
    """Write `corpus` as an index into the empty `folder`, or keep it in memory.

    Its long shelves have indexes of their own, which `long` makes.

    Raises:
        OSError: The folder cannot be written.
    """
    lexicon = table(corpus.lexicon)
    reader = Reader(lexicon)
    profiles = [profile(claim, reader) for claim in corpus.claims]
    try:
        index = tantivy.Index(FIELD_SCHEMA, path=str(folder) if folder else None)
        writer = index.writer(heap_size=HEAP, num_threads=1)
        for number, (claim, made) in enumerate(zip(corpus.claims, profiles, strict=True)):
            writer.add_document(_document(number, claim, made))
        writer.commit()
        writer.wait_merging_threads()
    except ValueError as error:  # tantivy tells a full disk this way
        raise unwritten(folder, error) from error
    index.reload()
    shared = _shared(corpus, profiles, lexicon, reader)
    if folder:
        (folder / SHARED).write_bytes(dumps(shared))
    return Kept(Section(index, shared["size"]), shared)


def _document(number: int, claim: Claim, made: Profile) -> tantivy.Document:
    terms = [term for said in (*made.phrases, *made.traps) for term in sorted(said.keys)]
    document = tantivy.Document()
    document.add_unsigned("number", number)
    document.add_text("id", claim.id)
    for topic in claim.topics:
        document.add_text("topic", topic)
    document.add_text("terms", " ".join(terms))
    document.add_bytes("claim", dumps(as_data(claim)))
    document.add_bytes("profile", dumps(made.data))
    return document


def _shared(
    corpus: Corpus, profiles: list[Profile], lexicon: dict[str, Any], reader: Reader
) -> dict[str, Any]:
    held = Counter(topic for claim in corpus.claims for topic in claim.topics)
    return {
        "sources": {name: as_data(source) for name, source in corpus.sources.items()},
        "proved": sorted(corpus.fingerprints),
        "typographic": _typographic(corpus),
        "topics": [[s.topic, s.title, held[s.topic]] for s in corpus.shelves],
        "gaps": [
            [gap.matter, [sorted(reader.read(way).keys) for way in gap.asked]]
            for source in corpus.sources.values()
            for gap in source.gaps
        ],
        "size": len(corpus.claims),
        "lexicon": lexicon,
        "vocabulary": " ".join(_vocabulary(corpus)),
        "frequency": Counter(term for made in profiles for term in sorted(made.keys)),
    }


def _typographic(corpus: Corpus) -> list[str]:
    """Return the quotations that their source has in another typography."""
    quotations = [q for claim in corpus.claims for q in quotations_of(claim)]
    prints = corpus.fingerprints
    return [
        quotation.text
        for quotation in quotations
        if quotation.source in prints
        and prints[quotation.source or ""].prove(quotation.text).fidelity == "typographic"
    ]


def _vocabulary(corpus: Corpus) -> list[str]:
    """Return every word of the claims' texts and of the corpus' names."""
    texts = [text for claim in corpus.claims for text in supporting_texts(claim)]
    texts += [text for claim in corpus.claims for text in noted(claim)]
    texts += [alias for name in corpus.lexicon.names for alias in name.called]
    words = {word for text in texts for word in tokens(clean(text)) if word.isalpha()}
    return sorted(word for word in words if len(word) >= SHORTEST)
