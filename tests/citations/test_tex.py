"""BibLaTeX and BibTeX: an entry each, whose fields other programs read as they were."""

import json
from collections.abc import Callable
from typing import Any

import bibtexparser
import pytest
from bibtexparser.middlewares import LatexDecodingMiddleware
from hypothesis import given
from hypothesis import strategies as st

from factcheck.citations.biblatex import biblatex
from factcheck.citations.bibtex import bibtex
from factcheck.citations.latex import address, entry, latex
from factcheck.citations.noting import plain
from factcheck.citations.work import Work, works
from factcheck.store.reading import Store

WRITERS = {"biblatex": biblatex, "bibtex": bibtex}
VERBATIM = {"url", "date", "month", "year", "note"}
NOTES = {"biblatex": "annotation", "bibtex": "annote"}
TEXTS = [
    r"& % $ # _ { } ~ ^ \ ` | < >",
    "{",
    "}{",
    "a } b {{ c",
    "{balanced {twice}}",
    r"\input{x} \\",
    "-- --- '' ,, ?` !`",
    "Łódź, Žižek, Ngũgĩ wa Thiong’o, 名前, عمر",
    "A and B, C and others",
    "@misc{x, title={y}}",
    'a "quoted" = b # c',
    "100% of it",
]


def parsed(text: str) -> list[dict[str, Any]]:
    """Return the fields of each entry as bibtexparser has them, decoded where LaTeX sets them."""
    held = bibtexparser.parse_string(text)
    assert held.failed_blocks == []
    plainly = bibtexparser.parse_string(text, append_middleware=[LatexDecodingMiddleware()])
    rows = []
    for whole, decoded in zip(held.entries, plainly.entries, strict=True):
        told = {one.key: one.value.replace("ˆ", "^") for one in decoded.fields}
        told |= {one.key: one.value for one in whole.fields if one.key in VERBATIM}
        rows.append({"type": whole.entry_type, "key": whole.key, **told})
    return rows


@pytest.mark.parametrize("form", WRITERS)
def test_it_reads_so(form: str, misread_store: Store, golden: Callable[[str, str], None]) -> None:
    found = works(list(misread_store.claims()), misread_store)
    golden(f"export-{form}.bib", WRITERS[form](found))


@pytest.mark.parametrize("form", WRITERS)
def test_another_program_reads_every_note(form: str, each_store: Store) -> None:
    found = works(list(each_store.claims()), each_store)
    rows = parsed(WRITERS[form](found))
    assert [row["key"] for row in rows] == [work.key for work in found]
    for row, work in zip(rows, found, strict=True):
        assert row[NOTES[form]].split("\n\n") == list(work.notes)
        assert row.get("title") == work.title
        assert row.get("author") == work.author


@pytest.mark.parametrize("text", TEXTS)
def test_marks_of_tex_are_read_back(text: str) -> None:
    (row,) = parsed(entry("misc", "k", {"title": latex(text)}))
    assert row["title"] == text


@given(st.text(max_size=60).map(plain).filter(bool))
def test_no_text_ends_its_field(text: str) -> None:
    made = entry("misc", "k", {"title": latex(text), "year": "2021"})
    (row,) = parsed(made)
    assert (row["key"], row["year"]) == ("k", "2021")
    assert made.count("{") == made.count("}")


@pytest.mark.parametrize("form", WRITERS)
@pytest.mark.parametrize("text", TEXTS)
def test_pandoc_reads_the_names(form: str, text: str, pandoc: Callable[..., str]) -> None:
    work = Work("k", "newspaper", "The Echo", "A", text, "https://x.example", None, ("[a] b",))
    (told,) = json.loads(pandoc(WRITERS[form]([work]), f"--from={form}", "--to=csljson"))
    (author,) = told["author"]
    read = author["literal"].replace("\\lbrace", "{").replace("\\rbrace", "}")
    assert read == text.replace("`", "‘").replace("''", "’’")  # it makes quotation marks of these
    assert told["container-title"] == "The Echo"


@pytest.mark.parametrize(
    ("date", "year", "month"),
    [
        ("2021", "2021", None),
        ("2021-11", "2021", "nov"),
        ("2021-11-05", "2021", "nov"),
        ("2021~", "about 2021", None),
        ("2025?", "probably 2025", None),
        ("1997/2013", "1997 to 2013", None),
    ],
)
def test_bibtex_says_of_a_date_what_is_known(date: str, year: str, month: str | None) -> None:
    (row,) = parsed(bibtex([Work("k", "report", "P", None, None, None, date, ())]))
    assert (row["year"], row.get("month")) == (year, month)


@pytest.mark.parametrize("date", ["2021", "2021-11-05", "2021~", "2025?", "1997/2013"])
def test_biblatex_takes_a_date_as_it_is(date: str, pandoc: Callable[..., str]) -> None:
    text = biblatex([Work("k", "report", "P", None, None, None, date, ())])
    assert parsed(text)[0]["date"] == date
    (told,) = json.loads(pandoc(text, "--from=biblatex", "--to=csljson"))
    assert told["issued"]["date-parts"][0][0] == int(date[:4])


@pytest.mark.parametrize(
    ("kind", "read_as"),
    [
        ("newspaper", "article-newspaper"),
        ("web article", "webpage"),
        ("report", "report"),
    ],
)
def test_biblatex_keeps_the_kind(kind: str, read_as: str, pandoc: Callable[..., str]) -> None:
    text = biblatex([Work("k", kind, "P", "T", None, None, None, ())])
    assert json.loads(pandoc(text, "--from=biblatex", "--to=csljson"))[0]["type"] == read_as


def test_an_address_cannot_end_its_field() -> None:
    assert address("https://x.example/a{b}\\%20_c~#e") == "https://x.example/a%7Bb%7D%5C%20_c~#e"
