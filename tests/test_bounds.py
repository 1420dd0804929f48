"""Whatever a text is like, it is read in bounded steps: nothing is a fault, and no size hangs."""

import sys
import unicodedata
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from prose import prose
from reviewed import write_long
from shapes import SHAPES, WRONG
from thoroughness import examples, some

from factcheck.api.corpora import Corpus
from factcheck.api.examining import Asked, Examination
from factcheck.api.opened import Opened
from factcheck.drafts.baseline import Baseline
from factcheck.drafts.draft import AROUND, Draft
from factcheck.drafts.passage import Passage, Piece
from factcheck.drafts.sentences import TOGETHER, sentences
from factcheck.lookup.across import look_up_across
from factcheck.show import as_json
from factcheck.show.escaping import dumps
from factcheck.show.reporting import told
from factcheck.store.opening import Watch, open_corpus
from factcheck.store.reading import Store
from factcheck.text.cleaning import MAX_CHARACTERS, clean
from factcheck.text.dates import is_month
from factcheck.text.figures import figures, spelled_out
from factcheck.text.parting import LEVELS, MOST, parts
from factcheck.text.words import tokens

SIZE = 6_000
DRAFT = 1_000
"""How a draft grows is measured with larger ones; here it is read at all."""
EXTENSIONS = (".md", ".html", ".txt")
NUMERIC = [chr(code) for code in range(sys.maxunicode + 1) if chr(code).isnumeric()]
PIECES = st.one_of(
    st.text(max_size=8),
    st.sampled_from(NUMERIC),
    st.sampled_from(
        "half a third of in out every dozen and hundred million one two % £ years ago per cent 12 "
        '1,400 2014 between to over no more than May - / . “ ” " Casey recommendations not'.split()
    ),
)
TEXTS = st.lists(PIECES, max_size=30).map(" ".join)


def examined(text: str, extension: str, store: Store) -> tuple[list, list[str]]:
    """Return what is found in a draft, and what could not be checked."""
    asked = Asked(Corpus(Opened([], store)))
    examination = Examination([Draft("x", [text], extension)], len(text), asked)
    return [*examination.findings(Baseline(), lambda _: None)], examination.faults


# ---- any characters


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Casey made ➄ recommendations", 5),
        ("Casey made ❶ recommendations", 1),
        ("Casey made ⓹ recommendations", 5),
        ("Casey made 𑁘 recommendations", 7),
        ("Casey made ١٢ recommendations", 12),
        ("Casey made 12¹ recommendations", 12),
        ("Casey made 12₃ recommendations", 12),
        ("Casey made 12 recommendations¹", 12),
    ],
)
def test_a_digit_of_any_script_counts_and_a_raised_one_is_a_mark(
    store: Store, text: str, value: int
) -> None:
    (figure,) = store.read(text).figures
    assert (figure.value, figure.unit) == (value, "recommend")


@given(st.text())
@example("".join(NUMERIC))
def test_what_counts_as_a_digit_is_what_converts(text: str) -> None:
    for token in tokens(clean(text)):
        assert all(one.isascii() for one in token if one.isdigit() or one.isdecimal())


@given(TEXTS)
@example("9" * 400 + " years")
@example("half a " * 500 + "million")
@example("1" + ",1" * 400 + " million")
@example("5 in " + "9" * 400)
def test_figures_and_dates_are_read_in_any_text(text: str) -> None:
    said = tokens(spelled_out(clean(text)))
    counted, rest = figures(said)
    assert all(0 <= figure.value < float("inf") for figure in counted)
    assert all(0 <= is_month(rest, at) <= 12 for at in range(len(rest)))


@given(TEXTS)
def test_any_text_has_an_answer(store: Store, text: str) -> None:
    assert dumps(as_json.answer(look_up_across(text, store.each), store))


@pytest.mark.parametrize("extension", EXTENSIONS)
@settings(max_examples=examples(30))
@given(text=TEXTS)
def test_any_draft_is_checked(store: Store, extension: str, text: str) -> None:
    assert examined(text, extension, store)[1] == []


def test_every_category_of_characters_has_an_answer(store: Store) -> None:
    kinds: dict[str, list[str]] = {}
    for code in range(sys.maxunicode + 1):
        kinds.setdefault(unicodedata.category(chr(code)), []).append(chr(code))
    for every in kinds.values():
        look_up_across(f"Casey made {' '.join(every[:: len(every) // 50 + 1])}", store.each)


# ---- any size


