"""Where the sources are silent, the answer says so and never contradicts."""

import pytest

from factcheck.compare.gaps import Asked, left_open
from factcheck.corpus.corpus import Corpus
from factcheck.lookup.looking_up import look_up
from factcheck.record import Lexicon
from factcheck.show.headline import headline
from factcheck.store.reading import Store
from factcheck.text.lexicon import table
from factcheck.text.reading import Reader

READER = Reader(table(Lexicon()))
CHAIR = (Asked("who will chair the pond trust", (frozenset({"chair", "pond"}),)),)


def test_a_boundary_is_close_and_says_what_the_source_says(corpus: Corpus, store: Store) -> None:
    for claim in corpus.claims:
        for boundary in claim.boundaries:
            answer = look_up(boundary.wording, store)
            assert answer.verdict in {"close", "not_covered"}, boundary.wording
            notes = {one.recorded for m in answer.closest for one in m.judgement.reasons}
            assert boundary.note in notes, boundary.wording


@pytest.mark.parametrize(
    ("said", "shared", "told"),
    [
        ("Who will chair the pond trust?", {"pond"}, True),
        ("The pond trust is chaired by a fisherman.", {"pond"}, True),
        ("The pond is chaired by a fisherman.", {"pond", "chaired"}, False),  # the record has it
        ("The pond is deep.", {"pond"}, False),
        ("A chair stood by the door.", set(), False),
        ("", set(), False),
    ],
)
def test_a_gap_is_told_if_the_record_lacks_what_is_asked(
    said: str, shared: set[str], *, told: bool
) -> None:
    assert bool(left_open(READER.read(said), shared, CHAIR)) is told


def test_one_word_alone_is_no_gap() -> None:
    assert left_open(READER.read("A pond."), set(), (Asked("it", (frozenset({"pond"}),)),)) == ()


def test_the_headline_leads_with_what_the_source_leaves_open(store: Store) -> None:
    answer = look_up("Who will chair the national inquiry?", store)
    assert headline(answer, store).endswith(
        " · the source doesn't say who will chair the national inquiry."
    )


def test_what_is_settled_leaves_nothing_open(store: Store) -> None:
    assert look_up("Around 550 suspects had been arrested by May 2024", store).gaps == ()
