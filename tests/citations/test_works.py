"""One entry a source, whose notes drop nothing; what isn't known is left out."""

import pytest

from factcheck.citations.dates import Dated, dated
from factcheck.citations.noting import plain
from factcheck.citations.work import is_web, works
from factcheck.record import Review, caveats_of, quotations_of
from factcheck.show.escaping import sic
from factcheck.show.wording import attribution
from factcheck.store.reading import Store


def test_a_source_has_one_entry_however_many_claims_are_drawn_from_it(each_store: Store) -> None:
    found = works(list(each_store.claims()), each_store)
    assert sorted(one.key for one in found) == sorted(each_store.sources)


def test_every_claim_of_a_source_is_noted_with_nothing_dropped(each_store: Store) -> None:
    claims = list(each_store.claims())
    noted = {work.key: work.notes for work in works(claims, each_store)}
    for claim in claims:
        for source in each_store.sources_of(claim):
            (note,) = (n for n in noted[source.id] if n.startswith(f"[{claim.id}] "))
            wanted = [claim.statement, attribution(claim, each_store.source_of(claim))]
            wanted += caveats_of(claim)
            wanted += [text for one in claim.replies for text in (one.by, one.text)]
            wanted += [claim.no_reply] if claim.no_reply else []
            for one in quotations_of(claim):
                errors = each_store.sources[one.source or ""].errors
                wanted += [sic(one.text, errors), one.locator]
            assert [text for text in wanted if plain(text) not in note] == []


def test_what_is_inferred_of_a_source_and_its_caveats_stand_in_its_notes(each_store: Store) -> None:
    for work in works(list(each_store.claims()), each_store):
        source = each_store.sources[work.key]
        told = " ".join(work.notes)
        assert all(plain(text) in told for text in source.caveats)
        for key, why in (source.inferred or {}).items():
            assert plain(f"The {key} is inferred: {why}") in told


def test_a_misreading_stands_in_no_entry(each_store: Store) -> None:
    claims = list(each_store.claims())
    told = " ".join(note for work in works(claims, each_store) for note in work.notes)
    assert not [m.wording for claim in claims for m in claim.misreadings if m.wording in told]


def test_what_publishers_rated_is_drawn_from_their_reviews(misread_store: Store) -> None:
    review = Review("The Pond Desk", "https://desk.example/1", "Half right", "2031-02", "Deep?")
    claim = misread_store.claim(0)._replace(
        kind="reviewed", quotations=(), caveats=(), asserted_by=None, reviews=(review,)
    )
    (work,) = works([claim, claim._replace(id="again")], misread_store)
    assert work[:7] == (
        "ulmen-depth-review-1",
        "web article",
        "The Pond Desk",
        "Deep?",
        None,
        "https://desk.example/1",
        "2031-02",
    )
    assert "Rated by The Pond Desk: “Half right” (February 2031)" in work.notes[0]
    assert "Claimed by: not named by its reviews." in work.notes[0]


@pytest.mark.parametrize("gone", ["javascript:alert(1)", "x", "https://", "https://x.example/a b"])
def test_what_is_no_web_address_is_told_and_no_link(misread_store: Store, gone: str) -> None:
    known = misread_store.sources
    misread_store.__dict__["sources"] = known | {"gazette": known["gazette"]._replace(url=gone)}
    try:
        found = works([misread_store.claim(0)], misread_store)[1]
    finally:
        misread_store.__dict__["sources"] = known
    assert not is_web(gone)
    assert found.url is None
    assert found.notes[-1] == plain(f"[address as given] {gone}")


@pytest.mark.parametrize(
    ("edtf", "expected"),
    [
        ("2021", Dated(((2021,),), "")),
        ("2021-05", Dated(((2021, 5),), "")),
        ("2021-05-09", Dated(((2021, 5, 9),), "")),
        ("2021~", Dated(((2021,),), "circa")),
        ("2025?", Dated(((2025,),), "uncertain")),
        ("2021-05%", Dated(((2021, 5),), "circa, uncertain")),
        ("1997/2013-02", Dated(((1997,), (2013, 2)), "")),
        ("199X", None),
        ("2012-21", None),
        ("2021-02-30", None),
        ("1997/..", None),
        ("", None),
        (None, None),
    ],
)
def test_a_date_is_told_in_parts_or_not_at_all(edtf: str | None, expected: Dated | None) -> None:
    assert dated(edtf) == expected
