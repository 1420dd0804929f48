"""RIS: what another program reads of it."""

from collections.abc import Callable

import pytest
import rispy

from factcheck.citations.ris import ris
from factcheck.citations.work import Work, works
from factcheck.store.reading import Store


def test_it_reads_so(misread_store: Store, golden: Callable[[str, str], None]) -> None:
    golden("export.ris", ris(works(list(misread_store.claims()), misread_store)))


def test_another_program_reads_every_field(each_store: Store) -> None:
    found = works(list(each_store.claims()), each_store)
    read = rispy.loads(ris(found))
    assert len(read) == len(found)
    for row, work in zip(read, found, strict=True):
        assert row["id"] == work.key
        assert row["notes"] == list(work.notes)
        assert row.get("title") == work.title
        assert row.get("authors") == (work.author and [work.author])
        assert row.get("urls") == (work.url and [work.url])
        assert work.outlet in {row.get("secondary_title"), row.get("publisher")}


@pytest.mark.parametrize(
    ("date", "written"),
    [
        ("2021", "2021///"),
        ("2021-05", "2021/05//"),
        ("2021-05-09", "2021/05/09/"),
        ("2021~", "2021///circa"),
        ("2025?", "2025///uncertain"),
        ("1997/2013-02", "1997///to 2013-02"),
    ],
)
def test_a_date_says_what_is_known_of_it(date: str, written: str) -> None:
    (read,) = rispy.loads(ris([Work("k", "speech", "P", None, None, None, date, ())]))
    assert (read["year"], read["date"]) == (date[:4], written)
