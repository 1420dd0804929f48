"""What hangs on what in a text, and which ways of hanging may be one."""

import pytest

from factcheck.record import Lexicon, Name
from factcheck.text.lexicon import table
from factcheck.text.reading import Reader
from factcheck.text.ways import ANY, BESIDE, DONE, GUESS, OBJECT, OWNER, SUBJECT, agree

NAMES = (Name("Lena Dorn", "person", ("Dorn",)), Name("Pavel Rusk", "person", ("Rusk",)))
READER = Reader(table(Lexicon(names=NAMES)))


def hung(text: str) -> set[tuple[str, str, str]]:
    """Return what hangs on what in a text, and how, in the text's own words."""
    reading = READER.read(text)
    told = reading.dependencies
    words = [*(unit.said for unit in reading.units), *(f"~{verb}" for verb in told.acts)]
    return {(words[one.place], words[one.on], one.way) for one in told.found}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dorn drained the lake.", {("dorn", "drained", SUBJECT), ("lake", "drained", OBJECT)}),
        (
            "The lake was drained by Dorn.",
            {("lake", "drained", OBJECT), ("dorn", "drained", "+by")},
        ),
        ("the lake drained by Dorn was deep", {("dorn", "drained", "+by")}),
        ("Dorn made a plan.", {("dorn", "~made", SUBJECT), ("plan", "~made", OBJECT)}),
        ("the depth of the lake", {("lake", "depth", "of")}),
        ("Rusk's ferry sank.", {("rusk", "ferry", OWNER)}),
        ("the harbour ferry sank", {("harbour", "ferry", ANY), ("ferry", "sank", SUBJECT)}),
        ("The ferry was old.", {("ferry", "old", BESIDE), ("old", "ferry", BESIDE)}),
        ("Crews and pilots met.", {("crews", "met", SUBJECT), ("pilots", "met", SUBJECT)}),
        (
            "a series of storms hit the pier",
            {("storms", "hit", SUBJECT), ("storms", "series", "of")},
        ),
        (
            "£9m of the money went to crews",
            {("money", "9,000,000", "of"), ("crews", "~went", "+to")},
        ),
        ("Nine ferries sank.", {("9", "ferries", ANY), ("9", "sank", SUBJECT)}),
        ("Rusk promised to drain the lake.", {("lake", "drain", OBJECT)}),
        ("crews selling boats left", {("crews", "selling", SUBJECT), ("boats", "selling", OBJECT)}),
        ("the sale by Rusk of a boat", {("rusk", "sale", "by"), ("boat", "sale", "of")}),
        ("Rusk's sale of a boat", {("rusk", "sale", OWNER), ("boat", "sale", OBJECT)}),
        ("The ferry burned in the harbour.", {("harbour", "burned", "+in")}),
        ("a newly painted ferry", {("ferry", "painted", DONE), ("painted", "ferry", ANY)}),
    ],
)
def test_what_hangs_on_what(text: str, expected: set[tuple[str, str, str]]) -> None:
    assert expected <= hung(text)


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        ("£9m went to an audit by Dorn", "dorn", "£9m"),
        ("Dorn said that the ferry sank", "ferry", "dorn"),
        ("The ferry sank, according to a report of the board", "report", "sank"),
        ("The ferry sank, Rusk said", "rusk", "sank"),
        ("The harbour froze while the ferry sank", "harbour", "sank"),
        ("In the storm, the ferry sank", "ferry", "storm"),
    ],
)
def test_what_hangs_on_nothing_of_the_other(text: str, one: str, other: str) -> None:
    told = {(a, b) for a, b, way in hung(text) if way != GUESS}
    assert (one, other) not in told


@pytest.mark.parametrize(
    ("one", "other", "alike", "expected"),
    [
        (SUBJECT, SUBJECT, True, True),
        (SUBJECT, OBJECT, False, False),
        (SUBJECT, "+by", True, True),
        (SUBJECT, "+to", True, False),
        (SUBJECT, "+to", False, True),
        (OWNER, "by", True, True),
        (OWNER, OBJECT, True, False),
        (OBJECT, "of", True, True),
        (OBJECT, "+by", False, False),
        (OBJECT, "+at", True, False),
        (OBJECT, DONE, True, True),
        ("+to", "+from", True, False),
        ("about", "over", True, True),
        ("into", "against", True, True),
        ("for", "against", True, False),
        (BESIDE, OBJECT, True, True),
        (BESIDE, "+to", True, False),
        ("+in favour of", OBJECT, False, False),
        (GUESS, OBJECT, True, True),
    ],
)
def test_which_ways_may_be_one(one: str, other: str, *, alike: bool, expected: bool) -> None:
    assert agree(one, other, alike=alike) is expected
    assert agree(other, one, alike=alike) is expected
