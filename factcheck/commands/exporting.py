"""The forms of an export: which is meant, what each needs, and what writes it."""

from collections.abc import Callable, Sequence
from enum import StrEnum
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from factcheck.api.days import today
from factcheck.citations.annotation import annotation, fingerprints
from factcheck.citations.biblatex import biblatex
from factcheck.citations.bibtex import bibtex
from factcheck.citations.claimreview import Publisher, claimreview
from factcheck.citations.csl_json import csl_json
from factcheck.citations.json_lines import json_lines
from factcheck.citations.ris import ris
from factcheck.citations.rows import COLUMNS, csv, rows
from factcheck.citations.work import is_web, works
from factcheck.commands.files import new_file, read_text, told
from factcheck.problem import UsageError
from factcheck.record import Claim
from factcheck.show.citing import STYLES
from factcheck.store.several import Corpora, Several
from factcheck.tables.parquet import ParquetFile, check_installed


class Format(StrEnum):
    """What is written; only the first is for people."""

    markdown = "markdown"
    csl_json = "csl-json"
    biblatex = "biblatex"
    bibtex = "bibtex"
    ris = "ris"
    claimreview = "claimreview"
    annotation = "annotation"
    csv = "csv"
    jsonl = "jsonl"
    parquet = "parquet"


ENDINGS = {
    ".bib": Format.biblatex,
    ".ris": Format.ris,
    ".csv": Format.csv,
    ".jsonl": Format.jsonl,
    ".ndjson": Format.jsonl,
    ".parquet": Format.parquet,
}
HELD = {
    Format.claimreview: "misreading and no allegation",
    Format.annotation: "quotation",
}
"""What some forms hold and nothing else, which not all claims have."""
USUAL_STYLE = "footnotes"


class Asked(NamedTuple):
    """What some forms need besides the claims.

    Attributes:
        style: How Markdown is laid out.
        publisher: Who publishes reviews; `None` if not said.
        base_url: Below which address the page of a claim lies; `None` if not said.
        against: Files with the texts of sources.
    """

    style: str
    publisher: str | None
    base_url: str | None
    against: tuple[Path, ...]


def format_of(output: Path | None) -> Format:
    """Return the form that a file's ending tells; Markdown, if it tells none."""
    return ENDINGS.get(output.suffix.lower() if output else "", Format.markdown)


def check(form: Format, asked: Asked, output: Path | None) -> None:
    """Refuse what this form can't be written with, before anything is read.

    Raises:
        UsageError: It says what to type.
    """
    if form is not Format.markdown and asked.style != USUAL_STYLE:
        raise UsageError(f"--style lays Markdown out, not {form.value}; leave one of them out")
    if asked.base_url and not is_web(asked.base_url):
        raise UsageError(f"--base-url '{asked.base_url}' is no web address, such as https://…")
    if form is Format.claimreview and not (asked.publisher and asked.base_url):
        message = (
            "a ClaimReview says who publishes it, and where; "
            "add --publisher NAME --base-url https://…"
        )
        raise UsageError(message)
    for option, given, forms in (
        ("--publisher", asked.publisher, {Format.claimreview}),
        ("--base-url", asked.base_url, {Format.claimreview, Format.annotation}),
        ("--against", asked.against, {Format.annotation}),
    ):
        if given and form not in forms:
            raise UsageError(f"{option} goes with --format {' or '.join(sorted(forms))}")
    if form is Format.parquet:
        if not output:
            raise UsageError("Parquet is no text; name a file for it with -o FILE")
        check_installed()


def written(form: Format, claims: Sequence[Claim], corpus: Corpora, asked: Asked) -> str:
    """Return claims in a form of text; empty if nothing in them is of its kind.

    Raises:
        UsageError: A file given for it can't be used.
    """
    return WRITERS[form](claims, corpus, asked)


def write_parquet(output: Path, claims: Sequence[Claim], corpus: Corpora, *, force: bool) -> None:
    """Write claims as Parquet.

    Raises:
        UsageError: The file exists and `force` is off, or it can't be written.
    """
    with new_file(output, force=force) as path, told(output):
        table = ParquetFile(path, COLUMNS)
        for row in rows(claims, corpus):
            table.write(row)
        table.close()


def _texts(against: tuple[Path, ...], corpus: Corpora) -> dict[str, str]:
    """Return the texts of sources by their hash, from users' files."""
    known = {one.sha256 for one in fingerprints(corpus).values()}
    texts = {}
    for path in against:
        text = read_text(path)
        name = sha256(text.encode()).hexdigest()
        if name not in known:
            raise UsageError(f"{path}: no source here has the fingerprint of this text")
        texts[name] = text
    return texts


def _reviews(claims: Sequence[Claim], corpus: Corpora, asked: Asked) -> str:
    base = asked.base_url or ""
    by = Publisher(asked.publisher or "", base, lambda name: f"{base.rstrip('/')}/{name}")
    return claimreview(claims, corpus, by, today())


def _annotations(claims: Sequence[Claim], corpus: Corpora, asked: Asked) -> str:
    return annotation(claims, corpus, _texts(asked.against, corpus), asked.base_url)


def _shelf(claims: Sequence[Claim], corpus: Corpora, _: Asked) -> str:
    if isinstance(corpus, Several):
        raise UsageError("JSON Lines make a shelf of one corpus; choose it with --corpus")
    return json_lines(claims)


WRITERS: dict[Format, Callable[[Sequence[Claim], Corpora, Asked], str]] = {
    Format.markdown: lambda claims, corpus, asked: STYLES[asked.style](claims, corpus, today()),
    Format.csl_json: lambda claims, corpus, _: csl_json(works(claims, corpus)),
    Format.biblatex: lambda claims, corpus, _: biblatex(works(claims, corpus)),
    Format.bibtex: lambda claims, corpus, _: bibtex(works(claims, corpus)),
    Format.ris: lambda claims, corpus, _: ris(works(claims, corpus)),
    Format.claimreview: _reviews,
    Format.annotation: _annotations,
    Format.csv: lambda claims, corpus, _: csv(claims, corpus),
    Format.jsonl: _shelf,
}
