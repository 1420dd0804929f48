"""Compare years and months."""

from factcheck.compare.difference import Difference
from factcheck.compare.profile import Profile
from factcheck.text.dates import MONTHS
from factcheck.text.reading import Reading


def date_differences(query: Reading, claim: Profile) -> tuple[list[Difference], list[str]]:
    """Return the differences, and the query's dates where the claim gives none to compare."""
    differences, unknown = [], []
    alone = claim.alone or claim.years
    ends = (claim.years - claim.alone) or claim.years
    pairs = (
        (map(str, sorted(query.alone - alone)), list(map(str, sorted(alone)))),
        (map(str, sorted(query.spans - ends)), list(map(str, sorted(ends)))),
        (
            (MONTHS[month - 1].title() for month in sorted(query.months - claim.months)),
            [MONTHS[month - 1].title() for month in sorted(claim.months)],
        ),
    )
    for said, recorded in pairs:
        for date in said:
            if recorded:
                known = ", ".join(recorded)
                sentence = f"The wording says {date}; the record gives {known}."
                differences.append(Difference("date", date, known, sentence))
            else:
                unknown.append(date)
    return differences, unknown
