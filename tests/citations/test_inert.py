"""Hostile text in every field comes out inert in every form, and is read back where it stood."""

import csv
import json
import re
from collections.abc import Callable, Iterator
from datetime import date
from io import StringIO
from typing import Any

import pytest
import rispy
from markdown_it import MarkdownIt
from test_tex import parsed
from thoroughness import some

from factcheck.citations.annotation import annotation
from factcheck.citations.biblatex import biblatex
from factcheck.citations.bibtex import bibtex
from factcheck.citations.claimreview import Publisher, claimreview
from factcheck.citations.csl_json import csl_json
from factcheck.citations.json_lines import json_lines
from factcheck.citations.noting import plain
from factcheck.citations.ris import ris
from factcheck.citations.rows import COLUMNS, rows
from factcheck.citations.rows import csv as comma_separated
from factcheck.citations.work import works
from factcheck.record import Claim, Misreading
from factcheck.show.citing import STYLES
from factcheck.show.escaping import UNSAFE
from factcheck.store.reading import Store
from factcheck.tables.parquet import ParquetFile

HOSTILE = {
    "script": "</script><script>alert(1)</script>",
    "comment": "<!-- gone --> <b>bold</b> &lt;i&gt; <i>x</i>",
    "link": "](javascript:alert(1)) ![x](y) [x](javascript:y)",
    "table": "| a | b |",
    "placeholder": "{{ x }} {% y %} ${z} {0}",
    "backticks": "`code` ```",
    "direction": "left\u200eright\u202egnp\u2066",
    "braces": "}} {{ }, title = {x",
    "tex": "\\input{x} & % $ # _ ~ ^ \\",
    "line ends": "a\nER  - \nTY  - NEWS\r\nTI  - x\u2028@misc{x,\n\n# b",
    "control": "\x1b[31ma\x1b]0;owned\x07\x9b31m\x00",
    "formula": "=HYPERLINK(1)\t+1",
    "note": "{:DOI: 1} type: book",
    "workflow": "::error::owned ##[error]owned",
    "names": "Łódź Žižek 名前 עמר and others",
}
BY = Publisher(HOSTILE["script"], "https://x.example", "https://x.example/{}".format)
DAY = date(2025, 6, 15)


@pytest.fixture(params=some(HOSTILE.values(), 4), ids=some(HOSTILE, 4))
def text(request: pytest.FixtureRequest) -> str:
    return request.param


def marked(claim: Claim, text: str) -> Claim:
    """Return a claim with `text` for each of its texts."""
    quotations = tuple(one._replace(text=text, speaker=text) for one in claim.quotations)
    replies = tuple(
        one._replace(by=text, text=text, quotation=one.quotation._replace(text=text))
        for one in claim.replies
    )
    return claim._replace(
        statement=text,
        asserted_by=text,
        through=(text,),
        quotations=quotations,
        replies=replies,
        caveats=(text,),
        date_inferred=claim.date and text,
        misreadings=(Misreading(text, "number", text),),
    )


@pytest.fixture
def hostile(misread_store: Store, text: str) -> Iterator[tuple[list[Claim], Store]]:
    """The ponds' claims with `text` for each text of theirs, and of their sources'."""
    known = misread_store.sources
    misread_store.__dict__["sources"] = {
        name: source._replace(
            outlet=text, title=text, author=text, url=text, caveats=(text,), errors=()
        )
        for name, source in known.items()
    }
    yield [marked(claim, text) for claim in misread_store.claims()], misread_store
    misread_store.__dict__["sources"] = known


def strings(data: Any) -> Iterator[str]:
    """Yield each text in data."""
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict):
        for value in data.values():
            yield from strings(value)
    elif isinstance(data, list):
        for value in data:
            yield from strings(value)


def read_markdown(claims: list[Claim], store: Store) -> tuple[str, list[Any]]:
    text = "\n\n".join(style(claims, store, DAY) for style in STYLES.values())
    tokens = MarkdownIt("commonmark").enable("table").parse(text)
    kinds = {one.type for token in tokens for one in [token, *(token.children or [])]}
    assert not kinds & {"html_block", "html_inline", "image", "link_open", "code_inline", "fence"}
    return text, ["".join(c.content for c in t.children or []) for t in tokens]


