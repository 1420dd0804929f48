"""What is reported is cut from the file exactly, wherever it stands in it."""

import json
import re
from collections.abc import Callable, Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.drafts.draft import Draft

WORDS = st.text("abcdefgxyzäßé漢😀", min_size=2, max_size=8).map(lambda word: word.strip())
MARKED = [
    lambda word: word,
    lambda word: f"*{word}*",
    lambda word: f"**{word}**",
    lambda word: f"[{word}](https://x.example/a_b 'title')",
    lambda word: f"{word[:1]}**{word[1:]}**{word[-1]}" if word.isascii() else word,
    lambda word: f"{word}<!-- aside -->",
]
TAGGED = [
    lambda word: word,
    lambda word: f"<b>{word}</b>",
    lambda word: f"<a href='x&amp;y'>{word[:1]}<i>{word[1:]}</i></a>",
    lambda word: f"{word}<!-- aside -->",
]
BLOCKS = {
    ".md": [
        "{}",
        "---\ntitle: no\n---\n\n{}",
        "# {}",
        "- one\n  - two\n    - {}\n- three",
        "1. {}\n\n   more",
        "> > {}",
        "| a | b |\n|---|---|\n| x | {} |\n| y | z |",
        "```\ncode\n```\n\n{}\n\n    code",
        "Said.[^1]\n\n[^1]: {}",
        "\ttab code\n\n{}",
        "<div>\n<p>html</p>\n</div>\n\n{}",
    ],
    ".html": [
        "{}",
        "<!doctype html><title>no</title><p>{}",
        "<ul><li>one<li>{}</ul>",
        "<table><tr><td>a<td>{}</table>",
        "<blockquote>\n\t<p>{}</p></blockquote>",
        "<script>if (a < b) {{}}</script><style>p {{}}</style><div>{}</div>",
        "<p>open <b>x</p>{}",
    ],
    ".txt": ["{}", "one\n\n  {}\n\n\ntwo", "\t{}"],
}


def written(draw: Callable, extension: str) -> tuple[str, str, str]:
    """Return a file, a sentence as it stands there, and the sentence as a reader sees it."""
    words = draw(st.lists(WORDS, min_size=2, max_size=6))
    marks = {".md": MARKED, ".html": TAGGED, ".txt": MARKED[:1]}[extension]
    gap = draw(st.sampled_from([" ", "  "]))
    shown = ["The", *words, "end."]
    marked = ["The", *(draw(st.sampled_from(marks))(word) for word in words), "end."]
    plain = [*shown[:1], *(seen(extension, word) for word in marked[1:-1]), *shown[-1:]]
    block = draw(st.sampled_from(BLOCKS[extension]))
    stands = gap.join(marked)
    text = block.format(stands)
    if draw(st.booleans()):
        text = text.replace("\n", "\r\n")
    return text, stands, " ".join(plain)


def seen(extension: str, marked: str) -> str:
    """Return what a reader sees of a marked word."""
    text = marked.replace("<!-- aside -->", "")
    if extension == ".html":
        for tag in ("<b>", "</b>", "<i>", "</i>", "<a href='x&amp;y'>", "</a>"):
            text = text.replace(tag, "")
    if text.startswith("["):
        text = text[1 : text.index("]")]
    return text.replace("*", "")


@pytest.mark.parametrize("extension", BLOCKS)
@given(st.data())
def test_a_sentence_is_cut_out_exactly(extension: str, data: st.DataObject) -> None:
    text, stands, shown = written(data.draw, extension)
    draft = Draft("x", [text], extension)
    found = [s for s in draft.sentences() if " ".join(s.text.split()) == shown]
    assert len(found) == 1, (text, [sentence.text for sentence in draft.sentences()])
    start, end = found[0].span((0, len(found[0].text)))
    assert text[start:end] == stands


