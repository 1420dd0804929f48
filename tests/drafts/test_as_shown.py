"""A text is read as a reader sees it, in Markdown as in HTML."""

import re

import pytest

from factcheck.drafts.draft import Draft

EXTENSIONS = (".md", ".html")


def shown(text: str, extension: str = ".md") -> list[str]:
    """Return the sentences of a text, and check that each place of them is in it."""
    draft = Draft("x", [text], extension)
    found = [*draft.sentences()]
    for one in found:
        start, end = one.span((0, len(one.text)))
        assert 0 <= start < end <= len(text)
    return [" ".join(one.text.split()) for one in found]


@pytest.mark.parametrize("extension", EXTENSIONS)
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She made 12<sup>1</sup> of them.", "She made 12 of them."),
        ("It cost 200.<sup>5</sup> It rained.", "It cost 200. It rained."),
        (
            'By May 2024<a href="#fn7" class="footnote-ref"><sup>7</sup></a> it ended.',
            "By May 2024 it ended.",
        ),
        ("She made 12<sup><a href='#n1'>[1]</a></sup> of them.", "She made 12 of them."),
        ('She made 12<a href="#n1">1</a> of them.', "She made 12 of them."),
        ("She made 12<sup>1, 2</sup> of them.", "She made 12 of them."),
        ("She made 12<sub>3</sub> of them.", "She made 12 of them."),
        ("She made 12&sup1; of them.", "She made 12 of them."),
        ("On the 4<sup>th</sup> of CO<sub>2</sub>.", "On the 4th of CO2."),
        ("He was<br>told so.", "He was told so."),
        ("He was<br/>told so.", "He was told so."),
        ("He said <q>so it is</q> there.", "He said “so it is” there."),
        ("It was <b>so</b> and <i>so</i> there.", "It was so and so there."),
    ],
)
def test_marks_within_a_sentence_are_read_as_a_browser_shows_them(
    extension: str, text: str, expected: str
) -> None:
    assert " ".join(shown(text, extension)) == expected


@pytest.mark.parametrize(
    ("text", "extension"),
    [
        ("# A title\n\nIt rained.\n\n## And *again* #\n\n- It rained.", ".md"),
        ("A title\n=======\nIt rained.\n\nAnd again\n---\n\n> It rained.", ".md"),
        ("<h1>A title</h1>\n\nIt rained.\n\n<h2>And again</h2>\n\n| It rained. |\n|---|", ".md"),
        ("<h1>A title</h1><p>It rained.</p><H2 id=a>And <i>again</i></H2>It rained.", ".html"),
        ("<h3>A title<p>It rained.</h3>", ".txt"),
    ],
)
def test_a_heading_is_known_as_one(text: str, extension: str) -> None:
    found = [*Draft("x", [text], extension).sentences()]
    told = {" ".join(one.text.split()): one.passage.heading for one in found}
    assert {text for text, heading in told.items() if heading} == (
        set() if extension == ".txt" else {"A title", "And again"}
    )


@pytest.mark.parametrize("extension", EXTENSIONS)
@pytest.mark.parametrize("tag", ["del", "s", "strike", "code", "kbd", "samp", "DEL"])
def test_what_was_struck_out_and_code_is_not_read(extension: str, tag: str) -> None:
    assert shown(f"It was <{tag}>never <b>once</b></{tag}> so.", extension) == ["It was so."]


@pytest.mark.parametrize("extension", EXTENSIONS)
def test_two_line_breaks_part_passages(extension: str) -> None:
    assert shown("A title<br><br>\nIt rained.", extension) == ["A title", "It rained."]


@pytest.mark.parametrize("extension", [".md", ".html", ".txt"])
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She made 12¹ of them.", "She made 12 of them."),
        ("She made 12¹,² of them.", "She made 12 of them."),
        ("She made 12₃ of them.", "She made 12 of them."),
        ("She made 12[1] of them.", "She made 12 of them."),
        ("She made 12[^1] of them.", "She made 12 of them."),
        ("She made 12^1^ of them.", "She made 12 of them."),
        ("He was told [12] of them.", "He was told [12] of them."),
        ("He wa\u00ads to\u200bld o\u2060f th\ufeffem.", "He was told of them."),
        ("He was . . . told of them.", "He was … told of them."),
    ],
)
def test_what_is_no_part_of_a_word_or_a_figure_is_left_out(
    extension: str, text: str, expected: str
) -> None:
    assert shown(text, extension) == [expected]


def test_what_is_left_out_moves_no_place() -> None:
    text = "It is*¹ so*\u00ad and **s\u200bo**, . . . 12₃ there."
    (sentence,) = Draft("x", [text], ".md").sentences()
    for found in re.finditer(r"\w+|…", sentence.text):
        start, end = sentence.span(found.span())
        cut = text[start:end]
        assert re.sub("\u200b", "", cut) == (found[0] if found[0] != "…" else ". . .")
