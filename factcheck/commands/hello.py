"""What `factcheck` says when nothing is asked of it: what it does, and what to try."""

from itertools import islice

from factcheck.commands.console import out
from factcheck.commands.corpus_in_use import opened
from factcheck.show.escaping import shown
from factcheck.show.wording import VERDICTS
from factcheck.store.several import Corpora

FIGURES = frozenset({"number", "date"})
"""An example says nothing of anybody."""
LOOKED_AT = 60
"""So many claims are looked at for examples: a long shelf isn't read through."""
SHORT = 72
"""A query of so many characters stands on a line of its own."""


def hello() -> None:
    """Greet, with three things to type, from the corpus in use."""
    store = opened()
    verdicts = ", ".join(name.lower() for name, _ in VERDICTS.values())
    out("factcheck says what quoted, attributed sources report about a claim:")
    out(f"{verdicts}.\nIt never says whether a claim is so.\n\nTry:")
    for line in _examples(store):
        out(f"  factcheck {line}")
    out("\nAll commands: factcheck --help")


def _examples(store: Corpora) -> list[str]:
    """Return the command lines of a wording, of what curators warn of, and of a topic."""
    claims = [*islice(store.claims(), LOOKED_AT)]
    worded = [text for one in claims for text in (*one.wordings, one.statement)]
    misread = [one.wording for c in claims for one in c.misreadings if one.differs in FIGURES]
    topics = [topic for claim in claims for topic in claim.topics]
    asked = [text for texts in (worded, misread) for text in _fitting(texts)]
    return [*(f'"{shown(text)}"' for text in asked), *(f"list --topic {one}" for one in topics[:1])]


def _fitting(texts: list[str]) -> list[str]:
    """Return the longest of some texts that fits a line and a shell's quotation marks."""
    fit = (text for text in texts if len(text) <= SHORT and not set(text) & set('"$`\\!'))
    return sorted(fit, key=len)[-1:]
