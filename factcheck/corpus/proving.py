"""Check quotations against their source's fingerprint: words, offsets and paragraph."""

from factcheck.corpus.fingerprint import WINDOW, Fingerprint, Proof
from factcheck.record import Quotation


def quotation_problem(quotation: Quotation, source: Fingerprint) -> tuple[str, str] | None:
    """Return the key at fault and what is wrong, or `None` for a proved quotation.

    A typographic difference is none here: `verify` names it.
    """
    proof = source.prove(quotation.text)
    if proof.fidelity == "absent":
        return "text", absence(quotation.text, proof)
    if (quotation.start, quotation.end) not in proof.places:
        places = " or ".join(f"{start}-{end}" for start, end in proof.places)
        found = f"{quotation.start}-{quotation.end}"
        return "start", f"the quotation does not stand at {found}, but at {places}"
    paragraph = source.paragraph_at(quotation.start)
    if quotation.paragraph != paragraph:
        return "paragraph", f"the quotation stands in paragraph {paragraph}"
    return None


def absence(text: str, proof: Proof) -> str:
    """Return in words from where on `text` is not in its source."""
    if len(text.split()) < WINDOW and not proof.breaks_at:
        return f"not proved: a quotation needs at least {WINDOW} words, or isn't in the source"
    at = proof.breaks_at or 0
    if at == 0:
        return f"not in the source: its first {WINDOW} words don't stand there"
    return f"not in the source from '{text[at : at + 40]}' on"
