"""Texts are read as people write them: figures, dates, names, signs."""

from collections import Counter

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from factcheck.record import Lexicon, Name
from factcheck.text.cleaning import body, clean
from factcheck.text.dates import dates, edtf_dates
from factcheck.text.figures import figures, spelled_out
from factcheck.text.lexicon import GENERAL, table
from factcheck.text.parting import parts
from factcheck.text.reading import Reader
from factcheck.text.spelling import corrected
from factcheck.text.words import tokens

NAMES = (
    Name(name="Ann Poole", kind="person", aliases=("Poole", "Dame Ann")),
    Name(name="Bob Marsh", kind="person", aliases=("Marsh",)),
    Name(name="The Times", kind="body"),
)
READER = Reader(
    table(Lexicon(names=NAMES, same=(("lake", "loch"),), opposites=(("deep", "shallow"),)))
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "RT @LakeNews: the #BigLake2024 dried up https://t.co/x 🤔",
            "the big lake 2024 dried up .",
        ),
        ("They didn’t, won't and CAN'T", "they did not, will not and can not"),
        ("Ann's lake", "ann 's lake"),
        ("the anglers' club they've", "the anglers club they"),
        ("a\x1b[31mb\u202ec\tд", "a [31mb c д"),
        ("“quoted” – dash", '"quoted" - dash'),
        ("isnt wasnt", "is not was not"),
    ],
)
def test_clean(text: str, expected: str) -> None:
    assert clean(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The lake was drained today #lakes #News", "The lake was drained today"),
        ("The #lake was drained today", "The #lake was drained today"),
        ("#lakes #News", "#lakes #News"),
        ("Long time lurker here. The lake was drained in May.", "The lake was drained in May."),
        (
            "The lake was drained. The keeper resigned.",
            "The lake was drained. The keeper resigned.",
        ),
        ("I drained the whole lake myself", "I drained the whole lake myself"),
        ("He said “I drained it”. The lake is dry.", "He said “I drained it”. The lake is dry."),
    ],
)
def test_what_asserts_nothing_is_left_out(text: str, expected: str) -> None:
    assert body(text) == expected


@example("'D 0")
@given(st.text(max_size=200))
def test_any_text_is_cleaned_and_read(text: str) -> None:
    cleaned = clean(text)
    assert cleaned == cleaned.strip()
    assert cleaned.isprintable()
    READER.read(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1,400 children", (1400, "children", "exact")),
        ("fourteen hundred children", (1400, "children", "exact")),
        ("about 1.4k children", (1400, "children", "about")),
        ("half a million children a year", (500_000, "children", "exact")),
        ("500k children", (500_000, "children", "exact")),
        ("two-thirds of them", (2 / 3, "share", "exact")),
        ("66% of them", (0.66, "share", "exact")),
        ("66 per cent of them", (0.66, "share", "exact")),
        ("two in three of them", (2 / 3, "share", "exact")),
        ("one out of every five", (0.2, "share", "exact")),
        ("2/3 of them", (2 / 3, "share", "exact")),
        ("more than half of them", (0.5, "share", "over")),
        ("a third of them", (1 / 3, "share", "exact")),
        ("£10m of it", (10_000_000, "money", "exact")),
        ("ten million pounds", (10_000_000, "money", "exact")),
        ("over 200 votes", (200, "votes", "during")),
        ("for over two years", (2, "years", "over")),
        ("more than two years", (2, "years", "over")),
        ("at least 12 of them", (12, "them", "at-least")),
        ("fewer than nine men", (9, "men", "under")),
        ("a dozen men", (12, "men", "exact")),
        ("half a dozen men", (6, "men", "exact")),
        ("550 or so suspects", (550, "suspects", "exact")),
        ("a decade and a half", (1.5, "decade", "exact")),
        ("a year and a half", (1.5, "year", "exact")),
        ("two and a half million quid", (2_500_000, "money", "exact")),
        ("over 50 of the lakes", (50, "lakes", "part")),
    ],
)
def test_figures(text: str, expected: tuple[float, str, str]) -> None:
    found, _ = figures(tokens(spelled_out(clean(text))))
    assert [(round(f.value, 6), f.precision) for f in found] == [
        (round(expected[0], 6), expected[2])
    ]
    assert found[0].unit == expected[1] or expected[1] == "them"


