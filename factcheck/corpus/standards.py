"""What a curator is held to besides the rules: how a record says what it says.

None of it keeps a corpus from being used; `verify` reports it.
"""

import re
from collections.abc import Iterator, Sequence

from sentencex import segment

from factcheck.corpus.rules import plain_words
from factcheck.corpus.shape import Filed
from factcheck.corpus.yaml_reading import Path_
from factcheck.problem import Problem
from factcheck.record import Claim, Figure, Shelf, Source, quotations_of
from factcheck.text.cleaning import clean
from factcheck.text.figures import figures, spelled_out
from factcheck.text.lexicon import function_words
from factcheck.text.words import stem, tokens

CAVEATS = 4
"""So many caveats of its own a claim has; more are not read."""
QUOTED = re.compile(r"[\"“]([^\"”]+)[\"”]")


def unkept(shelves: Sequence[Filed[Shelf]], sources: Sequence[Filed[Source]]) -> list[Problem]:
    """Return every problem of the records with these standards."""
    found = [
        filed.document.problem(("claims", index, *at), message)
        for filed in shelves
        for index, claim in enumerate(filed.record.claims)
        if not claim.reviews
        for at, message in of_claim(claim)
    ]
    return found + [
        filed.document.problem(("gaps", index, "asked", n), "one word alone is of too much")
        for filed in sources
        for index, gap in enumerate(filed.record.gaps)
        for n, way in enumerate(gap.asked)
        if len(way.split()) < 2
    ]


def of_claim(claim: Claim) -> Iterator[tuple[Path_, str]]:
    """Yield where a claim, by itself, falls short."""
    yield from _caveats(claim)
    yield from _marks(claim)
    yield from _figures(claim)
    yield from _alike(claim)


def _caveats(claim: Claim) -> Iterator[tuple[Path_, str]]:
    for index, caveat in enumerate(claim.caveats):
        if index == CAVEATS:
            yield ("caveats", index), f"keep at most {CAVEATS} caveats, what matters most first"
        if len(list(segment("en", caveat))) > 1:
            yield ("caveats", index), "a caveat is one sentence"


def _marks(claim: Claim) -> Iterator[tuple[Path_, str]]:
    """Yield the words in a statement's quotation marks that none of its quotations has."""
    quoted = [plain_words(quotation.text) for quotation in quotations_of(claim)]
    for found in QUOTED.finditer(claim.statement):
        if not any(plain_words(found[1]) in text for text in quoted):
            yield ("statement",), f"no quotation of this claim has the words “{found[1]}”"


def _figures(claim: Claim) -> Iterator[tuple[Path_, str]]:
    """Yield the figures that are not given as a quotation has them."""
    quoted = [quotation.text for quotation in claim.quotations]
    for index, figure in enumerate(claim.figures):
        if figure.said is not None:
            if not any(figure.said.casefold() in text.casefold() for text in quoted):
                yield ("figures", index, "said"), f"no quotation has “{figure.said}”"
        elif quoted and not any(_gives(text, figure) for text in quoted):
            message = "no quotation gives this number so; say in 'said' how the source has it"
            yield ("figures", index, "value"), message


def _gives(text: str, figure: Figure) -> bool:
    """Whether a quotation has a figure as it is shown: a share in per cent, not as `two-thirds`."""
    counted, _ = figures(tokens(spelled_out(clean(text))))
    shown = figure.unit != "share" or any(sign in text for sign in ("%", "per cent", "percent"))
    return shown and any(one.value == figure.value for one in counted)


def _alike(claim: Claim) -> Iterator[tuple[Path_, str]]:
    """Yield each wording that differs from an earlier one in words without meaning alone."""
    small, known = function_words(), dict[tuple[str, ...], str]()
    for index, text in enumerate(claim.wordings):
        key = tuple(stem(word) for word in tokens(clean(text)) if word not in small)
        first = known.setdefault(key, text)
        if first != text:
            yield ("wordings", index), f"says no more than “{first}” in the same words"
