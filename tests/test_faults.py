"""Every fault in the data is told with its place, what is wrong and what was likely meant."""

from pathlib import Path

import pytest

from factcheck.corpus.corpus import examine, read_corpus
from factcheck.problem import CorpusError

CLAIM = "claims/lakes.yaml"
SOURCE = "sources/atlas.yaml"

FAULTS = {
    "unknown key": (CLAIM, "    caveats: [The q", "    caveat: [The q", [
        "19:5: unknown key 'caveat'; did you mean 'caveats'?", "4:5: key 'caveats' is missing"]),
    "missing key": (CLAIM, "    asserted_by: The Invented Atlas\n", "", [
        "4:5: key 'asserted_by' is missing"]),
    "key in a quotation": (CLAIM, "        paragraph: 2", "        paragrph: 2", [
        "11:9: unknown key 'paragrph'; did you mean 'paragraph'?",
        "9:9: key 'paragraph' is missing"]),
    "text for a number": (CLAIM, "value: 41", 'value: "41"', [
        "15:16: expected a number, found '41'"]),
    "number for text": (CLAIM, 'date: "2014"', "date: 2014", [
        "37:11: expected text, found '2014'; put it in quotes"]),
    "a list for a record": (CLAIM, "  - wording: Lake Example is 58 metres deep\n        differs: number\n        correction: The atlas gives 41 metres for the lake; 58 is the quarry.\n", "  - [Lake Example is 58 metres deep, number, wrong]\n", [
        "26:9: expected keys and values, found a list"]),
    "one text for a list": (CLAIM, "related: [lakes-reckless]", "related: lakes-reckless", [
        "32:14: expected a list, found 'lakes-reckless'; start each entry with '- '"]),
    "kind": (CLAIM, "kind: figure", "kind: figures", [
        "6:11: 'figures' is none of event, figure, finding, statement, allegation, pledge, "
        "judgement; did you mean 'figure'?"]),
    "duplicate key": (CLAIM, "    kind: figure\n", "    kind: figure\n    kind: event\n", [
        "7:5: key 'kind' again; it is on line 6 already"]),
    "time of day": (CLAIM, "title: Lakes and their depths", "title: 12:30", [
        "2:8: '12:30' is not plain text to YAML; write \"12:30\" in quotes"]),
    "octal": (CLAIM, "value: 41", "value: 010", [
        "15:16: '010' is not plain text to YAML; write \"010\" in quotes",
        "15:16: expected a number, found '010'"]),
    "no": (CLAIM, "caveats: [The words were not checked.]", "caveats: [no]", [
        "53:15: 'no' is not plain text to YAML; write \"no\" in quotes"]),
    "a day": (CLAIM, 'date: "2014"', "date: 2014-05-06", [
        "37:11: '2014-05-06' is not plain text to YAML; write \"2014-05-06\" in quotes"]),
    "nothing": (CLAIM, "asserted_by: the angling club", "asserted_by:", [
        "36:17: expected text, found nothing"]),
    "blank text": (CLAIM, "title: Lakes and their depths", 'title: "  "', ["2:8: empty text"]),
    "space at the end": (CLAIM, "title: Lakes and their depths", 'title: "Lakes "', [
        "2:8: space at the start or end of the text"]),
    "control character": (CLAIM, "title: Lakes and their depths", 'title: "\\e[31mLakes"', [
        "2:8: control character U+001B; take it out"]),
    "turned text": (CLAIM, "title: Lakes and their depths", 'title: "\\u202esekaL"', [
        "2:8: control character U+202E; take it out"]),
    "anchor": (CLAIM, "title: Lakes and their depths", "title: &a Lakes", [
        "2:8: '&a': anchors and aliases are not taken; repeat the text"]),
    "tag": (CLAIM, "title: Lakes and their depths", "title: !!python/name:os.system x", [
        "2:8: tag 'tag:yaml.org,2002:python/name:os.system': tags are not taken; write plain text"]),
    "two documents": (CLAIM, "topic: lakes\n", "topic: lakes\n---\n", [
        "2:1: a second document; a data file holds one",
        "1:1: key 'title' is missing", "1:1: key 'claims' is missing"]),
    "id": (CLAIM, "id: lakes-depth", "id: Lakes Depth", [
        "4:9: id 'Lakes Depth' must be lower-case words joined by '-'"]),
    "id twice": (CLAIM, "id: lakes-reckless", "id: lakes-depth", [
        "33:9: id 'lakes-depth' is used at lakes.yaml:4 already",
        "32:15: unknown claim 'lakes-reckless'"]),
    "related to nothing": (CLAIM, "related: [lakes-reckless]", "related: [lakes-rekless]", [
        "32:15: unknown claim 'lakes-rekless'; did you mean 'lakes-reckless'?"]),
    "related to itself": (CLAIM, "related: [lakes-reckless]", "related: [lakes-depth]", [
        "32:15: a claim is not related to itself"]),
    "unknown topic": (CLAIM, "    kind: figure\n", "    kind: figure\n    topics: [lake]\n", [
        "7:14: unknown topic 'lake'; did you mean 'lakes'?"]),
    "topic twice": (CLAIM, "    kind: figure\n", "    kind: figure\n    topics: [lakes]\n", [
        "7:14: topic 'lakes' is there already"]),
    "unknown source": (CLAIM, "        paragraph: 2\n", "        paragraph: 2\n        source: altas\n", [
        "12:17: unknown source 'altas'; did you mean 'atlas'?"]),
    "date": (CLAIM, 'date: "2014"', 'date: "2014-13"', [
        "37:11: '2014-13' is not an EDTF date, such as 2014, 2024-05, 1997/2013 or 2025-01~"]),
    "reason without a date": (CLAIM, 'date: "2014"', "date_inferred: from nothing", [
        "37:20: says why a date is inferred, but there is no 'date'"]),
    "not in the source": (CLAIM, "flooded quarry", "flooded pit", [
        "9:15: not in the source from 'pit beside it' on"]),
    "not in the source at all": (CLAIM, "text: The angling club called the council reckless", "text: Somebody said that something was quite reckless", [
        "39:15: not in the source: its first 5 words don't stand there"]),
    "too short to prove": (CLAIM, "text: The angling club called the council reckless", "text: angling club", [
        "39:15: not proved: a quotation needs at least 5 words, or isn't in the source"]),
    "wrong place": (CLAIM, "start: 28", "start: 27", [
        "12:16: the quotation does not stand at 27-92, but at 28-92"]),
    "wrong paragraph": (CLAIM, "paragraph: 2", "paragraph: 3", [
        "11:20: the quotation stands in paragraph 2"]),
    "no reply": (CLAIM, "    replies:\n      - by: the council\n        text: The council denied it.\n        quotation:\n          text: the council denied it was reckless at all\n          speaker: The Invented Atlas\n          paragraph: 3\n          start: 224\n          end: 265\n", "", [
        "35:11: an allegation needs 'replies', or 'no_reply' saying why there is none"]),
    "reply and none": (CLAIM, 'date: "2014"', "no_reply: There is none.", [
        "37:15: has 'replies' too; keep one of the two"]),
    "no caveat": (CLAIM, "caveats: [The words were not checked.]", "caveats: []", [
        "53:14: a claim has at least one of its caveats"]),
    "no quotation": (CLAIM, "      - text: The angling club called the council reckless\n        speaker: The Invented Atlas\n        paragraph: 3\n        start: 177\n        end: 221\n", "", [
        "38:16: expected a list, found nothing; start each entry with '- '"]),
    "few wordings": (CLAIM, "      - Lake Example goes down 41 metres\n", "", [
        "21:7: 3 wordings; a claim has at least 4"]),
    "shared wording": (CLAIM, "      - angling club council reckless", "      - Lake Example is 41 metres deep!", [
        "58:9: this wording stands in 'lakes-depth' already"]),
    "wording of the quotation": (CLAIM, "      - angling club council reckless", "      - the angling club called the council reckless", [
        "58:9: this wording is the quotation's; write it in other words"]),
    "date of a source": (SOURCE, 'date: "2015"', 'date: "in 2015"', [
        "6:7: 'in 2015' is not an EDTF date, such as 2014, 2024-05, 1997/2013 or 2025-01~"]),
    "inferred from nothing": (SOURCE, "caveats:", "inferred: {author: the style}\ncaveats:", [
        "7:20: 'author' is said to be inferred, but the record has no such value"]),
    "missing fingerprint": (SOURCE, "atlas.fingerprint", "atlass.fingerprint", [
        "4:14: fingerprint 'atlass.fingerprint': No such file or directory"]),
    "fingerprint elsewhere": (SOURCE, "atlas.fingerprint", "../atlas.txt", [
        "4:14: fingerprint '../atlas.txt' must name a file beside the record"]),
}  # fmt: skip


