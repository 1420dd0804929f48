"""Texts are read as people write them: figures, dates, names, moods, who does what."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from factcheck.record import Lexicon, Name
from factcheck.text.cleaning import body, clean
from factcheck.text.dates import edtf_dates
from factcheck.text.figures import figures, spelled_out
from factcheck.text.lexicon import table
from factcheck.text.parting import parts
from factcheck.text.reading import Reader
from factcheck.text.spelling import corrected, nearest_word
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
        ("the anglers' club they've", "the anglers club they have"),
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
        ("550 or so suspects", (550, "suspects", "about")),
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
    ("text", "told"),
    [
        ("by may 2024 he may go", {("m5", "by"), ("y2024", "by")}),
        ("between 1997 and 2013", {("y1997", "span"), ("y2013", "span")}),
        ("the years 1997-2013", {("y1997", "span"), ("y2013", "span")}),
        ("before march", {("m3", "before")}),
        ("since 1997", {("y1997", "since")}),
        ("the lake may dry", set()),
        ("january", {("m1", "in")}),
    ],
)
def test_a_date_is_read_with_how_a_text_stands_to_it(text: str, told: set[tuple[str, str]]) -> None:
    units = [unit for unit in READER.read(text).units if unit.kind == "date"]
    assert {(unit.term, *sorted(unit.operators)) for unit in units} == told


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
    ("text", "term", "turned"),
    [
        ("the lake is deep", "deep", False),
        ("the lake is not deep", "deep", True),
        ("the lake is shallow", "deep", True),
        ("the lake isn't shallow", "deep", False),
        ("they failed to drain it", "drain", True),
        ("not only drained", "drain", False),
        ("it was too soon to drain it", "drain", True),
    ],
)
def test_a_word_is_stated_or_turned_round(text: str, term: str, turned: bool) -> None:
    unit = next(one for one in READER.read(text).units if one.term == term)
    assert (unit.denied != unit.opposite) == turned


@pytest.mark.parametrize(
    ("text", "whole", "loose"),
    [
        ("nobody drained it", [1], []),
        ("the lake was drained, was it not", [0], ["not"]),
        ("the lake was drained and nobody spoke", [0, 1], []),
        ("they didn't drain the lake", [0], []),
    ],
)
def test_a_clause_is_denied_as_a_whole_or_by_what_nothing_follows(
    text: str, whole: list[int], loose: list[str]
) -> None:
    reading = READER.read(text)
    assert (list(reading.whole), list(reading.loose)) == (whole, loose)


def test_what_is_not_found_is_denied() -> None:
    found = READER.read("they did not find that anybody drained it")
    assert [unit.under for unit in found.units if unit.term == "drain"] == [True]


@pytest.mark.parametrize(
    ("text", "operators"),
    [
        ("they drained the lake", set()),
        ("they tried to drain the lake", {"attempt"}),
        ("they ordered him to drain the lake", {"order"}),
        ("they will drain the lake", {"future"}),
        ("they should drain the lake", {"wish"}),
        ("they may drain the lake", {"possible"}),
        ("if they drain the lake", {"condition"}),
        ("they often drain the lake", {"often"}),
        ("he claimed that they drained the lake", {"claimed"}),
        ("they are said to drain the lake", {"claimed"}),
    ],
)
def test_a_verb_stands_in_moods(text: str, operators: set[str]) -> None:
    unit = next(one for one in READER.read(text).units if one.term == "drain")
    assert set(unit.operators) == operators


ACCUSED = {("@ann_poole", "agent", "drain"), ("@bob_marsh", "patient", "drain")}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Poole drained Marsh", ACCUSED),
        ("Marsh was drained by Poole", ACCUSED),
        ("Marsh had been drained by Poole", ACCUSED),
        ("did Poole say it?", {("@ann_poole", "speaker", "say")}),
        ("It was drained, said Poole", {("@ann_poole", "speaker", "say")}),
        ("according to Poole it was drained", {("@ann_poole", "speaker", "say")}),
        (
            "it was drained by Poole, Marsh and others",
            {("@ann_poole", "agent", "drain"), ("@bob_marsh", "agent", "drain")},
        ),
        ("Marsh, who drained it", {("@bob_marsh", "agent", "drain")}),
    ],
)
def test_who_does_what(text: str, expected: set[tuple[str, str, str]]) -> None:
    deeds = {(one.actor, one.role, one.verb) for one in READER.read(text).deeds}
    assert deeds >= expected


def test_what_somebody_is_called_has_no_part_of_its_own() -> None:
    deeds = READER.read("Poole called Marsh a drunken keeper").deeds
    assert {one.actor for one in deeds} == {"@ann_poole", "@bob_marsh"}


@pytest.mark.parametrize(
    ("text", "does", "done"),
    [
        ("the keeper drained the lake", {"keeper"}, {"lake"}),
        ("the lake was drained by the keeper", {"keeper"}, {"lake"}),
        ("the lake had been drained by the keeper", {"keeper"}, {"lake"}),
    ],
)
def test_what_stands_on_which_side_of_a_verb(text: str, does: set[str], done: set[str]) -> None:
    reading = READER.read(text)
    (side,) = [one for one in reading.sides if one.verb == "drain"]
    assert {reading.units[place].term for place in side.does} == does
    assert {reading.units[place].term for place in side.done} == done


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
        ("no lakes in Norvik", "", True, ""),
        ("Poole, a keeper of lakes", "", True, ""),
        ("Poole, Marsh and lakes", "", False, ""),
        ("Poole to drain lakes", "", True, ""),
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
    ("text", "level", "expected"),
    [
        (
            "the lake was drained, and the pond was left",
            0,
            ["the lake was drained", "the pond was left"],
        ),
        (
            "the lake was drained and the pond was left",
            0,
            ["the lake was drained", "the pond was left"],
        ),
        ("the lake and the pond were drained", 0, ["the lake and the pond were drained"]),
        ("It was drained. The pond was left.", 0, ["It was drained.", "The pond was left."]),
        (
            "he said “it was drained, and it was left”",
            0,
            ["he said “it was drained, and it was left”"],
        ),
        (
            "the keeper drained it and quietly left",
            1,
            ["the keeper drained it", "the keeper quietly left"],
        ),
        (
            "the keeper drained the lake, the pond and the moat",
            2,
            [
                "the keeper drained the lake",
                "the keeper drained the pond",
                "the keeper drained the moat",
            ],
        ),
        ("Because it leaked, the pond was left.", 0, ["Because it leaked, the pond was left."]),
        (
            "After it leaked, it was left, and mended.",
            1,
            ["After it leaked, it was left, and mended."],
        ),
        ("between 1997 and 2013 it was full", 2, ["between 1997 and 2013 it was full"]),
        ("five hundred and fifty were drained", 2, ["five hundred and fifty were drained"]),
    ],
)
def test_parts(text: str, level: int, expected: list[str]) -> None:
    assert parts(text, level) == expected


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
    found = corrected(f"in {typed}", lambda word: nearest_word(word, words), words.__contains__)
    assert found == f"in {meant}"
