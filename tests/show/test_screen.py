"""Plain text, a terminal and JSON are made of one list, and none leaves anything out."""

import io
import json
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console

from factcheck.lookup.looking_up import look_up
from factcheck.record import Claim
from factcheck.show import as_json
from factcheck.show.answering import answer_blocks
from factcheck.show.blocks import claim_blocks
from factcheck.show.escaping import UNSAFE, dumps, shown, sic
from factcheck.show.plain import plain
from factcheck.show.screen import screen
from factcheck.show.wording import in_marks
from factcheck.store.reading import Store

Sample = Callable[[Iterable, int], list]
EVERY = 10
"""One claim of so many is drawn as a rule."""
ANY = st.text(st.characters(exclude_categories=()))


def drawn(blocks: Any, width: int, *, colour: bool = False) -> str:
    """Return what a terminal of this width gets to see."""
    system = "truecolor" if colour else None
    file = io.StringIO()
    Console(file=file, width=width, force_terminal=colour, color_system=system).print(
        screen(blocks)
    )
    return file.getvalue()


def drawn_of(store: Store, sample: Sample) -> list[Claim]:
    """Return the claims of a small corpus, and a sample of those of a large one."""
    return sample(store.claims(), EVERY if store.size > EVERY else 1)


def letters(text: str) -> str:
    """Return `text` without white space and marks of a list, which wrapping changes."""
    return "".join(text.replace("•", "").split())


def texts(data: Any) -> Iterator[str]:
    """Yield each caveat, denial, attribution and quotation that the JSON of a claim gives."""
    yield data["statement"]
    yield data["asserted_by"]
    yield data["reported_by"]
    yield from data["through"]
    yield from data["caveats"]
    yield from data.get("source_caveats", ())
    yield from (data["no_reply"], data["date_inferred"])
    for quote in data.get("quotes") or data["quotations"]:
        yield from (quote["text"], quote["locator"], quote["speaker"])
    for reply in data["replies"]:
        yield from (reply["by"], reply["text"], reply["quotation"]["text"])


def visible(text: str, errors: tuple[str, ...]) -> str:
    return letters(shown(sic(text, errors)))


@pytest.mark.parametrize("width", [40, 80])
def test_text_and_terminal_say_all_that_the_json_says(
    any_store: Store, width: int, sample: Sample
) -> None:
    for claim in drawn_of(any_store, sample):
        errors = tuple(e for s in any_store.sources_of(claim) for e in s.errors)
        blocks = list(claim_blocks(claim, any_store, whole=True))
        data = as_json.claim(claim, any_store)
        said = letters(plain(blocks))
        seen = letters(drawn(blocks, width))
        for text in filter(None, texts(data)):
            forms = (visible(text, ()), visible(text, errors))
            assert any(form in said for form in forms), text
            assert any(form in seen for form in forms), text


def test_a_misreading_is_named_as_one_and_put_right_on_the_next_line(any_store: Store) -> None:
    for claim in any_store.claims():
        blocks = [*claim_blocks(claim, any_store, whole=True)]
        said, seen = plain(blocks).splitlines(), drawn(blocks, 1_000).splitlines()
        pairs = [("Misread", m.wording, "Put right", m.correction) for m in claim.misreadings]
        pairs += [("Not said", one.wording, "Said", one.note) for one in claim.boundaries]
        for first, wording, second, answer in pairs:
            wrong, right = f"{first}: {in_marks(wording)}", f"{second}: {answer}"
            assert said[said.index(f"  - {shown(wrong)}") + 1] == f"    {shown(right)}"
            told = [line.strip("• ") for line in seen]
            assert told[told.index(shown(wrong)) + 1] == shown(right)


@pytest.mark.parametrize("width", [20, 40, 80])
def test_no_line_is_wider_than_the_terminal(any_store: Store, width: int, sample: Sample) -> None:
    for claim in drawn_of(any_store, sample):
        text = drawn(claim_blocks(claim, any_store, whole=True), width)
        assert max(map(cell_len, text.splitlines())) <= width


def test_markup_in_data_is_text(hostile_store: Store) -> None:
    for claim in hostile_store.claims():
        text = drawn(claim_blocks(claim, hostile_store), 200, colour=True)
        assert "[red]alarm[/red]" in text
        assert "[blink]Atlas[/blink]" in text
        assert "\x1b]8" not in text
        assert not UNSAFE.search(text.replace("\x1b[", "").replace("\n", ""))


def test_a_label_does_not_dim_what_it_labels(pond_store: Store) -> None:
    text = drawn(claim_blocks(pond_store.claim(0), pond_store), 80, colour=True)
    assert "\x1b[1;2mAsserted by: \x1b[0mPond Atlas, in its own words\n" in text


def test_plain_text_has_neither_boxes_nor_loose_ends(any_store: Store) -> None:
    for claim in any_store.claims():
        text = plain(claim_blocks(claim, any_store, whole=True))
        assert not set(text) & set("╭─╮│╰╯\x1b")
        assert all(line == line.rstrip() for line in text.splitlines())
        assert not UNSAFE.search(text.replace("\n", ""))


def test_a_source_without_caveats_leaves_no_empty_label(pond_store: Store) -> None:
    claim = pond_store.claim(1)
    (source,) = pond_store.sources_of(claim)
    bare = {**pond_store.sources, source.id: source._replace(caveats=())}
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(pond_store.__dict__, "sources", bare)
        assert all(block.lines for block in claim_blocks(claim, pond_store))


@given(ANY)
def test_any_query_gets_an_answer_that_steers_nothing(store: Store, text: str) -> None:
    answer = look_up(text, store)
    line = dumps(as_json.answer(answer, store))
    assert json.loads(line)["query"] == text
    for output in (line, plain(answer_blocks(answer, store))):
        assert not UNSAFE.search(output.replace("\n", ""))


@given(
    st.lists(
        st.sampled_from("Casey made not 12 1,400 % £ Rotherham ? children , . in 2014 -".split())
    )
)
def test_any_mix_of_known_words_gets_an_answer(store: Store, words: list[str]) -> None:
    answer = look_up(" ".join(words), store)
    data = as_json.answer(answer, store)
    assert bool(data["matches"]) == (data["verdict"] not in {"close", "not_covered"})
    assert len(data["matches"]) + len(data["closest"]) <= 5
    assert all(0 <= match["score"] <= 1 for match in data["matches"] + data["closest"])


@pytest.mark.parametrize(
    "text",
    ["a" * 12_000, "ab " * 4_000, "9" * 12_000, "(" * 5_000, "🦆" * 12_000, "1,400 " * 2_000],
    ids=lambda text: text[:3],
)
def test_a_query_of_any_length_gets_an_answer(store: Store, text: str) -> None:
    answer = look_up(text, store)
    assert answer.query == text
    shown_text = plain(answer_blocks(answer, store))
    assert "Only its first 5,000 characters were read." in shown_text or len(text) == 5_000
    assert len(shown_text) < 20_000
