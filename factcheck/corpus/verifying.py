"""Say of every quotation how far it was proved, and check a fingerprint against its text."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from factcheck.corpus.corpus import Corpus
from factcheck.corpus.fingerprint import Fidelity, make
from factcheck.corpus.lines import numbered, read_line
from factcheck.corpus.proving import absence
from factcheck.corpus.rules import plain_words
from factcheck.record import Quotation, completed, quotations_of


class Check(NamedTuple):
    """What was found of one quotation; `reason` is empty for an exact one."""

    claim: str
    source: str
    locator: str
    start: int
    end: int
    text: str
    fidelity: Fidelity
    reason: str


def check_quotations(corpus: Corpus) -> list[Check]:
    """Return a check of each quotation, in the order of the files."""
    return [
        _check(corpus, claim.id, quotation)
        for claim in corpus.claims
        for quotation in quotations_of(claim)
    ]


def check_long(
    corpus: Corpus, path: Path, progress: Callable[[int], None]
) -> tuple[int, list[Check]]:
    """Return how many claims the long shelf `path` has, and a check of each quotation.

    `progress` is told how many bytes were read. Lines that hold no claim are passed over.
    """
    count, checks = 0, []
    only = next(iter(corpus.sources), "")
    with path.open("rb") as file:
        for number, raw in numbered(file):
            progress(len(raw) + 1)
            claim = read_line(path, number, raw).claim
            count += claim is not None
            if claim and (claim.quotations or claim.replies):
                whole = completed(claim, path.stem, only)
                checks += [_check(corpus, claim.id, quote) for quote in quotations_of(whole)]
    return count, checks


def _check(corpus: Corpus, claim: str, quotation: Quotation) -> Check:
    source = quotation.source or ""
    fingerprint = corpus.fingerprints.get(source)
    fidelity: Fidelity = "unread"
    reason = f"source '{source}' has no fingerprint to check against"
    if fingerprint:
        proof = fingerprint.prove(quotation.text)
        fidelity = proof.fidelity
        reason = {
            "exact": "",
            "typographic": "differs from the source in quotation marks, dashes or spaces only",
        }.get(fidelity) or (absence(quotation.text, proof) if fidelity == "absent" else "")
    place = (quotation.locator, quotation.start, quotation.end, quotation.text)
    return Check(claim, source, *place, fidelity, reason)


def against_text(corpus: Corpus, source: str, text: str) -> list[str]:
    """Return in what `text` disagrees with the fingerprint of `source` and its quotations."""
    found = []
    fingerprint = corpus.fingerprints.get(source)
    if fingerprint is None:
        found.append(f"source '{source}' has no fingerprint; make one with `factcheck fingerprint`")
    elif fingerprint != make(text):
        found.append(f"the fingerprint of '{source}' is not this text's")
    if len(corpus.sources) == 1:
        found += _ungiven(corpus, text)
    for claim in corpus.claims:
        for quotation in quotations_of(claim):
            if (
                quotation.source == source
                and text[quotation.start : quotation.end] != quotation.text
            ):
                place = f"{quotation.start}-{quotation.end}"
                found.append(f"{claim.id}: the text at {place} is not '{quotation.text}'")
    return found


def _ungiven(corpus: Corpus, text: str) -> Iterator[str]:
    """Yield each alias that the only source doesn't give."""
    given = f" {plain_words(text)} "
    for name in corpus.lexicon.names:
        for alias in name.aliases:
            if f" {plain_words(alias).removeprefix('the ')} " not in given:
                why = "put it under 'also', with the reason, or delete it"
                yield f"{name.name}: the text has no '{alias}'; {why}"