@pytest.mark.parametrize(
    "text", ["no one was told", "a third report", "the 2nd lake", "in 2014", "the 1990s"]
)
def test_no_figures(text: str) -> None:
    assert figures(tokens(spelled_out(clean(text))))[0] == []


@given(st.integers(1, 10**9))
def test_any_number_is_read_with_its_separators(number: int) -> None:
    found, _ = figures(tokens(f"some {number:,} lakes"))
    expected = [] if 1900 <= number <= 2099 and "," not in f"{number:,}" else [number]
    assert [figure.value for figure in found] == expected


@pytest.mark.parametrize(
    ("text", "years", "months"),
    [
        ("by may 2024 he may go", {2024}, {5}),
        ("between 1997 and 2013", {1997, 2013}, set()),
        ("they march in march", set(), {3}),
        ("the lake may dry", set(), set()),
        ("january", set(), {1}),
    ],
)
def test_dates(text: str, years: set[int], months: set[int]) -> None:
    found, rest = dates(tokens(text))
    assert (found.years, found.months) == (years, months)
    assert not set(rest) & {"2024", "1997", "2013", "january"}


def test_edtf_dates_are_the_ends_of_a_span() -> None:
    assert edtf_dates("1997/2013").years == {1997, 2013}
    assert edtf_dates("2024-05").months == {5}
    assert edtf_dates(None).years == frozenset()


def test_names_stand_for_one_person_by_any_alias() -> None:
    assert READER.read("Dame Ann met Marsh, says Poole").names == (
        "@ann_poole",
        "@bob_marsh",
        "@ann_poole",
    )


def test_a_name_is_matched_as_written() -> None:
    assert READER.read("time and again, at the time").names == ()
    assert READER.read("the Times says").names == ("@the_times",)


def test_the_corpus_words_mean_the_same() -> None:
    assert READER.read("the loch").terms == READER.read("a lake").terms


@pytest.mark.parametrize(
    ("text", "term", "sign"),
    [
        ("the lake is deep", "deep", "+"),
        ("the lake is not deep", "deep", "-"),
        ("the lake is shallow", "deep", "-"),
        ("the lake isn't shallow", "deep", "+"),
        ("nobody drained it", "drain", "-"),
        ("they failed to drain it", "drain", "-"),
        ("not only drained", "drain", "+"),
        ("not so, they drained it", "drain", "+"),
        ("nowhere in his long report does he say it was drained", "drain", "-"),
        ("they drained nothing", "drain", "-"),
        ("it was too soon to drain it", "drain", "-"),
        ("they will be no bar to drain it", "drain", "+"),
    ],
)
def test_signs(text: str, term: str, sign: str) -> None:
    assert READER.read(text).signs[term] == sign


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Poole attacked Marsh", {"agent prais @ann_poole", "patient prais @bob_marsh"}),
        ("Marsh was attacked by Poole", {"agent prais @ann_poole", "patient prais @bob_marsh"}),
        ("Poole's attacks on Marsh", {"agent prais @ann_poole", "patient prais @bob_marsh"}),
        ("attacks by Poole on Marsh", {"agent prais @ann_poole", "patient prais @bob_marsh"}),
        ("Poole, who called out Marsh", {"patient prais @bob_marsh"}),
        ("Poole took flak", {"patient prais @ann_poole"}),
        ("the police dragged the media", {"agent drag polic", "patient drag media"}),
        ("Poole lost", {"patient win @ann_poole"}),
        ("the gang accused", set()),
        ("was Poole jailed?", {"patient jail @ann_poole"}),
        (
            "they criticised Poole for ignoring it",
            {"agent recognis @ann_poole", "patient prais @ann_poole"},
        ),
        ("Marsh spoke, because she jailed Poole", {"patient jail @ann_poole"}),
        ("Marsh resigned", {"patient keep_their_job @bob_marsh"}),
        ("Marsh lied", {"agent lie @bob_marsh"}),
        ("Poole spoke of Marsh", set()),
    ],
)
def test_deeds(text: str, expected: set[str]) -> None:
    assert READER.read(text).deeds == expected


