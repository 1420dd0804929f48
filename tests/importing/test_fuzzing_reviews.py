"""Whatever a file holds, reading ends without a fault, and each record is taken or told."""

import csv
import io
import json
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from thoroughness import examples

from factcheck.importing.reading import read_reviews
from factcheck.importing.taken import Loss, Taken
from factcheck.problem import Problem

NAMES = ["x.json", "x.jsonl", "x.csv", "x.tsv", "x.html", "x"]
KEYS = (
    "@id @type @graph @value @language @context author publisher claimReviewed itemReviewed url"
    " name text reviewRating alternateName ratingValue bestRating datePublished inLanguage item"
    " dataFeedElement claims claimReview claimant claimDate textualRating reviewDate site error"
    " claim rating schema:url http://schema.org/author Rating date claim_date title language"
).split()
WORDS = st.sampled_from(
    "ClaimReview|schema:ClaimReview|Claim|#a|#b|https://c.example/1|False|en|2021-05-05|Feb 3, 2031"
    "|02/03/2031|&amp;|&#1;|&#99999999999;|\ud800|\x1b[31m|\0|\u2028|a\nb".split("|")
)
LEAVES = WORDS | st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8)
VALUES = st.recursive(
    LEAVES,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.sampled_from(KEYS) | st.text(max_size=3), inner, max_size=6)
    ),
    max_leaves=25,
)
FULL = {
    "claim": "a",
    "publisher": "b",
    "url": "https://c.example",
    "rating": "d",
    "date": "2021",
}
NODE = {"@type": "ClaimReview", "claimReviewed": "a", "author": "b", "url": "https://c.example"}
CELLS = WORDS | st.text(max_size=8)
quick = settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=examples(60)
)


def reading(path: Path, raw: bytes, chunk: int = 1_000_000) -> list[Taken | Problem]:
    """Read a file; check what holds of all that it gives."""
    path.write_bytes(raw)
    found = list(read_reviews(path, chunk=chunk))
    assert found, "silence"
    for value in found:
        problem = value.problem if isinstance(value, Loss) else value
        if isinstance(problem, Problem):
            assert problem.line >= 1
            assert problem.column >= 1
            assert problem.message.isprintable()
            assert len(problem.message) < 2_000
        str(value).encode()
    return [value for value in found if not isinstance(value, Loss)]


@quick
@given(st.sampled_from(NAMES), st.binary(max_size=300), st.integers(1, 50))
def test_random_bytes_are_read_to_their_end(
    tmp_path: Path, name: str, raw: bytes, chunk: int
) -> None:
    assert reading(tmp_path / name, raw, chunk) == reading(tmp_path / name, raw)


@quick
@given(st.lists(st.dictionaries(st.sampled_from(KEYS), VALUES, max_size=6), max_size=5))
def test_each_line_of_random_reviews_is_answered(tmp_path: Path, records: list[Any]) -> None:
    """Also beside a good line; what says that it is a node of another kind is no record."""
    mixed = [line for record in records for line in (FULL | record, NODE | record)]
    path = tmp_path / "x.jsonl"
    text = "".join(json.dumps(record) + "\n" for record in [*mixed, FULL])
    found = reading(path, text.encode())
    good = reading(path, json.dumps(FULL).encode())
    assert found[-1:] == good
    told = {value.line for value in found if isinstance(value, Problem)}
    taken = sum(isinstance(value, Taken) for value in found)
    assert taken + len(told) >= sum(
        1 for line in mixed if "@type" not in line and "@graph" not in line
    )


@quick
@given(VALUES, st.integers(1, 50))
def test_random_json_is_read_to_its_end(tmp_path: Path, value: Any, chunk: int) -> None:
    raw = json.dumps(value).encode()
    assert reading(tmp_path / "x.json", raw, chunk) == reading(tmp_path / "x.json", raw)
    page = b'<script type="application/ld+json">' + raw + b"</script>"
    reading(tmp_path / "x.html", page)


@quick
@given(st.lists(st.lists(CELLS, max_size=6), max_size=6), st.sampled_from(["\r\n", "\n", "\r"]))
def test_each_row_of_a_random_table_is_answered(
    tmp_path: Path, rows: list[list[str]], end: str
) -> None:
    text = io.StringIO(newline="")
    written = csv.writer(text, lineterminator=end, quoting=csv.QUOTE_ALL)
    written.writerows([list(FULL), *rows])
    found = reading(tmp_path / "x.csv", text.getvalue().encode(errors="replace"))
    assert len(found) == max(1, sum(map(bool, rows)))
