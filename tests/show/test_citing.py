"""Exports: right Markdown that keeps every word, and markup in the data stays text."""

from collections.abc import Iterator
from datetime import date

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

from factcheck.record import Claim
from factcheck.show.citing import STYLES, footnotes, listing, table
from factcheck.show.escaping import shown, sic
from factcheck.show.wording import FIDELITY, attribution, citation, in_marks
from factcheck.store.reading import Store

PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"]).use(footnote_plugin)
DAY = date(2025, 6, 15)
STRUCTURE = {
    "footnotes": "blockquote bullet_list footnote footnote_anchor footnote_block list_item",
    "list": "blockquote bullet_list list_item",
    "table": "table thead tbody tr th td",
}


def words(text: str) -> str:
    return " ".join(shown(text).split())


def inlines(tokens: list[Token]) -> Iterator[str]:
    """Yield the text of each paragraph and cell; anything but text and links in one is a fault."""
    for token in tokens:
        if token.type == "inline":
            children = token.children or []
            links = {"link_open", "link_close"}
            assert {c.type for c in children} <= {"text", "text_special", "footnote_ref", *links}
            yield "".join(child.content for child in children)


def kinds(tokens: list[Token]) -> set[str]:
    return {token.type.removesuffix("_open").removesuffix("_close") for token in tokens}


def texts_of(claim: Claim, corpus: Store) -> Iterator[str]:
    """Yield what an honest citation of `claim` must give."""
    sources = corpus.sources_of(claim)
    yield claim.statement
    yield attribution(claim, sources[0])
    yield from claim.caveats
    for quotation in claim.quotations:
        yield in_marks(sic(quotation.text, corpus.sources[quotation.source or ""].errors))
        yield quotation.locator
    for reply in claim.replies:
        yield from (reply.by, reply.text, reply.quotation.text, reply.quotation.locator)
    if claim.no_reply:
        yield claim.no_reply
    for source in sources:
        yield citation(source)
        yield from source.caveats
    yield "Exported 15 June 2025."


@pytest.mark.parametrize("style", STYLES)
def test_every_word_is_there_and_nothing_breaks_out(style: str, any_store: Store) -> None:
    for claim in any_store.claims():
        tokens = PARSER.parse(STYLES[style]([claim], any_store, DAY))
        assert kinds(tokens) <= {"paragraph", "inline", *STRUCTURE[style].split()}
        text = " ".join(inlines(tokens))
        missing = [wanted for wanted in texts_of(claim, any_store) if words(wanted) not in text]
        assert missing == []


def test_each_quotation_stands_in_a_block_quote_of_its_own(any_store: Store) -> None:
    for claim in any_store.claims():
        tokens = PARSER.parse(footnotes([claim], any_store, DAY))
        starts = [i for i, token in enumerate(tokens) if token.type == "blockquote_open"]
        assert len(starts) == len(claim.quotations)
        for start, quotation in zip(starts, claim.quotations, strict=True):
            end = next(i for i in range(start, len(tokens)) if "blockquote_close" in tokens[i].type)
            text, where = inlines(tokens[start:end])
            errors = any_store.sources[quotation.source or ""].errors
            assert text == words(in_marks(sic(quotation.text, errors)))
            assert FIDELITY[any_store.fidelity(quotation)] in where


def test_each_claim_has_a_footnote_and_a_mark_that_leads_to_it(any_store: Store) -> None:
    claims = list(any_store.claims())
    tokens = PARSER.parse(footnotes(claims, any_store, DAY))
    marks = [child.meta["label"] for t in tokens for child in t.children or [] if child.meta]
    notes = [token.meta["label"] for token in tokens if token.type == "footnote_open"]
    assert marks == notes == [claim.id for claim in claims]


def test_the_list_has_an_entry_for_each_claim(any_store: Store) -> None:
    claims = list(any_store.claims())
    tokens = PARSER.parse(listing(claims, any_store, DAY))
    entries = [t for t in tokens if t.type == "list_item_open" and t.level == 1]
    assert len(entries) == len(claims)
    assert [t.type for t in tokens if t.level == 0] == ["bullet_list_open", "bullet_list_close"]


def test_the_table_has_a_row_of_five_cells_for_each_claim(any_store: Store) -> None:
    claims = list(any_store.claims())
    tokens = PARSER.parse(table(claims, any_store, DAY))
    rows = [token for token in tokens if token.type == "tr_open"]
    cells = [token for token in tokens if token.type == "td_open"]
    assert [t.type for t in tokens if t.level == 0] == ["table_open", "table_close"]
    assert (len(rows), len(cells)) == (len(claims) + 1, len(claims) * 5)


def test_a_misprint_of_the_source_is_marked(pond_store: Store) -> None:
    for style in STYLES.values():
        text = style(list(pond_store.claims()), pond_store, DAY)
        assert r"poisened \[sic\] the pond" in text


def test_a_reference_gives_each_source_its_own_places(pond_store: Store) -> None:
    text = table(list(pond_store.claims())[:1], pond_store, DAY)
    assert r"Pond Atlas, November 2021, \[web address not given\], paragraph 1; A. Reed" in text
