"""How alike two texts are by their letters."""

from hypothesis import given
from hypothesis import strategies as st

from factcheck.compare.likeness import likenesses

TEXT = st.text(st.characters(codec="utf-8"), max_size=80)


def test_the_likest_text_has_the_same_words() -> None:
    texts = ["the lake was drained in May", "bees dance in the dark", "a draining of lakes"]
    first, second, third = likenesses("they drained the lake", texts)
    assert first > third > second


@given(TEXT, st.lists(TEXT, max_size=4))
def test_likeness_is_a_share(query: str, texts: list[str]) -> None:
    found = likenesses(query, texts)
    assert len(found) == len(texts)
    assert all(0 <= one <= 1 + 1e-9 for one in found)
