"""What is found in a sentence, kind by kind, and what is left alone."""

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ponds import claims, write_ponds
from prose import prose
from restated import SOUND, WRONG
from reviewed import reviewed, write_long

from factcheck.drafts.checking import Checking
from factcheck.drafts.draft import Draft
from factcheck.drafts.kinds import KINDS, Kind
from factcheck.drafts.quoting import likeness, quoted_in
from factcheck.drafts.whole import Whole
from factcheck.lookup.looking_up import look_up
from factcheck.store.opening import Watch, open_corpus
from factcheck.store.reading import Store

QUIET = Watch(pytest.fail, str)
EXAMPLES = [kind for kind in KINDS if kind.flagged]


@pytest.mark.parametrize("kind", EXAMPLES, ids=[kind.id for kind in EXAMPLES])
def test_each_kind_flags_its_example_and_not_the_other(store: Store, kind: Kind) -> None:
    checking = Checking(store, uncovered=kind.id == "not-covered")
    alone = [one for one in kinds(kind.flagged, checking) if one != "reply" or kind.id == "reply"]
    assert alone == [kind.id]
    assert set(kinds(kind.sound, checking)) <= {"reply"} - {kind.id}


def kinds(text: str, checking: Checking) -> list[str]:
    """Return the kinds of what is found in a draft."""
    draft = Draft("x.md", [text], ".md")
    whole = Whole(draft, checking.store, lambda claim: claim.statement)
    for sentence in draft.sentences():
        whole.take(sentence, checking.check(sentence.text))
    return [one.kind.id for one in whole.findings()]


@pytest.mark.parametrize(
    "answer",
    [
        "Starmer vehemently denied failing to act.",
        "He rejects that.",
        "It was a long day. Much was said. He denies it.",
        "Something happened.\n\nMuch later, Keir Starmer rejected all of that.",
    ],
)
@pytest.mark.parametrize("order", [1, -1])
def test_a_reply_is_told_wherever_it_stands(store: Store, answer: str, order: int) -> None:
    told = "Musk wrote that Starmer was complicit in the rape of Britain."
    parts = ["# Title", *[told, answer][::order]]
    assert kinds("\n\n".join(parts), Checking(store)) == []
    assert kinds(told + " It rained. Starmer denies that.", Checking(store)) == []


def test_a_reply_that_is_left_out_is_told_once(store: Store) -> None:
    told = "Musk wrote that Starmer was complicit in the rape of Britain. "
    rest = "It rained. " * 5 + "Cooper denied it.\n\nMusk called out Starmer for failing to act."
    assert kinds(told + rest, Checking(store)) == ["reply"]


def test_one_allegation_has_one_finding(store: Store) -> None:
    bare = "Starmer failed to act when he was director of public prosecutions."
    assert kinds(f"It rained. {bare}", Checking(store)) == ["unattributed"]
    ignored = f"<!-- factcheck: ignore unattributed -- so said -->\n\n{bare}"
    assert kinds(ignored, Checking(store)) == ["unattributed", "reply"]


def test_findings_stand_in_the_order_of_lines(store: Store) -> None:
    text = "Elon Musk called Phillips an evil witch.\n\nCasey made 20 recommendations."
    assert kinds(text, Checking(store)) == ["reply", "number"]


def test_what_is_withdrawn_is_superseded(tmp_path: Path) -> None:
    held = claims()
    held[0] |= {"withdrawn": {"date": "2031-02-03", "why": "The atlas took it back."}}
    store = open_corpus(write_ponds(tmp_path / "ponds", held), QUIET)
    (found,) = Checking(store).check("Ulmen Pond has a depth of 41 metres.").found
    assert (found.kind, found.claim) == ("superseded", "ulmen-depth")
    assert "The atlas took it back." in found.explanation


@pytest.mark.parametrize(
    "sentence",
    [
        "Musk called Phillips an evil witch.",
        "Allegedly, Starmer failed to act when he was director of public prosecutions.",
        "According to Elon Musk, Starmer failed to act as director of public prosecutions.",
        "Starmer denied that he failed to act when he was director of public prosecutions.",
    ],
)
def test_an_allegation_with_its_attribution_is_sound(store: Store, sentence: str) -> None:
    assert Checking(store).check(sentence).found == ()


@pytest.mark.parametrize(
    ("sentence", "said", "recorded"),
    [
        ("Casey said: “It is time that we drew a line in the sand.”", "it is", "it's"),
        ("Musk spoke of “a leap in the right direction”.", "leap", "step"),
        ("She offered an “unequivocal apology for the unimaginable pain”.", "", ""),
        ("She offered an “unequivocal apology … pain and suffering”.", "", ""),
        ("She offered an “[abject] apology for the unimaginable pain”.", "", ""),
        ("It was called a “right direction”.", "", ""),
    ],
)
def test_a_quotation_is_held_against_the_source_word_for_word(
    store: Store, sentence: str, said: str, recorded: str
) -> None:
    found = [one for one in Checking(store).check(sentence).found if one.kind == "misquoted"]
    expected = [(said, recorded)] if recorded else []
    assert [(one.said, one.recorded) for one in found] == expected


def test_a_block_quote_is_a_quotation(store: Store) -> None:
    checking = Checking(store)
    words = "This is not a triumph for politicians."
    assert [found.kind for found in checking.check(words, quoted=True).found] == ["misquoted"]


