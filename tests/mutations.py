"""Change what a claim's texts say by rule, so that the record no longer supports them."""

import re
from collections.abc import Collection, Iterator

from factcheck.record import Claim, Lexicon, Name
from factcheck.text.asking import asks
from factcheck.text.cleaning import clean
from factcheck.text.words import tokens

NUMBERS = {"two": "nine", "three": "eight", "four": "eleven", "five": "nine", "six": "fifteen"}
NUMBERS |= {"nine": "twenty", "ten": "forty", "twelve": "thirty", "twenty": "ninety"}
WEAK = {"some": "all", "several": "all", "often": "always", "mostly": "exclusively"}
WEAK |= {"mainly": "exclusively", "most": "all", "many": "all"}
CLAIMED = re.compile(
    r"\b(claimed|claims|alleged|alleges|suggested|suggests|reckons)(?= that)", re.IGNORECASE
)
HELPING = re.compile(
    r"\b(is|are|was|were|has|have|had|will|would|could|should|did)\b(?! n.t)", re.IGNORECASE
)
DENIED = re.compile(r"\b(not|never|no|nobody|nothing|without|none|n't|refus\w*)\b", re.IGNORECASE)
ADDED = (
    "and the leader of the council resigned",
    "and two bishops were arrested for fraud",
    "after a train crash near Oslo",
    "and the King wrote a letter of thanks",
    "which cost the taxpayer £40 million",
    "because the weather was too hot",
)


def mutations(claim: Claim, lexicon: Lexicon) -> Iterator[tuple[str, str]]:
    """Yield kind and text of every change that some rule makes to the claim's texts."""
    stated = (one for one in claim.wordings if not asks(tokens(clean(one))))
    texts = (claim.statement, *(one for one in stated if len(one.split()) > 5))
    held = " ".join((claim.statement, *claim.wordings, *(q.text for q in claim.quotations)))
    for turn, text in enumerate(texts):
        yield from (("number", changed) for changed in _figures(text, held))
        yield from (("date", changed) for changed in _years(text, held))
        yield from (("name", changed) for changed in _names(text, held, lexicon, turn))
        yield from (("negation", changed) for changed in _negated(text))
        yield from (("quantifier", changed) for changed in _raised(text))
        yield from (("certainty", changed) for changed in _proved(text))
        yield "added", f"{text.rstrip('.')} {ADDED[turn % len(ADDED)]}"


def _figures(text: str, held: str) -> Iterator[str]:
    for found in re.finditer(r"(?<![\d,.])\d[\d,.]*\d|\b\d\b", text):
        value = found[0].replace(",", "")
        if "." in value or re.fullmatch(r"(19|20)\d\d", value):
            continue
        for other in (int(value) * 10, int(value) * 3 + 1):
            if f"{other:,}" not in held:
                yield text[: found.start()] + f"{other:,}" + text[found.end() :]
    for word, other in NUMBERS.items():
        said = re.search(rf"\b{word}\b(?! of )", text, re.IGNORECASE)
        if said and not re.search(rf"\b{other}\b", held):
            yield re.sub(rf"\b{word}\b", other, text, count=1, flags=re.IGNORECASE)


def _years(text: str, held: str) -> Iterator[str]:
    for found in re.finditer(r"\b(?:19|20)\d\d\b", text):
        for move in (-3, 2):
            other = str(int(found[0]) + move)
            if other not in held:
                yield text[: found.start()] + other + text[found.end() :]


def _names(text: str, held: str, lexicon: Lexicon, turn: int) -> Iterator[str]:
    for kind in ("person", "place"):
        alike = [name for name in lexicon.names if name.kind == kind]
        for name in alike:
            found = next((a for a in _aliases(name) if re.search(rf"\b{re.escape(a)}\b", text)), "")
            others = [other for other in alike if found and not _mentioned(other, held)]
            if others:
                yield re.sub(rf"\b{re.escape(found)}\b", others[turn % len(others)].name, text)


def _mentioned(name: Name, text: str) -> bool:
    return any(part in text for alias in _aliases(name) for part in (alias, alias.split()[-1]))


def _aliases(name: Name) -> Collection[str]:
    return sorted({name.name, *name.aliases}, key=len, reverse=True)


def _negated(text: str) -> Iterator[str]:
    if HELPING.search(text) and not DENIED.search(text):
        yield HELPING.sub(lambda found: f"{found[0]} not", text, count=1)


def _raised(text: str) -> Iterator[str]:
    for weak, strong in WEAK.items():
        said = rf"(?<!how )(?<!the )\b{weak}\b"
        if re.search(said, text, re.IGNORECASE):
            yield re.sub(said, strong, text, count=1, flags=re.IGNORECASE)


def _proved(text: str) -> Iterator[str]:
    if CLAIMED.search(text):
        yield CLAIMED.sub("proved", text, count=1)
