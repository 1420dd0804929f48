"""`factcheck stats`: how many claims there are, by topic, kind, speaker and paragraph."""

from typing import Annotated

import typer

from factcheck.commands.console import AsJson, NoColor, out, out_each, print_bars, terminal
from factcheck.commands.corpus_in_use import CorpusPaths, Topics, opened
from factcheck.problem import UsageError, did_you_mean
from factcheck.show.counting import BY, as_data, counts, ranked
from factcheck.show.escaping import dumps, shown
from factcheck.store.naming import checked_topics

HEADINGS = {
    "topic": "By topic (a claim may stand on several)",
    "kind": "By kind",
    "speaker": "By who asserts it",
    "paragraph": "By paragraph of the source that is quoted",
}
FIRST = 5
"""So many speakers and paragraphs are drawn unless they are asked for: most have one claim."""
LONG = frozenset({"speaker", "paragraph"})


def complete_by(incomplete: str) -> list[str]:
    """Return what claims are counted by that starts so, for a shell."""
    return [by for by in BY if by.startswith(incomplete)]


def stats(
    *,
    corpus: CorpusPaths = None,
    topic: Topics = None,
    by: Annotated[
        str | None,
        typer.Option(
            metavar="WHAT",
            help=f"Only by this, and whole: {', '.join(BY)}.",
            autocompletion=complete_by,
        ),
    ] = None,
    json: AsJson = False,
    no_color: NoColor = False,
) -> None:
    """Count the claims by topic, kind, speaker and paragraph.

    A pipe gets what is counted by, the name and the number, parted by tabs.

    \b
    Examples:
      factcheck stats
      factcheck stats --by paragraph
      factcheck stats --topic history --json
    """
    if by is not None and by not in BY:
        raise UsageError(f"nothing is counted by '{by}'{did_you_mean(by, BY)}")
    store = opened(corpus)
    found = counts(store.claims(checked_topics(topic, store)))
    chosen = [by] if by else list(BY)
    if json:
        data = as_data(found)
        out(dumps({key: data[key] for key in ("claims", *chosen)}))
    elif screen := terminal(no_color=no_color):
        out(f"{found.claims:,} claim{'' if found.claims == 1 else 's'}")
        for one in chosen:
            rows = [(_safe(name), count) for name, count in ranked(found, one)]
            first = rows[:FIRST] if one in LONG and len(chosen) > 1 else rows
            out(f"\n{HEADINGS[one]}")
            print_bars(first, screen)
            if left := len(rows) - len(first):
                out(f"{left:,} more: factcheck stats --by {one}")
    else:
        for one in chosen:
            out_each("\t".join((one, _safe(name), str(n))) for name, n in ranked(found, one))


def _safe(text: str) -> str:
    return shown(text).replace("\t", " ")
