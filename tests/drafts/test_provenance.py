"""Whether words stand in what the corpora quote, exactly or with which differences."""

from pathlib import Path

import pytest
from ponds import claims, write_ponds

from factcheck.drafts.provenance import Difference, Place, Standing, provenance
from factcheck.store.opening import Watch, open_corpus
from factcheck.store.reading import Store
from factcheck.store.several import Several

VICTORY = "This is not a victory for politicians"


def beside(store: Store, root: Path) -> Several:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(root.parent / "cache"))
        return Several([("builtin", store), ("ponds", open_corpus(root, Watch(str, str)))])


@pytest.fixture(scope="module")
def two(store: Store, tmp_path_factory: pytest.TempPathFactory) -> Several:
    return beside(store, write_ponds(tmp_path_factory.mktemp("two") / "ponds"))


@pytest.fixture(scope="module")
def fewer(store: Store, tmp_path_factory: pytest.TempPathFactory) -> Several:
    """The same with a source of which no claim quotes the third paragraph."""
    return beside(store, write_ponds(tmp_path_factory.mktemp("two") / "ponds", claims()[:2]))


@pytest.mark.parametrize(
    ("text", "standing"),
    [
        (VICTORY, "exact"),
        (f"“{VICTORY}”", "exact"),
        (f"  {VICTORY}\n", "exact"),
        ("groups of mostly Asian males in Rotheram [sic]", "exact"),
        ("makes 12 recommendations", "exact"),
        ("this is not a Victory, for politicians!", "same_words"),
        ("called out Keir Starmer … something he vehemently denied", "shortened"),
        ("called out [Starmer] for failing to act", "shortened"),
        ("This is … for politicians", "differs"),
        ("This is not a triumph for politicians", "differs"),
        ("makes 12 recommendations to the government and smiles", "differs"),
        ("the weather in Lisbon was fine that day", "not_found"),
        ("no politicians", "not_found"),
        ("", "not_found"),
        ("… […]", "not_found"),
    ],
)
def test_words_stand_in_a_quotation_exactly_or_less_so(
    store: Store, text: str, standing: Standing
) -> None:
    assert provenance(text, store).standing == standing


@pytest.mark.parametrize(
    ("text", "differences"),
    [
        ("This is not a triumph for politicians", [("triumph", "victory")]),
        ("This is a triumph for politicians", [("", "not"), ("triumph", "victory")]),
        ("This is not really a victory for politicians", [("really", "")]),
        ("This is not a victory for politicians here", [("here", "")]),
    ],
)
def test_every_difference_is_named(
    store: Store, text: str, differences: list[tuple[str, str]]
) -> None:
    best = provenance(text, store).stands[0]
    assert best.quotation.speaker == "Kemi Badenoch"
    assert {*best.differences} == {Difference(*one) for one in differences}


def test_a_gap_that_hides_a_denial_is_a_difference(store: Store) -> None:
    best = provenance("This is … for politicians", store).stands[0]
    assert Difference("", "not a victory") in best.differences


def test_of_several_corpora_the_quotation_names_its_own(two: Several) -> None:
    found = provenance("the deepest pond of the county", two)
    assert found.standing == "exact"
    assert {two.claim(one.number).id for one in found.stands} == {"ponds:ulmen-depth"}


def test_the_words_of_a_reply_are_a_quotation_too(two: Several) -> None:
    found = provenance("the water is tested every week", two)
    assert found.standing == "exact"
    assert {two.claim(one.number).id for one in found.stands} == {"ponds:ulmen-mill"}


def test_words_that_no_claim_quotes_have_a_place_in_their_source(fewer: Several) -> None:
    found = provenance("rangers counted 230 herons on the eastern shore", fewer)
    assert (found.standing, found.stands) == ("in_source", ())
    assert found.places == (Place("ponds:pond-atlas", 3),)


def test_an_altered_passage_that_no_claim_quotes_is_told(fewer: Several) -> None:
    found = provenance("Rangers counted 250 herons on the eastern shore in May 2021", fewer)
    assert (found.standing, found.stands, found.places) == ("differs", (), ())
    assert found.altered.endswith("250")