@pytest.mark.parametrize(
    ("text", "asks", "asserts", "wants"),
    [
        ("who drained the lake?", "wh", True, ""),
        ("how many lakes are there?", "wh", True, "figure"),
        ("how long did it take", "wh", True, "duration"),
        ("when was that", "wh", True, "date"),
        ("was the lake drained?", "yes_no", True, ""),
        ("the lake was drained? 🤔", "yes_no", True, ""),
        ("lake drained by council?", "yes_no", True, ""),
        ("lake depth survey", "", False, ""),
        ("the lake was drained", "", True, ""),
    ],
)
def test_questions(text: str, asks: str, asserts: bool, wants: str) -> None:
    reading = READER.read(text)
    assert (reading.asks, reading.asserts, reading.wants) == (asks, asserts, wants)


def test_both_ends_of_a_range_count_the_same() -> None:
    found, _ = figures(tokens("between 4 and 11 years"))
    assert [(figure.value, figure.unit) for figure in found] == [(4, "years"), (11, "years")]


def test_letters_and_the_digits_behind_them_are_one_word() -> None:
    assert tokens("mi5 and 5 g7 leaders, 1400kids") == [
        *("mi5", "and", "5", "g7", "leaders", ",", "1400", "kids")
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the lake was drained, and the pond was left", 2),
        ("the lake was drained and the pond was left", 2),
        ("the lake and the pond were drained", 1),
        ("The lake was drained. The pond was left.", 2),
        ("the keeper said “the lake was drained, and the pond was left”", 1),
        ("drained, but why", 1),
        ("the lake was drained but the pond was left; nobody knew of it", 3),
    ],
)
def test_parts(text: str, expected: int) -> None:
    clauses = parts(text)
    assert len(clauses) == expected
    assert all(clause in text for clause in clauses)


def test_what_is_claimed_to_be_proved_is_claimed() -> None:
    steps = READER.read("Poole claimed that the letters proved it").steps
    assert steps["certainty"] == 0
    assert READER.read("Poole's claim has been proved").steps["certainty"] == 1


def test_kinds_of_people_are_told_apart() -> None:
    rivals = READER.read("white men and Asian girls").rivals
    assert {tuple(words.values()) for words in rivals.values()} >= {
        ("white men",),
        ("asian girls",),
    }


def test_no_word_excludes_the_others_of_two_groups() -> None:
    """Of two entries for one word the second would be lost."""
    section = GENERAL.read_text(encoding="utf-8").partition("[rival]\n")[2].partition("\n\n")[0]
    words = [word.strip() for word in section.replace("\n", ",").replace("=", ",").split(",")]
    assert [word for word, times in Counter(words).items() if times > 1] == []


def test_scales_and_rivals() -> None:
    reading = READER.read("every girl was arrested, it was proved")
    assert reading.steps == {
        "quantifier": 3,
        "quantifier girl": 3,
        "status.justice": 1,
        "certainty": 1,
    }
    assert [set(words.values()) for words in reading.rivals.values()] == [{"girl"}]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("rotheram", "rotherham"),
        ("ethnicty", "ethnicity"),
        ("oldam", "oldham"),
        ("lake", "lake"),
        ("xqzzy", "xqzzy"),
    ],
)
def test_spelling(typed: str, meant: str) -> None:
    words = ["rotherham", "ethnicity", "oldham"]
    assert corrected(f"in {typed}", lambda _: words, words.__contains__) == f"in {meant}"