@pytest.mark.parametrize("fault", FAULTS)
def test_fault_is_told_with_its_place(fault: str, lakes: Path) -> None:
    name, old, new, expected = FAULTS[fault]
    path = lakes / name
    text = path.read_text(encoding="utf-8")
    assert text.count(old) >= 1
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    _, problems, unproved = examine(lakes)
    told = [str(problem).removeprefix(f"{path}:") for problem in (*problems, *unproved)]
    assert sorted(told) == sorted(expected)


def test_faults_of_all_files_are_told_at_once_in_order(lakes: Path) -> None:
    (lakes / "sources" / "atlas.yaml").write_text("id: atlas\n", encoding="utf-8")
    (lakes / "claims" / "empty.yaml").write_text("", encoding="utf-8")
    (lakes / "lexicon.yaml").write_text("names: [{name: A}]\nsame: x\n", encoding="utf-8")
    with pytest.raises(CorpusError) as caught:
        read_corpus(lakes)
    told = [str(problem).removeprefix(f"{lakes}/") for problem in caught.value.problems]
    assert told == [
        "claims/empty.yaml:1:1: the file is empty",
        "lexicon.yaml:1:9: key 'kind' is missing",
        "lexicon.yaml:2:7: expected a list, found 'x'; start each entry with '- '",
        "sources/atlas.yaml:1:1: key 'caveats' is missing",
        "sources/atlas.yaml:1:1: key 'kind' is missing",
        "sources/atlas.yaml:1:1: key 'outlet' is missing",
    ]


