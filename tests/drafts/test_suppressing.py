"""How far a comment reaches that suppresses findings."""

import pytest

from factcheck.drafts.draft import Draft

NOTE = "<!-- factcheck: ignore number -- known -->"
TABLE = "| a | b |\n|---|---|\n| One. | Two. |\n| Three. | Four. |\n"
HTML = {
    "<table><tr><td>One.<td>Two.<tr><td>Three.</table>": ["One.", "Two.", "Three."],
    "<ul><li>One.<li>Two.<ol><li>Three.</ol></ul>": ["One.", "Two.", "Three."],
    "<blockquote><p>One.<p>Two.</blockquote>": ["One.", "Two."],
    "<p>One.<p>Two.": ["One."],
}
MARKDOWN = {
    TABLE: ["a", "b", "One.", "Two.", "Three.", "Four."],
    "- One.\n\n- Two.\n  - Three.\n": ["One.", "Two.", "Three."],
    "1. One.\n2. Two.\n": ["One.", "Two."],
    "> One.\n>\n> - Two.\n": ["One.", "Two."],
    "One.\n\nTwo.\n": ["One."],
}


def covered(text: str, extension: str, window: int = 1_000) -> list[str]:
    pieces = [text[at : at + 9] for at in range(0, len(text), 9)]
    sentences = Draft("x", pieces, extension, window=window).sentences()
    return [one.text for one in sentences if "number" in one.noted]


@pytest.mark.parametrize("text", MARKDOWN)
def test_a_comment_covers_the_whole_block_after_it(text: str) -> None:
    assert covered(f"Before.\n\n{NOTE}\n\n{text}\nAfter.\n", ".md") == MARKDOWN[text]


@pytest.mark.parametrize("text", HTML)
def test_a_comment_covers_the_whole_element_after_it(text: str) -> None:
    assert covered(f"<p>Before.</p>{NOTE}{text}<p>After.</p>", ".html") == HTML[text]


def test_a_comment_within_a_block_covers_no_more_than_its_passage() -> None:
    assert covered(f"- One. {NOTE}\n- Two.\n", ".md") == ["One."]
    assert covered(f"<ul><li>One.<li>{NOTE}Two.<li>Three.</ul>", ".html") == ["Two."]


def test_two_comments_cover_each_what_is_theirs() -> None:
    text = f"{NOTE}\n\n- One.\n- Two.<!-- factcheck: ignore date -- so it is -->\n- Three.\n"
    kinds = [sorted(one.noted) for one in Draft("x", [text], ".md").sentences()]
    assert kinds == [["number"], ["date", "number"], ["number"]]


def test_a_block_at_the_start_of_another_window_is_not_covered() -> None:
    text = f"{NOTE}\n\n- One.\n- Two.\n\nThen.\n\n- Three.\n"
    assert covered(text, ".md", window=50) == ["One.", "Two."]
