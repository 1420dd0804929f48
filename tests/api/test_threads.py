"""Threads share a corpus: each gets the answer that it would get alone."""

import pickle
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

import factcheck
from factcheck.store import reading, section

TEXTS = [
    "1,400 children were exploited in Rotherham",
    "Baroness Casey made 20 recommendations",
    "1,400 Muslim children were exploited in Rotheram",
    "the inquiry will be chaired by a retired judge",
    "Kemi Badenoch demanded a national inquiry",
    "who announced the inquiry?",
    "Robbie Moore said it was a whitewash and Casey made 12 recommendations",
    "Lake Moor has 111 islands and freezes each June",
    "Lake Heron has 145 islannds",
    "the Bank of England cut interest rates",
]
THREADS = 4


@pytest.fixture
def crowded(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let threads change at any moment, and what is held for the next query be let go soon."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    monkeypatch.setattr(reading, "KEPT", 2)
    monkeypatch.setattr(section, "KEPT", 2)
    yield
    sys.setswitchinterval(before)


def told(corpus: factcheck.Corpus, number: int) -> tuple:
    """Return all that a corpus says of a text, however it is asked."""
    text = TEXTS[number % len(TEXTS)]
    asked = (corpus.lookup(text), corpus.search(text.split()[-1]), corpus.check(f"{text}."))
    return tuple(one.to_dict() for one in asked[: 1 + number % 3])


@pytest.mark.usefixtures("crowded")
def test_threads_that_look_different_things_up_at_once_get_what_each_gets_alone(
    corpora: factcheck.Corpus,
) -> None:
    numbers = range(3 * len(TEXTS))
    alone = [told(corpora, number) for number in numbers]
    with ThreadPoolExecutor(THREADS) as threads:
        at_once = list(threads.map(lambda number: told(corpora, number), numbers))
    assert at_once == alone


@pytest.mark.usefixtures("crowded")
def test_threads_that_ask_for_claims_at_once_get_the_claims_they_ask_for(
    corpora: factcheck.Corpus,
) -> None:
    ids = [claim.id for claim in corpora.claims]
    with ThreadPoolExecutor(THREADS) as threads:
        found = threads.map(lambda name: corpora.claim(name).id, ids * 3)
    assert list(found) == ids * 3


def test_a_corpus_that_threads_ask_first_at_once_is_opened_once(corpora: factcheck.Corpus) -> None:
    again = pickle.loads(pickle.dumps(corpora))  # noqa: S301 - our own
    with ThreadPoolExecutor(THREADS) as threads:
        stores = list(threads.map(lambda _: again.store, range(THREADS)))
    assert {id(store) for store in stores} == {id(again.store)}
