"""Say whether words stand in what the corpora quote: exactly, or with which differences."""

import re
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Literal, NamedTuple

from rapidfuzz.distance import Levenshtein

from factcheck.drafts.quoting import GAP, MARKED, SHORTEST, WORD, likeness, restored, spelled, words
from factcheck.drafts.verbatim import NEAR, Verbatim
from factcheck.lookup.searching import search_across
from factcheck.record import Quotation, quotations_of
from factcheck.store.several import Corpora

Standing = Literal["exact", "same_words", "shortened", "in_source", "differs", "not_found"]
WHOLE: tuple[Standing, ...] = ("exact", "same_words", "shortened")
"""How words stand in a quotation that has all of them, the best first."""
ALL = 2_000
"""Claims; of a corpus that has more, the quotations of those nearest to the words are read."""
NEAREST = 50
"""So many."""
SHOWN = 5
"""So many quotations are told of at most."""
SIC = re.compile(r"\s*\[sic\]", re.IGNORECASE)


class Difference(NamedTuple):
    """Words that differ; `said` or `recorded` is empty where only one of the two has some."""

    said: str
    recorded: str


class Stands(NamedTuple):
    """A quotation of the corpus beside the words that were asked about.

    Attributes:
        number: Its claim's number in the corpora.
        quotation: It.
        standing: How the words stand in it: `exact`, `same_words` but for capitals and marks,
            `shortened` by gaps that are marked, or it `differs`.
        share: Of the words, how many stand there in order, from 0 to 1.
        differences: In what it differs, in the order of the words; empty if it doesn't.
    """

    number: int
    quotation: Quotation
    standing: Standing
    share: float
    differences: tuple[Difference, ...]


class Place(NamedTuple):
    """Where words stand in a source, by its fingerprint: its id, and the paragraph from 1."""

    source: str
    paragraph: int


class Provenance(NamedTuple):
    """Whether words stand in what the corpora quote.

    Attributes:
        standing: The best of `stands`; `in_source` if no claim quotes them and a source has
            them; `differs` and no quotation if a source has most of them; or `not_found`.
        stands: The quotations that have them, or are nearest to them, best first.
        places: Where a source has them, as they are; a fingerprint proves five words or more.
        altered: The first words that the source hasn't in a passage that no claim quotes.
    """

    standing: Standing
    stands: tuple[Stands, ...]
    places: tuple[Place, ...]
    altered: str = ""


def provenance(text: str, store: Corpora) -> Provenance:
    """Return whether the words of `text`, with or without marks around it, stand in quotations."""
    bare = _bare(text)
    found = sorted(_all(bare, store), key=_rank)[:SHOWN]
    best = tuple(one for one in found if one.standing == found[0].standing)
    if best and best[0].standing in WHOLE:
        return Provenance(best[0].standing, best, ())
    places = tuple(dict.fromkeys(_places(bare, store)))
    if places:
        return Provenance("in_source", (), places)
    if best:
        return Provenance("differs", best, ())
    altered = Verbatim(store, ()).altered(bare)
    return Provenance("differs" if altered else "not_found", (), (), altered)


def _bare(text: str) -> str:
    """Return a quotation without the marks around it and without what an editor noted in it."""
    text = SIC.sub("", " ".join(text.split()))
    whole = MARKED.fullmatch(text)
    return whole[whole.lastindex or 0] if whole else text


def _rank(one: Stands) -> tuple[bool, int, float]:
    whole = one.standing in WHOLE
    return not whole, WHOLE.index(one.standing) if whole else 0, -one.share


def _all(text: str, store: Corpora) -> Iterator[Stands]:
    """Yield how a text stands in each quotation that has it, or that is near it."""
    if not words(text):
        return
    for number in _numbers(text, store):
        for quotation in quotations_of(store.claim(number)):
            if one := _beside(text, number, quotation):
                yield one


def _numbers(text: str, store: Corpora) -> Sequence[int]:
    if store.size <= ALL:
        return range(store.size)
    return [hit.number for hit in search_across(text, store.each, (), NEAREST).hits]


def _beside(text: str, number: int, quotation: Quotation) -> Stands | None:
    share = likeness(text, quotation.text).share
    if share == 1:
        if text in quotation.text:
            return Stands(number, quotation, "exact", 1.0, ())
        if not GAP.search(spelled(text)):
            return Stands(number, quotation, "same_words", 1.0, ())
        if restored(text, quotation.text) is not None:
            return Stands(number, quotation, "shortened", 1.0, ())
    if share < NEAR or len(words(text)) < SHORTEST:
        return None
    return Stands(number, quotation, "differs", share, tuple(differences(text, quotation.text)))


def differences(quoted: str, verbatim: str) -> Iterator[Difference]:
    """Yield in what a quotation differs from the source's words, as each has them.

    That the source goes on before or behind it is no difference.
    """
    said, recorded = WORD.findall(spelled(quoted)), WORD.findall(verbatim)
    for change in Levenshtein.opcodes(words(spelled(quoted)), words(verbatim)):
        ours = said[change.src_start : change.src_end]
        theirs = recorded[change.dest_start : change.dest_end]
        around = change.src_start == 0 or change.src_end == len(said)
        if change.tag != "equal" and not (change.tag == "insert" and around):
            yield Difference(" ".join(ours), " ".join(theirs))


def _places(text: str, store: Corpora) -> Iterator[Place]:
    """Yield where a text stands in a source, its first letter in either case."""
    named = (name for name, source in store.sources.items() if source.fingerprint)
    prints = chain.from_iterable(each.fingerprints for each in store.each)
    for name, print_ in zip(named, prints, strict=True):
        for form in (text, text[:1].swapcase() + text[1:]):
            yield from (Place(name, print_.paragraph_at(at)) for at, _ in print_.prove(form).places)