@pytest.mark.parametrize("extension", BLOCKS)
@given(st.text("ab .!?\n\r\t*_`<>[]()#|-&;\"'“”😀é/\\:~^0", max_size=80))
def test_any_text_is_read_and_every_place_is_in_it(extension: str, text: str) -> None:
    lines = re.split("\r\n?|\n", text)
    before = 0
    for sentence in Draft("x", [text], extension).sentences():
        start, end = sentence.span((0, len(sentence.text)))
        assert before <= start < end <= len(text)
        line, column = sentence.window.place(start)
        assert lines[line - 1][column - 1] == text[start]
        assert sentence.window.line_of(start) == (lines[line - 1], 0)
        before = start


@pytest.mark.parametrize("extension", BLOCKS)
@given(st.data())
def test_a_long_text_is_read_part_by_part_as_if_at_once(
    extension: str, data: st.DataObject
) -> None:
    alone = [block for block in BLOCKS[extension] if "[^1]" not in block]  # a note is elsewhere
    some = st.sampled_from(alone)
    blocks = [data.draw(some).format(f"The *{n}* <b>pond</b>.") for n in range(9)]
    text = data.draw(st.sampled_from(["\n\n", "\r\n\r\n"])).join(blocks)
    pieces = [text[at : at + 7] for at in range(0, len(text), 7)]
    whole = [*told(Draft("x", [text], extension))]
    assert [*told(Draft("x", pieces, extension, window=data.draw(st.integers(30, 90))))] == whole


def told(draft: Draft) -> Iterator[tuple[object, ...]]:
    """Yield each sentence of a draft with its place in the file."""
    for sentence in draft.sentences():
        start, end = sentence.span((0, len(sentence.text)))
        window = sentence.window
        places = (window.place(start), window.place(end - 1), window.offset + start)
        yield (sentence.text, sentence.passage.quoted, *places, window.line_of(start))


def test_a_line_may_be_broken_in_a_sentence() -> None:
    text = "- It was\r\n  *closed* for\r\n  eleven weeks.\r\n"
    (sentence,) = Draft("x", [text], ".md").sentences()
    assert sentence.text == "It was closed for eleven weeks."
    start, end = sentence.span((0, len(sentence.text)))
    assert json.dumps(text[start:end]) == json.dumps(text[2:-2])


@pytest.mark.parametrize(
    ("extension", "text"),
    [
        (".md", "```\nCasey made 20 recommendations.\n```"),
        (".md", "    Casey made 20 recommendations."),
        (".md", "---\ntitle: Casey made 20 recommendations.\n---"),
        (".md", "![Casey made 20 recommendations.](x.png)"),
        (".md", "~~Casey made 20 recommendations.~~"),
        (".md", "<!-- Casey made 20 recommendations. -->"),
        (".html", "<head><title>Casey made 20 recommendations.</title></head>"),
        (".html", "<pre>Casey made 20 recommendations.</pre>"),
        (".html", "<script>Casey made 20 recommendations.</script>"),
        (".html", "<![CDATA[Casey made 20 recommendations.]]>"),
        (".html", "<![if x]><![x"),
        (".html", "<del>Casey made 20 recommendations.</del><!-- Casey made 20. -->"),
    ],
)
def test_what_is_no_prose_is_not_read(extension: str, text: str) -> None:
    assert [*Draft("x", [text], extension).sentences()] == []


def test_front_matter_stands_only_at_the_front() -> None:
    text = "---\ntitle: no\n---\n\nOne.\n\n---\nIt was *two*.\n---\n\nThree."
    found = [
        (one.text, one.window.place(one.span((0, 1))[0]))
        for one in Draft("x", [text], ".md").sentences()
    ]
    assert found == [("One.", (5, 1)), ("It was two.", (8, 1)), ("Three.", (11, 1))]


def test_what_stands_in_a_block_quote_is_known_to() -> None:
    for extension, text in (
        (".md", "> Quoted.\n\nNot."),
        (".html", "<blockquote>Quoted.</blockquote>Not."),
    ):
        found = [
            (one.text, one.passage.quoted) for one in Draft("x", [text], extension).sentences()
        ]
        assert found == [("Quoted.", True), ("Not.", False)]