def test_an_alias_of_two_names_is_told(lakes: Path) -> None:
    text = "names:\n  - {name: Ann Lake, kind: person, aliases: [Lake]}\n"
    text += "  - {name: Bob Lake, kind: person, aliases: [Lake]}\n"
    (lakes / "lexicon.yaml").write_text(text, encoding="utf-8")
    _, problems, _ = examine(lakes)
    expected = "3:5: 'Lake' names Ann Lake too; it must mean one of them"
    assert [str(p).removeprefix(f"{lakes}/lexicon.yaml:") for p in problems] == [expected]


@pytest.mark.parametrize("folder", ["claims", "sources"])
@pytest.mark.parametrize("state", ["missing", "empty"])
def test_no_data_is_a_fault(lakes: Path, folder: str, state: str) -> None:
    for path in (lakes / folder).iterdir():
        path.unlink()
    if state == "missing":
        (lakes / folder).rmdir()
    what = "no such folder" if state == "missing" else "no .yaml file in this folder"
    with pytest.raises(CorpusError, match=what):
        read_corpus(lakes)


def test_a_source_must_be_named_among_several(lakes: Path) -> None:
    text = (lakes / SOURCE).read_text(encoding="utf-8").replace("id: atlas", "id: atlas-two")
    (lakes / "sources" / "two.yaml").write_text(text, encoding="utf-8")
    _, problems, _ = examine(lakes)
    assert {p.message for p in problems} == {"'source' is missing; the corpus has 2 sources"}
