"""Invented published reviews, and files that give them in every shape that is read."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from factcheck.importing.taken import Taken
from factcheck.record import Review

WHO = "the mayor of Ulmen|the anglers' club|Dr. Reed|a widely shared post|the paper mill".split("|")
WHAT = "closed|drained|sold|measured|fenced in|poisoned|renamed|photographed".split("|")
WHERE = "Ulmen Pond|the eastern weir|Lake Example|the Rill canal|the old quarry".split("|")
WHY = "to save money|for a film|by mistake|against the law|after a vote|out of spite".split("|")
RATINGS = "False|Mostly false|Half true|Missing context|True|Faux|Fälschung “ohne Beleg”".split("|")
PUBLISHERS = "Pond Facts|Gazette Check, Ltd.|Vrai ou Faux|Die Prüfer".split("|")
LANGUAGES = ("en", "fr", "de", None)
HEADER = (
    "claim_text claim_author_name claim_date reviewer_name review_url review_rating review_date"
    " review_title language"
).split()
CONTEXT = "https://schema.org"


def review_record(number: int) -> Taken:
    """Return the invented review of this number; no two are of the same words."""
    year, month, day = 1990 + number % 35, number % 12 + 1, number % 28 + 1
    words = (WHO[number % 5], WHAT[number % 8], WHERE[number % 5], 3 + number, WHY[number % 6])
    review = Review(
        publisher=PUBLISHERS[number % 4],
        url=f"https://check.example/{number}?a=1&b=2",
        rating=RATINGS[number % 7],
        date=f"{year}-{month:02}-{day:02}",
        title=f"No, {words[0]} did not: {number}" if number % 3 else None,
        language=LANGUAGES[number % 4],
    )
    statement = "{} {} {}, {} square metres of it, {}".format(*words)
    dates = (None, f"{year}", f"{year}-{month:02}", f"{year}-{month:02}-{day:02}")
    return Taken(statement, WHO[number % 5] if number % 2 else None, dates[number % 4], (review,))


def _changed(taken: Taken, **changes: Any) -> Taken:
    return taken._replace(reviews=(taken.reviews[0]._replace(**changes),))


BREAKS: tuple[Callable[[Taken], Taken], ...] = (
    lambda taken: taken._replace(reviews=()),
    lambda taken: taken._replace(statement=""),
    lambda taken: taken._replace(statement=" \t "),
    lambda taken: taken._replace(statement="long " * 1_001),
    lambda taken: taken._replace(statement=f"{taken.statement}\x1b[31m"),
    lambda taken: taken._replace(statement=f"{taken.statement}\0"),
    lambda taken: taken._replace(claimant=f"{taken.claimant}\x9b"),
    lambda taken: taken._replace(claimant="c" * 501),
    lambda taken: _changed(taken, publisher=""),
    lambda taken: _changed(taken, publisher="p" * 501),
    lambda taken: _changed(taken, publisher="\x1b]0;gone\x07"),
    lambda taken: _changed(taken, url=""),
    lambda taken: _changed(taken, url="ftp://check.example/1"),
    lambda taken: _changed(taken, url="https:///1"),
    lambda taken: _changed(taken, url="https://[check.example/1"),
    lambda taken: _changed(taken, url=f"https://check.example/{'1' * 2_000}"),
    lambda taken: _changed(taken, rating=""),
    lambda taken: _changed(taken, rating="r" * 1_001),
)
"""What makes a record unusable, whichever shape its file has; without a review it is no record."""


def claim_review(taken: Taken) -> dict[str, Any] | None:
    """Return the ClaimReview of schema.org that says what `taken` says."""
    if not taken.reviews:
        return None
    review = taken.reviews[0]
    claim = {
        "@type": "Claim",
        "author": {"@type": "Person", "name": taken.claimant},
        "datePublished": taken.date,
    }
    return {
        "@context": CONTEXT,
        "@type": "ClaimReview",
        "claimReviewed": taken.statement,
        "itemReviewed": claim,
        "author": {"@type": "Organization", "name": review.publisher},
        "url": review.url,
        "reviewRating": {"@type": "Rating", "bestRating": 5, "alternateName": review.rating},
        "datePublished": review.date,
        "name": review.title,
        "inLanguage": review.language,
    }


def api_claim(taken: Taken) -> dict[str, Any]:
    """Return the claim as the Google Fact Check Tools API gives it."""
    if not taken.reviews:
        return {"text": taken.statement, "claimReview": []}
    review = taken.reviews[0]
    answer = {
        "publisher": {"name": review.publisher},
        "url": review.url,
        "title": review.title,
        "reviewDate": review.date,
        "textualRating": review.rating,
        "languageCode": review.language,
    }
    return {
        "text": taken.statement,
        "claimant": taken.claimant,
        "claimDate": taken.date,
        "claimReview": [answer],
    }


def row(taken: Taken) -> list[str | None]:
    """Return the cells of `taken` under HEADER."""
    if not taken.reviews:
        return [taken.statement]
    review = taken.reviews[0]
    cells = (taken.statement, taken.claimant, taken.date, review.publisher, review.url)
    return [*cells, review.rating, review.date, review.title, review.language]


def _reviews(records: list[Taken]) -> list[dict[str, Any] | None]:
    return [claim_review(taken) for taken in records]


def as_list(records: list[Taken]) -> str:
    return "[\n" + ",\n".join(map(json.dumps, _reviews(records))) + "\n]\n"


def as_values(records: list[Taken]) -> str:
    return "\n".join(json.dumps(review, ensure_ascii=False) for review in _reviews(records))


def as_graph(records: list[Taken]) -> str:
    page = {"@type": "WebPage", "@id": "#page", "name": "Ponds"}
    return json.dumps({"@context": CONTEXT, "@graph": [page, *_reviews(records)]})


def as_feed(records: list[Taken]) -> str:
    feed = {"@type": "DataFeed", "dataFeedElement": _reviews(records), "name": "Ponds"}
    return json.dumps(feed, ensure_ascii=False)


def as_wrapped_feed(records: list[Taken]) -> str:
    """Two reviews to a list, and each third by itself."""
    reviews = _reviews(records)
    pairs: list[Any] = [reviews[at : at + 2] for at in range(0, len(reviews), 3)]
    items = [*pairs, *reviews[2::3]]
    elements = [{"@type": "DataFeedItem", "item": item, "url": None} for item in items]
    return json.dumps({"dataFeedElement": elements})


def as_answers(records: list[Taken]) -> str:
    claims = [api_claim(taken) for taken in records]
    return json.dumps({"claims": claims, "nextPageToken": "CAo"})


def as_lines(records: list[Taken]) -> str:
    return "".join(_line(row(taken)) + "\n" for taken in records)


def _line(cells: list[str | None]) -> str:
    text = json.dumps(dict(zip(HEADER, cells, strict=False)))
    return text if len(cells) == len(HEADER) else text[:-2]


def as_table(records: list[Taken], delimiter: str = ",") -> str:
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=delimiter)
    writer.writerows([HEADER, *map(row, records)])
    return text.getvalue()


def as_tabs(records: list[Taken]) -> str:
    return as_table(records, "\t")


def as_page(records: list[Taken]) -> str:
    parts = [_script(_reviews(records[at : at + 50])) for at in range(0, len(records), 50)]
    return f"<!doctype html><title>Ponds &amp; lakes</title>\n{''.join(parts)}<p>End"


def _script(data: Any) -> str:
    text = json.dumps(data, ensure_ascii=False).replace("<", "\\u003c")
    return f'<script type="application/ld+json">\n//<![CDATA[\n{text}\n//]]>\n</script>\n'


SHAPES: dict[str, Callable[[list[Taken]], str]] = {
    "list.json": as_list,
    "values.json": as_values,
    "graph.jsonld": as_graph,
    "feed.json": as_feed,
    "wrapped.json": as_wrapped_feed,
    "answers.json": as_answers,
    "lines.jsonl": as_lines,
    "table.csv": as_table,
    "tabs.tsv": as_tabs,
    "page.html": as_page,
}
"""How to write records, by the name of a file whose extension says its shape."""


def write_feeds(folder: Path, count: int) -> tuple[list[Path], int, int]:
    """Write `count` records into files of every shape in the new `folder`.

    Returns:
        The files, how many records are usable, and how many are not: each eleventh.
    """
    folder.mkdir(parents=True)
    records = [_record(number) for number in range(count)]
    paths = []
    for start, (name, written) in enumerate(SHAPES.items()):
        share = records[start :: len(SHAPES)]
        if share:
            paths.append(folder / name)
            paths[-1].write_text(written(share), encoding="utf-8", newline="")
    return paths, count - count // 11, count // 11


def _record(number: int) -> Taken:
    taken = review_record(number)
    return BREAKS[number // 11 % len(BREAKS)](taken) if number % 11 == 10 else taken