@pytest.mark.parametrize("shape", some(SHAPES, 8))
def test_any_shape_has_an_answer(store: Store, shape: str) -> None:
    text = SHAPES[shape](SIZE)
    assert look_up_across(text, store.each).query == text


@pytest.mark.parametrize("shape", some(SHAPES, 4))
def test_a_draft_of_any_shape_is_checked(store: Store, shape: str) -> None:
    for extension in EXTENSIONS:
        assert examined(SHAPES[shape](DRAFT), extension, store)[1] == []


@pytest.mark.parametrize("shape", some(SHAPES, 4))
def test_a_text_has_a_bounded_number_of_clauses(shape: str) -> None:
    text = SHAPES[shape](1_000_000)[:MAX_CHARACTERS]
    assert all(len(parts(text, level)) <= MOST for level in range(LEVELS))


@given(st.text("ab .,!\n\t", max_size=300), st.integers(1, 40))
def test_a_sentence_is_no_longer_than_a_look_up_reads(text: str, often: int) -> None:
    whole = text * often * 10
    passage = Passage(whole, (Piece(0, len(whole), 0, len(whole)),), quoted=False)
    spans = [*sentences(passage)]
    assert all(0 < end - start <= MAX_CHARACTERS for start, end in spans)
    assert "".join("".join(whole[s:e] for s, e in spans).split()) == "".join(whole.split())


def test_a_long_passage_is_parted_as_if_at_once() -> None:
    said = prose(2_500)
    text = " ".join(said)
    assert len(text) > 2 * TOGETHER
    passage = Passage(text, (Piece(0, len(text), 0, len(text)),), quoted=False)
    apart = [text[start:end] for start, end in sentences(passage)]
    assert " ".join(apart) == text
    assert apart[-1] == said[-1]


def test_what_is_said_behind_a_long_run_of_words_is_checked(store: Store) -> None:
    lines = "key value\n" * 2_000  # of one passage, which is no sentence
    found, _ = examined(f"{lines}\n{WRONG}", ".txt", store)
    assert [(one.kind.id, one.start) for one in found] == [("number", (2_002, 1))]


def test_a_finding_holds_what_is_around_it_on_its_line(store: Store) -> None:
    many = 100
    found, _ = examined(WRONG * many, ".md", store)
    assert [one.start for one in found] == [(1, 1 + at * len(WRONG)) for at in range(many)]
    assert all(len(one.line) <= 2 * AROUND for one in found)
    assert all(one.line[one.start[1] - 1 - one.before :].startswith(WRONG[:-2]) for one in found)
    for one in found:
        _, line, mark, *_ = (line.text for line in told(one, store))
        start = mark.index("^")
        assert line[start:].startswith(WRONG.strip())
        assert mark.count("^") == len(WRONG.strip())


def test_comments_of_a_passage_are_gone_through_once(store: Store) -> None:
    comment = "<!-- factcheck: ignore number -- so -->"
    text = f"{WRONG}{comment} " * 100
    found, _ = examined(text, ".md", store)
    assert {one.kind.id for one in found} == {"number"}
    assert all(one.suppressed for one in found)
    (sentence, *others) = Draft("x", [text], ".md").sentences()
    assert all(one.noted is sentence.noted for one in others)


@pytest.mark.parametrize("end", ["", "\n", "\nb", " b"])
def test_white_space_in_a_plain_text_is_gone_through_once(end: str) -> None:
    (sentence, *_) = Draft("x", [f"a{' ' * 300_000}{end}"], ".txt").sentences()
    assert sentence.text.startswith("a")


# ---- claims that share their words


def draws(number: int) -> list[dict]:
    review = {"publisher": "P", "url": "https://h.example/", "rating": "False"}
    return [
        {
            "id": f"draw-{at}",
            "statement": f"Lottery draw {at} was rigged",
            "kind": "reviewed",
            "asserted_by": "W",
            "reviews": [review],
        }
        for at in range(1, number + 1)
    ]


@pytest.mark.parametrize("number", [1_400, 1_500, 4_000])
def test_claims_that_share_their_words_are_found_by_their_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    write_long(tmp_path / "draws", draws(number))
    store = open_corpus(tmp_path / "draws", Watch(pytest.fail, str))
    for at in (1, 77, number):
        answer = look_up_across(f"Lottery draw {at} was rigged", store.each)
        assert answer.verdict == "found"
        assert store.claim(answer.matches[0].number).id == f"draw-{at}"
    assert store.weights.get("rig", 0.0) > 0
