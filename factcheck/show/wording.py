"""How dates, sources and verdicts are put in words."""

import re

from factcheck.record import Claim, Correction, Figure, Quotation, Review, Source

MONTHS = (
    "January February March April May June July August September October November December".split()
)
CURRENCIES = {"GBP": "£", "USD": "$", "EUR": "€"}
VERDICTS = {
    "supported": ("SUPPORTED", "the source reports this"),
    "alleged": ("ALLEGED", "the source reports this as what somebody alleges, and no more"),
    "contradicted": ("CONTRADICTED", "the source says otherwise"),
    "close": ("CLOSE", "the corpus speaks of this, and not of all that your wording says"),
    "found": ("FOUND", "the source speaks of this"),
    "not_covered": ("NOT COVERED", "the corpus has nothing that settles this"),
}
PARTLY = {
    "supported": "the sources report each part of this",
    "alleged": "the sources report each part of this, and one as an allegation",
    "contradicted": "the source says otherwise on a part of this",
    "close": "the corpus has nothing that settles all of this",
    "found": "the source speaks of this",
    "not_covered": "the corpus has nothing that settles all of this",
}
"""Of an answer whose parts were looked up one by one."""
MEANING = {
    "supported": "It says what the source reports and who said it, not whether it is so.",
    "alleged": "The source doesn't say that it is so; nor does this.",
    "contradicted": "This says what the source reports; whether it is so, is not judged.",
    "close": "It vouches for nothing: this is the record nearest to what you say.",
    "found": "Nothing is judged here: it is what the corpus has on this.",
    "not_covered": "This says nothing about whether the claim is so.",
}
REVIEWED = "published fact checks speak of this"
RATINGS = "The ratings are their publishers' own words; nothing is judged here."
FIDELITY = {
    "exact": "verbatim, checked against the source's fingerprint",
    "typographic": "differs from the source in quotation marks, dashes or spaces only",
    "unread": "not checked: the source has no fingerprint",
}
CHECKED = {
    "exact": "checked word for word",
    "typographic": "checked; quotation marks, dashes or spaces differ",
    "unread": "not checked: the source has no fingerprint",
}
"""The same in short."""
DOUBT = {"": "", "~": "about ", "?": "probably ", "%": "probably about "}
"""How EDTF marks an approximate date, an uncertain one, and one that is both."""
CLOSING = {"“": "”", "‘": "’", '"': '"'}
"""The mark that closes what another opens."""
DATE = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?([~?%]?)")


def date_in_words(edtf: str) -> str:
    """Return an EDTF date as people write it; one of another form as it is."""
    return " to ".join(_one_date(part) for part in edtf.split("/"))


def _one_date(edtf: str) -> str:
    found = DATE.fullmatch(edtf)
    if not found or not 0 <= int(found[2] or 0) <= 12:
        return edtf or "an open date"
    year, month, day, doubt = found.groups()
    words = [str(int(day))] if day else []
    words += [MONTHS[int(month) - 1]] if month else []
    return DOUBT[doubt] + " ".join([*words, year])


def claim_date(claim: Claim) -> str | None:
    """Return when a claim holds, an inferred date marked as such; `None` if not given."""
    if not claim.date:
        return None
    inferred = f" [inferred: {claim.date_inferred}]" if claim.date_inferred else ""
    return date_in_words(claim.date) + inferred


def citation(source: Source) -> str:
    """Return a source as a newspaper citation, what is not known in brackets."""
    known = source.inferred or {}
    date = (
        f"{date_in_words(source.date)}{', inferred' if 'date' in known else ''}"
        if source.date
        else "date not given"
    )
    parts = [
        source.author or "[author not given]",
        f"“{source.title}”" if source.title else "[headline not given]",
        f"{source.outlet} [outlet inferred]" if "outlet" in known else source.outlet,
        f"[{date}]" if not source.date or "date" in known else date,
        source.url or "[web address not given]",
    ]
    return ", ".join(parts)


def attribution(claim: Claim, source: Source | None) -> str:
    """Return who asserts a claim and through whom it reaches the reader.

    `source` is that of its main quotation; `None` if it was only reviewed.
    """
    if source is None:
        return claim.asserted_by or "not named by its reviews"
    if claim.asserted_by == source.outlet:
        return f"{source.outlet}, in its own words"
    hands = [*claim.through, source.outlet]
    return f"{claim.asserted_by}, as reported by {' and then by '.join(hands)}"


def stated(claim: Claim) -> str:
    """Return what a claim states, and that it was withdrawn.

    What others rated stands in quotation marks, and with the ratings.
    """
    gone = "[withdrawn] " if claim.withdrawn else ""
    if not claim.reviews:
        return gone + claim.statement
    rated = "; ".join(f"{one.publisher}: {in_marks(one.rating)}" for one in claim.reviews)
    return f"{gone}{in_marks(claim.statement)}, rated by {rated}"


def review_in_words(review: Review) -> str:
    """Return who rated a claim how, in the publisher's own words, when and where."""
    date = f" ({date_in_words(review.date)})" if review.date else ""
    title = f", {in_marks(review.title)}" if review.title else ""
    return f"{review.publisher}: {in_marks(review.rating)}{date}{title}, {review.url}"


def correction_in_words(correction: Correction) -> str:
    """Return when a claim's record was changed, how, and why."""
    return f"{date_in_words(correction.date)}: {correction.changed} ({correction.why})"


def withdrawal(claim: Claim) -> str | None:
    """Return since when and why a claim no longer stands; `None` while it does."""
    gone = claim.withdrawn
    return f"since {date_in_words(gone.date)}: {gone.why}" if gone else None


def place(quotation: Quotation, source: Source) -> str:
    """Return where a quotation stands."""
    return f"{source.outlet}, {quotation.locator}"


def figure_in_words(figure: Figure) -> str:
    """Return a figure with its hedge, what it counts and the period it is for."""
    hedge = "" if figure.precision == "exact" else f"{figure.precision.replace('-', ' ')} "
    if figure.said:
        amount = figure.said
    elif figure.unit == "share":
        amount = f"{figure.value * 100:,.12g}%"
    elif figure.unit in CURRENCIES:
        amount = f"{CURRENCIES[figure.unit]}{figure.value:,.15g}"
    else:
        amount = f"{figure.value:,.15g}"
    per = f", per {figure.per}" if figure.per else ""
    return f"{hedge}{amount}: {figure.counts}{per}"


def in_marks(text: str) -> str:
    """Return a quotation in quotation marks, unless it has its own around all of it."""
    closing = CLOSING.get(text[:1])
    own = closing and closing not in text[1:].rstrip(".,;:!?…").removesuffix(closing)
    return text if own else f"“{text}”"
