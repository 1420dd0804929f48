"""The columns that tables of fact checks have, and which field each gives."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from factcheck.importing.fields import Fields, label, merged, shortened
from factcheck.problem import did_you_mean

COLUMNS = {
    "statement": "claim_text claim claimReviewed text statement".split(),
    "publisher": "reviewer_name publisher reviewer review_author site".split(),
    "url": "review_url url link".split(),
    "rating": "review_rating rating textual_rating label verdict".split(),
    "claimant": "claim_author_name claimant claim_author author_of_claim".split(),
    "claim_date": ["claim_date"],
    "date": "review_date date published".split(),
    "title": "review_title title headline".split(),
    "language": "language lang language_code".split(),
}
"""The names that each field goes by, the one that counts first in front."""
NEEDED = ("statement", "publisher", "url", "rating")
SHOWN = 20
"""How many columns of a table a message names."""


@lru_cache(maxsize=1_000)
def normal(name: str) -> str:
    """Return a column's name in lower case, without spaces, underscores and hyphens."""
    return name.strip().translate({ord(sign): None for sign in " _-"}).lower()


NORMAL = {field: [normal(name) for name in names] for field, names in COLUMNS.items()}


def fields_of(record: Mapping[str, Any]) -> Fields:
    """Return the fields of an object whose keys are names of columns."""
    values = merged((normal(key), value) for key, value in record.items() if value is not None)
    found = {field: [n for n in names if n in values] for field, names in NORMAL.items()}
    return Fields(**{field: values[names[0]] for field, names in found.items() if names})


def columns_of(header: Sequence[str]) -> dict[str, int]:
    """Return which column gives each field; a field without one is left out."""
    names = [normal(name) for name in header]
    found = {field: [n for n in known if n in names] for field, known in NORMAL.items()}
    return {field: names.index(known[0]) for field, known in found.items() if known}


def header_problem(header: Sequence[str]) -> str | None:
    """Return what is wrong with a table's header; `None` if nothing is."""
    columns = columns_of(header)
    names = [normal(name) for name in header]
    twice = [header[at] for at in columns.values() if names.count(names[at]) > 1]
    if twice:
        return f"column '{shortened(twice[0])}' stands twice"
    missing = [field for field in NEEDED if field not in columns]
    return _missing(missing, header, columns) if missing else None


def _missing(missing: list[str], header: Sequence[str], columns: Mapping[str, int]) -> str:
    wanted = " or ".join(f"the {label(field)}" for field in missing)
    had = ", ".join(f"'{shortened(name)}'" for name in header[:SHOWN])
    more = f" and {len(header) - SHOWN:,} more" if len(header) > SHOWN else ""
    return (
        f"no column gives {wanted}; the columns are {had}{more}{_meant(missing, header, columns)}"
    )


def _meant(missing: list[str], header: Sequence[str], columns: Mapping[str, int]) -> str:
    """Return the known name that is nearest to a column that gives no field."""
    known = [name for field in missing for name in COLUMNS[field]]
    unused = [name for at, name in enumerate(header[:SHOWN]) if at not in columns.values()]
    return next(
        filter(None, (did_you_mean(name.strip()[:100].lower(), known) for name in unused)), ""
    )
