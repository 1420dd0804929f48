"""CSL-JSON: of its schema, and what processors make of it."""

import json
from collections.abc import Callable

import pytest
from jsonschema import Draft7Validator

from factcheck.citations.csl_json import csl_json, item
from factcheck.citations.work import Work, works
from factcheck.store.reading import Store

TEXT = {"type": "string", "minLength": 1}
NUMBERS = {"type": "array", "items": {"type": "integer"}, "minItems": 1, "maxItems": 3}
DATE = {
    "type": "object",
    "properties": {
        "date-parts": {"type": "array", "items": NUMBERS, "minItems": 1, "maxItems": 2},
        "circa": {"const": True},
    },
    "required": ["date-parts"],
    "additionalProperties": False,
}
NAME = {"type": "object", "properties": {"literal": TEXT}, "additionalProperties": False}
ITEM = {
    "type": "object",
    "properties": {
        **dict.fromkeys("id title container-title publisher URL note".split(), TEXT),
        "type": {"enum": "article-newspaper broadcast report speech webpage".split()},
        "author": {"type": "array", "items": NAME, "minItems": 1},
        "issued": DATE,
    },
    "required": ["id", "type"],
    "additionalProperties": False,
}
"""No more than what CSL's own schema allows, which has all of these fields, and their kinds."""
STRICT = Draft7Validator({"type": "array", "items": ITEM})


def test_it_keeps_the_schema(each_store: Store) -> None:
    data = json.loads(csl_json(works(list(each_store.claims()), each_store)))
    assert [*STRICT.iter_errors(data)] == []
    assert {one["id"] for one in data} == {*each_store.sources}


def test_it_reads_so(misread_store: Store, golden: Callable[[str, str], None]) -> None:
    found = works(list(misread_store.claims()), misread_store)
    golden("export.csl.json", csl_json(found))


def test_the_built_in_source_has_a_year_that_is_not_sure_and_no_more(store: Store) -> None:
    (work,) = works([store.claim(0)], store)
    told = item(work)
    assert told.pop("note")
    assert told == {
        "id": "stv-news-casey-audit",
        "type": "webpage",
        "container-title": "STV News",
        "issued": {"date-parts": [[2025]], "circa": True},
    }


def test_pandoc_formats_it(misread_store: Store, pandoc: Callable[..., str]) -> None:
    found = works(list(misread_store.claims()), misread_store)
    text = pandoc(csl_json(found), "--from=csljson", "--to=plain", "--citeproc")
    assert text == (
        "A. Reed. n.d. Gazette. https://gazette.example/ponds_and_lakes.\n\n"
        "“An Atlas of Ponds.” 2021. Pond Atlas.\n"
    )


@pytest.mark.parametrize("tag", ["<i>", "</b>", "<sup>", '<span class="nocase">'])
def test_no_text_is_read_as_markup(tag: str, pandoc: Callable[..., str]) -> None:
    work = Work("k", "report", "P", f"a {tag}b{tag} c", None, None, None, (f"{{:DOI: 1}} {tag}",))
    text = csl_json([work])
    made = pandoc(text, "--from=csljson", "--to=html", "--citeproc")
    assert "&lt; " in made
    assert "{:" not in text