def read_csl(claims: list[Claim], store: Store) -> tuple[str, list[Any]]:
    text = csl_json(works(claims, store))
    assert not re.search(r"</?[ib]>|\{:", text)
    return text, json.loads(text)


def read_graph(text: str) -> tuple[str, list[Any]]:
    return text, json.loads(text)["@graph"]


def read_ris(claims: list[Claim], store: Store) -> tuple[str, list[Any]]:
    text = ris(works(claims, store))
    assert all(re.match(r"[A-Z][A-Z0-9]  - |$", line) for line in text.split("\n"))
    return text, rispy.loads(text)


def read_csv(claims: list[Claim], store: Store) -> tuple[str, list[Any]]:
    text = comma_separated(claims, store)
    found = list(csv.DictReader(StringIO(text, newline=""), strict=True))
    assert not [cell for row in found for cell in row.values() if cell.startswith(("=", "+", "@"))]
    return text, found


def read_json_lines(claims: list[Claim], _: Store) -> tuple[str, list[Any]]:
    text = json_lines(claims)
    return text, [json.loads(line) for line in text.splitlines()]


def read_tex(text: str) -> tuple[str, list[Any]]:
    return text, parsed(text)


READERS: dict[str, tuple[int, Callable[[list[Claim], Store], tuple[str, list[Any]]]]] = {
    "markdown": (0, read_markdown),
    "csl-json": (2, read_csl),
    "biblatex": (2, lambda claims, store: read_tex(biblatex(works(claims, store)))),
    "bibtex": (2, lambda claims, store: read_tex(bibtex(works(claims, store)))),
    "ris": (2, read_ris),
    "claimreview": (5, lambda claims, store: read_graph(claimreview(claims, store, BY, DAY))),
    "annotation": (6, lambda claims, store: read_graph(annotation(claims, store, {}, None))),
    "csv": (4, read_csv),
    "jsonl": (4, read_json_lines),
}
"""How many records each form has of the ponds, 0 for any, and what reads it."""


@pytest.mark.parametrize("form", READERS)
def test_no_text_acts_in_any_form(form: str, text: str, hostile: tuple[list[Claim], Store]) -> None:
    count, read = READERS[form]
    written, found = read(*hostile)
    assert not UNSAFE.search(written.replace("\n", "").replace("\r", "")), ascii(written)
    assert not re.search(r"(?m)^\s*::|##[\w.]*\[", written)
    assert len(found) == count or not count
    held = [*strings(found)]
    wanted = {plain(text), text, re.sub(r"<(?=/?[ib]\b)|\{(?=:)", r"\g<0> ", plain(text))}
    assert any(one in told for one in wanted for told in held), held
    assert not [one for one in held if one == "javascript:alert(1)"]


def test_no_text_acts_in_parquet(
    text: str, hostile: tuple[list[Claim], Store], tmp_path: Any
) -> None:
    import pyarrow.parquet as pq

    table = ParquetFile(tmp_path / "x.parquet", COLUMNS)
    for row in rows(*hostile):
        table.write(row)
    table.close()
    read = pq.read_table(tmp_path / "x.parquet").to_pylist()
    assert [row["statement"] for row in read] == [plain(text)] * 4
    assert not [one for one in strings(read) if UNSAFE.search(one.replace("\n", ""))]


@pytest.mark.parametrize("form", some(["biblatex", "bibtex", "csljson"], 4))
def test_pandoc_makes_no_markup_of_it(
    form: str, hostile: tuple[list[Claim], Store], pandoc: Callable[..., str]
) -> None:
    writers = {"biblatex": biblatex, "bibtex": bibtex, "csljson": csl_json}
    made = pandoc(writers[form](works(*hostile)), f"--from={form}", "--to=html", "--citeproc")
    tags = set(re.findall(r"<([a-z]+)", made))
    assert tags <= {"div", "p", "em", "i", "span", "a"}
    assert not re.search(r"href=\"(?!#)", made)


def test_pandoc_makes_no_markup_of_markdown(
    hostile: tuple[list[Claim], Store], pandoc: Callable[..., str]
) -> None:
    made = pandoc(STYLES["list"](*hostile, DAY), "--from=commonmark", "--to=html")
    assert set(re.findall(r"<([a-z]+)", made)) <= {"ul", "li", "p", "blockquote"}
