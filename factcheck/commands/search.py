"""`factcheck search`: which claims speak of a word, a person, a place, a figure or a year."""

from collections.abc import Iterator
from typing import Annotated

import typer

from factcheck.commands.console import AsJson, NoColor, fail, out_each, terminal, warn
from factcheck.commands.corpus_in_use import CorpusPaths, Topics, opened
from factcheck.lookup.searching import MOST, Found, search_across
from factcheck.problem import UsageError, did_you_mean
from factcheck.show.escaping import dumps, shown
from factcheck.show.excerpts import data, excerpt
from factcheck.store.naming import checked_topics
from factcheck.store.several import Corpora

LIMIT = 10
"""So many fit on a screen of 24 lines."""


def search(
    words: Annotated[list[str], typer.Argument(metavar="WORDS...", show_default=False)],
    *,
    corpus: CorpusPaths = None,
    topic: Topics = None,
    limit: Annotated[int, typer.Option(min=1, max=MOST, help="At most so many claims.")] = LIMIT,
    json: AsJson = False,
    no_color: NoColor = False,
) -> None:
    """List the claims that have a word, name, figure or year.

    Best first, each hit marked «so». It judges nothing: for a verdict on a wording
    there is factcheck lookup. A figure is found however it is written.

    \b
    Examples:
      factcheck search Musk
      factcheck search 1400 Rotherham
      factcheck search "national inquiry" --topic vote --json
    """
    text = " ".join(words)
    if not text.strip():
        raise UsageError("give a word to search for, as in factcheck search Musk")
    store = opened(corpus)
    found = search_across(text, store.each, checked_topics(topic, store), limit)
    if not found.hits:
        fail(f"factcheck: {nothing(text, found, store)}", 3)
    if json:
        out_each(dumps(data(hit, store)) for hit in found.hits)
    else:
        _print(found, store, no_color=no_color)
    for remark in remarks(found):
        warn(remark)


def _print(found: Found, store: Corpora, *, no_color: bool) -> None:
    """Print an id, a passage and who says it, tab-separated, or for a terminal on two lines."""
    excerpts = (excerpt(hit, store) for hit in found.hits)
    screen = terminal(no_color=no_color)
    if screen is None:
        out_each(f"{one.id}\t{one.lead}{one.text}\t{one.who}" for one in excerpts)
    else:
        from factcheck.show.drawing import found_lines

        for one in excerpts:
            for line in found_lines(one, screen.width):
                screen.print(line)
    if found.total > len(found.hits):
        warn(f"the best {len(found.hits):,} of {found.total:,}; --limit {found.total} lists all")


def remarks(found: Found) -> Iterator[str]:
    """Yield in what the claims that were found fall short of what was typed."""
    for word in found.instead:
        yield f"searched for “{word}”, which is spelled like what was typed"
    if not found.whole:
        yield "no claim has all of these words; each of these has some"


def nothing(text: str, found: Found, store: Corpora) -> str:
    """Say that nothing was found, which word was likely meant, or what else there is."""
    if not found.searched:
        return f"“{shown(text)}” has no word to search for; name a person, a place, a figure …"
    words = [word.strip(".,:;!?\"'“”‘’()").lower() for word in text.split()]
    known = {word for one in store.each for word in one.vocabulary}
    meant = (did_you_mean(word, known) for word in words if word and word not in known)
    hint = next(filter(None, meant), "; what there is: factcheck topics")
    return f"nothing here has “{shown(text)}”{hint}"