def test_prose_on_other_subjects_is_left_alone(
    store: Store, sample: Callable[[Iterable, int], list]
) -> None:
    checking = Checking(store)
    sentences = prose(2_000)
    assert len(set(sentences)) == 2_000
    flagged = [one for one in sample(sentences, 8) if checking.check(one).found]
    assert len(flagged) <= 1, flagged


def test_seeded_errors_are_found_in_a_page_of_prose(store: Store) -> None:
    wrong = dict(reversed(line.split(" | ")) for line in WRONG)
    lines = [
        line
        for three in zip(prose(100), [*SOUND, *wrong], prose(200)[100:], strict=True)
        for line in three
    ]
    page = "\n\n".join(" ".join(lines[at : at + 7]) for at in range(0, len(lines), 7))
    checking = Checking(store)
    flagged = {
        sentence.text
        for sentence in Draft("page.md", [page], ".md").sentences()
        if checking.check(sentence.text).found
    }
    assert len(flagged & wrong.keys()) >= 36, wrong.keys() - flagged
    assert len(flagged - wrong.keys()) <= 2, flagged - wrong.keys()


@given(st.lists(st.sampled_from("a be see deep pond lake".split()), min_size=4, max_size=9))
def test_what_is_quoted_from_a_text_is_verbatim_in_it(words: list[str]) -> None:
    text = " ".join(words)
    for start in range(len(words) - 3):
        part = " ".join(words[start : start + 4])
        assert likeness(part, text).share == 1
    (quoted,) = quoted_in(f"He said “{text}” to me")
    assert quoted.text == text
    assert likeness(f"{text} otherwise", text).share < 1


def test_what_others_reviewed_is_left_out_of_a_draft(tmp_path: Path) -> None:
    root = write_ponds(tmp_path / "ponds", claims())
    write_long(root, [reviewed(1)])
    store = open_corpus(root, QUIET)
    assert look_up(reviewed(1)["statement"], store).verdict == "found"
    assert Checking(store).check(reviewed(1)["statement"]).verdict == "not_covered"


def test_what_a_long_shelf_quotes_is_held_against_a_draft(tmp_path: Path) -> None:
    depth, *others = claims()
    root = write_ponds(tmp_path / "ponds", others)
    depth["topics"] = []
    write_long(root, [depth, reviewed(1)])
    store = open_corpus(root, QUIET)
    (found,) = Checking(store).check("Ulmen Pond has a depth of 99 metres.").found
    assert (found.kind, found.claim) == ("number", "ulmen-depth")


def test_a_corpus_of_reviews_alone_says_nothing_to_a_draft(tmp_path: Path) -> None:
    (tmp_path / "claims").mkdir()
    write_long(tmp_path, [reviewed(1)])
    store = open_corpus(tmp_path, QUIET)
    checked = Checking(store).check(reviewed(1)["statement"])
    assert (checked.verdict, checked.found) == ("not_covered", ())


@pytest.mark.parametrize(
    "sentence",
    [
        "Cooper denied it.",
        "Starmer refused.",
        "The minister denied the claim.",
        "Phillips denied it.",
        "Dr. Casey of the U.K. made No. 10 listen.",
    ],
)
def test_a_sentence_of_hardly_any_content_is_settled_by_nothing(
    store: Store, sentence: str
) -> None:
    checked = Checking(store).check(sentence)
    assert checked.verdict in {"close", "not_covered", "found"}
    assert checked.found == ()


def test_a_quotation_may_go_on_beyond_what_the_corpus_quotes(store: Store) -> None:
    words = "Those who groom children or who commit sexual offences will not be granted asylum"
    assert Checking(store).check(f"“{words},” said Yvette Cooper.").found == ()
    altered = words.replace("commit", "plan")
    (found,) = Checking(store).check(f"“{altered},” said Yvette Cooper.").found
    assert (found.kind, found.said) == ("misquoted", "plan")


def test_each_wrong_detail_of_a_sentence_is_told_once(store: Store) -> None:
    both = "Around 650 suspects had been arrested by May 2024, and Casey makes 20 recommendations."
    found = Checking(store).check(both).found
    assert [(one.kind, one.said) for one in found] == [("number", "650"), ("number", "20")]
    dated = "Jess Phillips rejected Oldham's request in September 2024."
    assert [one.said for one in Checking(store).check(dated).found] == ["September", "2024"]


@pytest.mark.parametrize(
    ("sentence", "owner"),
    [
        ("“A stain on our society,” said Kemi Badenoch.", "Yvette Cooper"),
        ("“The issue largely resurfaced in British politics,” said Kemi Badenoch.", "STV News"),
        ("Tommy Robinson says “turned [her] world upside down”.", "Jess Phillips, through ITV"),
    ],
)
def test_what_an_outlet_quotes_is_of_the_one_who_said_it(
    store: Store, sentence: str, owner: str
) -> None:
    (found,) = Checking(store).check(sentence).found
    assert found.kind == "misattributed"
    assert found.recorded.startswith(owner)


@pytest.mark.parametrize(
    "sentence",
    [
        "Baroness Casey complained that “we have seen obfuscation” rather than examination.",
        "Musk greeted money for local inquiries and an audit as “a step in the right direction”.",
    ],
)
def test_a_sound_sentence_in_other_words_is_left_alone(store: Store, sentence: str) -> None:
    assert Checking(store).check(sentence).found == ()


def test_the_claim_most_alike_tells_whether_a_sentence_is_only_alleged(store: Store) -> None:
    bare = "The Home Secretary had to be dragged to Monday's announcement."
    (found,) = Checking(store).check(bare).found
    assert (found.kind, found.claim) == ("unattributed", "inquiry-badenoch-dragged")
