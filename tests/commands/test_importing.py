"""`factcheck import`: what was read, what was skipped and what is there add up."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from feeds import write_feeds
from processes import Done
from thoroughness import examples

REVIEW = {
    "@context": "https://schema.org",
    "@type": "ClaimReview",
    "claimReviewed": "Ulmen Pond was drained",
    "url": "https://lakes.example/1",
    "author": {"@type": "Organization", "name": "Lake Check"},
    "reviewRating": {"@type": "Rating", "alternateName": "Mostly false"},
    "datePublished": "2030-06-07",
    "itemReviewed": {"@type": "Claim", "author": {"name": "A. Witness"}},
}


def write(path: Path, *records: object) -> Path:
    path.write_text(json.dumps(list(records)), encoding="utf-8")
    return path


def lines(root: Path, topic: str = "fact-checks") -> list[dict]:
    shelf = root / "claims" / f"{topic}.jsonl"
    return [json.loads(line) for line in shelf.read_text(encoding="utf-8").splitlines()]


def counts(done: Done) -> dict[str, int]:
    return {key: value for key, value in done.data.items() if isinstance(value, int)}


@pytest.fixture
def published(tmp_path: Path) -> Path:
    """Where a corpus will be."""
    return tmp_path / "published"


def test_a_review_becomes_a_claim_that_is_found(
    run: Callable[..., Done],
    tmp_path: Path,
    published: Path,
    golden: Callable[[str, str], None],
) -> None:
    done = run("import", write(tmp_path / "one.json", REVIEW), "--into", published)
    assert (done.status, done.err) == (0, "")
    (claim,) = lines(published)
    assert claim["id"].startswith("ulmen-pond-was-drained-")
    assert claim["asserted_by"] == "A. Witness"
    asked = ("lookup", "somebody drained Ulmen Pond", "--corpus", published.name)
    found = run(*asked, cwd=published.parent)
    assert found.status == 0
    golden("lookup-imported.txt", found.out)
    assert run("verify", "--corpus", published).status == 0


def test_importing_twice_adds_nothing(
    run: Callable[..., Done], tmp_path: Path, published: Path
) -> None:
    one = write(tmp_path / "one.json", REVIEW, REVIEW)
    first = counts(run("import", one, "--into", published, "--json"))
    assert first == {
        "reviews": 2,
        "new_claims": 1,
        "new_reviews_of_known_claims": 0,
        "known": 1,
        "skipped": 0,
        "left_out": 0,
    }
    shelf = published / "claims" / "fact-checks.jsonl"
    before = (shelf.read_bytes(), shelf.stat().st_mtime_ns)
    second = counts(run("import", one, "--into", published, "--json"))
    assert (second["new_claims"], second["known"]) == (0, 2)
    assert (shelf.read_bytes(), shelf.stat().st_mtime_ns) == before


def test_each_review_of_the_same_words_is_kept(
    run: Callable[..., Done], tmp_path: Path, published: Path
) -> None:
    other = REVIEW | {"url": "https://other.example/", "author": {"name": "Pond Watch"}}
    changed = REVIEW | {"reviewRating": {"alternateName": "False"}}
    for number, record in enumerate((REVIEW, other, changed)):
        run("import", write(tmp_path / f"{number}.json", record), "--into", published)
    (claim,) = lines(published)
    told = [(review["publisher"], review["rating"]) for review in claim["reviews"]]
    assert told == [
        ("Lake Check", "Mostly false"),
        ("Pond Watch", "Mostly false"),
        ("Lake Check", "False"),
    ]
    somebody = REVIEW | {"itemReviewed": {"author": {"name": "B. Other"}}}
    run("import", write(tmp_path / "4.json", somebody), "--into", published)
    assert len(lines(published)) == 2


def test_a_date_that_comes_later_is_taken(
    run: Callable[..., Done], tmp_path: Path, published: Path
) -> None:
    undated = {**REVIEW, "itemReviewed": {"author": {"name": "A"}}}
    dated = {**REVIEW, "itemReviewed": {"author": {"name": "A"}, "datePublished": "2030-04"}}
    run("import", write(tmp_path / "one.json", undated), "--into", published)
    done = run("import", write(tmp_path / "two.json", dated), "--into", published, "--json")
    assert counts(done)["new_reviews_of_known_claims"] == 1
    (claim,) = lines(published)
    assert (claim["date"], len(claim["reviews"])) == ("2030-04", 1)


def test_a_review_of_a_withdrawn_claim_is_kept_and_told(
    run: Callable[..., Done], tmp_path: Path, published: Path
) -> None:
    run("import", write(tmp_path / "one.json", REVIEW), "--into", published)
    shelf = published / "claims" / "fact-checks.jsonl"
    held = lines(published)[0] | {"withdrawn": {"date": "2031-01-02", "why": "It was a joke."}}
    shelf.write_text(json.dumps(held) + "\n")
    other = REVIEW | {"url": "https://other.example/"}
    done = run("import", write(tmp_path / "two.json", other), "--into", published)
    assert f"another review of {held['id']}, which is withdrawn" in done.err
    assert len(lines(published)[0]["reviews"]) == 2


def test_what_a_curator_added_to_an_imported_claim_stays(
    run: Callable[..., Done], tmp_path: Path, published: Path
) -> None:
    run("import", write(tmp_path / "one.json", REVIEW), "--into", published)
    shelf = published / "claims" / "fact-checks.jsonl"
    held = lines(published)[0] | {"caveats": ["Which pond is meant is not clear."]}
    shelf.write_text(json.dumps(held) + "\n")
    other = REVIEW | {"url": "https://other.example/"}
    run("import", write(tmp_path / "two.json", other), "--into", published)
    (claim,) = lines(published)
    assert claim["caveats"] == ["Which pond is meant is not clear."]
    assert len(claim["reviews"]) == 2


def test_what_cannot_be_used_is_told_with_its_place_and_counted(
    run: Callable[..., Done], tmp_path: Path, published: Path
) -> None:
    bare = {key: value for key, value in REVIEW.items() if key != "url"}
    path = tmp_path / "some.json"
    path.write_text(f"[{json.dumps(bare)},\n {json.dumps(REVIEW)}]")
    done = run("import", path, "--into", published)
    assert done.status == 1
    assert done.err == f"{path}:1:2: the URL is missing\n"
    assert "2 reviews read" in done.out
    assert "1 skipped" in done.out


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["nowhere.json"], "no such file: nowhere.json"),
        (["nowhere.json", "gone.csv"], "no such file: nowhere.json, gone.csv"),
        (["one.json", "--topic", "No Topic"], "--topic 'No Topic' must be lower-case words"),
    ],
)
def test_wrong_usage_writes_nothing(
    run: Callable[..., Done], tmp_path: Path, arguments: list[str], message: str
) -> None:
    write(tmp_path / "one.json", REVIEW)
    done = run("import", *arguments, "--into", "published", cwd=tmp_path)
    assert (done.status, done.out) == (2, "")
    assert message in done.err
    assert not (tmp_path / "published").exists()


def test_a_shelf_with_faults_is_left_as_it_is(
    run: Callable[..., Done], tmp_path: Path, published: Path
) -> None:
    (published / "claims").mkdir(parents=True)
    shelf = published / "claims" / "fact-checks.jsonl"
    shelf.write_text('{"id": "half a line\n')
    done = run("import", write(tmp_path / "one.json", REVIEW), "--into", published)
    assert done.status == 4
    assert f"{shelf}:1:" in done.err
    assert shelf.read_text() == '{"id": "half a line\n'
    assert [path.name for path in shelf.parent.iterdir()] == ["fact-checks.jsonl"]


def test_invisible_characters_go_and_words_stay(
    run: Callable[..., Done], tmp_path: Path, published: Path
) -> None:
    record = REVIEW | {"claimReviewed": "Ulmen\u200b Pond\u202e was  drained\n"}
    assert run("import", write(tmp_path / "one.json", record), "--into", published).status == 0
    assert lines(published)[0]["statement"] == "Ulmen Pond was drained"


def test_thousands_of_records_of_every_shape_add_up(
    run: Callable[..., Done], start: Callable[..., object], tmp_path: Path, published: Path
) -> None:
    """Every shape at once, some records broken in every way: none is lost without a word."""
    size = examples(2_000)
    paths, usable, broken = write_feeds(tmp_path / "feeds", size)
    assert usable + broken == size
    process = start("import", *paths, "--into", published, "--json")
    out, err = process.communicate(timeout=300)
    done = Done(process.returncode, out.decode(), err.decode())
    assert done.status == 1
    found = counts(done)
    assert found["reviews"] == size
    assert found["skipped"] == broken == len(done.err.splitlines())
    taken = found["new_claims"] + found["new_reviews_of_known_claims"] + found["known"]
    assert taken == usable
    held = lines(published)
    assert len(held) == found["new_claims"]
    reviews = sum(len(claim["reviews"]) for claim in held)
    assert reviews == found["new_claims"] + found["new_reviews_of_known_claims"]
    middle = held[len(held) // 2]
    answer = run("lookup", "--json", middle["statement"], "--corpus", published).data
    assert answer["verdict"] == "found"
    assert middle["id"] in {match["id"] for match in answer["matches"]}
