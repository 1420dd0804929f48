"""Comments in a draft that suppress findings, each with its reason."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from factcheck.drafts.kinds import BY_ID
from factcheck.drafts.passage import Remark, Span

OURS = re.compile(r"factcheck:\s*(.*)", re.DOTALL)
IGNORE = re.compile(r"ignore\s+(?P<kinds>[a-z, -]*?)\s+--\s+(?P<reason>\S.*)", re.DOTALL)
FORM = "<!-- factcheck: ignore number -- why -->"


class Suppression(NamedTuple):
    """A comment that suppresses findings of some kinds in the passage at or after it.

    Attributes:
        kinds: Their ids.
        reason: Why, in the writer's words.
        span: Where the comment stands in the file.
        fault: What is wrong with it, so that it suppresses nothing; `None` if nothing is.
    """

    kinds: frozenset[str]
    reason: str
    span: Span
    fault: str | None


def suppression(remark: Remark) -> Iterator[Suppression]:
    """Yield what a comment suppresses; nothing if it is a comment on something else."""
    ours = OURS.fullmatch(remark.text)
    if not ours:
        return
    span = (remark.start, remark.end)
    found = IGNORE.fullmatch(ours[1])
    if not found:
        yield Suppression(frozenset(), "", span, f"This is not of the form {FORM}.")
        return
    kinds = frozenset(filter(None, re.split(r"[,\s]+", found["kinds"])))
    unknown = sorted(kinds - BY_ID.keys())
    fault = f"There is no kind {', '.join(unknown)}." if unknown else None
    yield Suppression(kinds, " ".join(found["reason"].split()), span, fault)
