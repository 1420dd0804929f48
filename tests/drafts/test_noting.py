"""Footnotes are added to a text, and nothing else in it changes."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.drafts.draft import Draft
from factcheck.drafts.noting import noted

NOTES = {"a": "One.", "b": "Two."}
BLOCKS = (
    "{}",
    "---\ntitle: no\n---\n\n{}",
    "# {}",
    "{}\n====",
    "- one\n  - two\n    - {}\n- three",
    "1. {}\n\n   more",
    "> > {}",
    "| a | b |\n|---|---|\n| x | {} |\n| y | z |",
    "```\ncode\n```\n\n{}\n\n    code",
    "Said.[^1]\n\n[^1]: Here it stands.\n\n{}",
    "{}<!-- aside -->",
)
SENTENCES = (
    "It *is* so.",
    "**It is so.**",
    "[It is *so*.](https://x.example/a_b 'title')",
    "**[It is so.](https://x.example)**",
    "It is so.[^a]",
    "It is so 😀.",
    "It is [so]",
)


def ends(text: str) -> list[int]:
    """Return where each sentence of a text ends, but those of its footnotes."""
    body = text.split("\n[^", maxsplit=1)[0] if "\n[^a" in text else text
    sentences = Draft("x", [text], ".md").sentences()
    found = [one.span((0, len(one.text)))[1] for one in sentences]
    return [end for end in found if end <= len(body)]


def shown(text: str) -> list[str]:
    return [one.text for one in Draft("x", [text], ".md").sentences()]


@given(st.data())
def test_what_is_added_is_all_that_changes(data: st.DataObject) -> None:
    blocks = data.draw(st.lists(st.sampled_from(BLOCKS), min_size=1, max_size=4))
    text = "\n\n".join(block.format(data.draw(st.sampled_from(SENTENCES))) for block in blocks)
    text += data.draw(st.sampled_from(["", "\n"]))
    if "[^a]" in text:
        text += "\n\n[^a]: Known.\n"
    if data.draw(st.booleans()):
        text = text.replace("\n", "\r\n")
    places = [(end, data.draw(st.sampled_from([["b"], ["b", "a"]]))) for end in ends(text)]
    done = noted(text, places, NOTES)
    assert done is not None
    line = "\r\n" if "\r\n" in text else "\n"
    head, *_ = done.text.split(f"{line}[^b]: ")
    for label in ("a", "a-2"):
        head = head.removesuffix(f"{line}[^{label}]: One.{line}")
    bare = re.sub(r"\[\^(?:[ab]|a-2)\](?!:)", "", head)
    assert bare.rstrip("\r\n") == re.sub(r"\[\^[ab]\](?!:)", "", text).rstrip("\r\n")
    assert [one for one in shown(done.text) if one not in {"One.", "Two."}] == shown(text)
    again = noted(done.text, [(end, ["b"]) for end in ends(head)], NOTES)
    assert again is None or again.text.count("[^b]: ") == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("**It is so.** And more.", "**It is so.**[^a] And more."),
        ("[It is so.](x) And more.", "[It is so.](x)[^a] And more."),
        ("[It is so. And more.](x)", "[It is so.[^a] And more.](x)"),
        ("It is so.[^b] And more.\n\n[^b]: Else.", "It is so.[^a][^b] And more.\n\n[^b]: Else."),
        ("It is so.[^a] And more.\n\n[^a]: One.", "It is so.[^a] And more.\n\n[^a]: One."),
        ("It is so.[^a]\n\n[^a]: Else.", "It is so.[^a-2][^a]\n\n[^a]: Else.\n\n[^a-2]: One.\n"),
        ("It is so.\n\n[^A]: Else.", "It is so.[^a-2]\n\n[^A]: Else.\n\n[^a-2]: One.\n"),
    ],
)
def test_a_mark_stands_behind_the_sentence(text: str, expected: str) -> None:
    (end, *_) = ends(text)
    done = noted(text, [(end, ["a"])], NOTES)
    assert done is not None
    assert done.text.removesuffix("\n\n[^a]: One.\n") == expected


def test_no_mark_is_put_where_none_is_read() -> None:
    text = "<div>\n<p>It is so.</p>\n</div>\n\nIt is so.[^1]\n\n[^1]: It is so."
    places = [end for one in Draft("x", [text], ".md").sentences() for end in [one.span((0, 9))[1]]]
    done = noted(text, [(end, ["a"]) for end in places], NOTES)
    assert done is not None
    assert (done.cited, done.left) == (1, 1)
    assert done.text == text.replace("so.[^1]", "so.[^a][^1]") + "\n\n[^a]: One.\n"


@pytest.mark.parametrize("end", ["```\ncode", "<!-- open", "<script>"])
def test_a_text_whose_end_takes_no_footnote_gets_none(end: str) -> None:
    assert noted(f"It is so.\n\n{end}", [(9, ["a"])], NOTES) is None
