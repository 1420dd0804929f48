"""`factcheck timeline`: what happened when, as the sources report it."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from factcheck.commands.console import AsJson, NoColor, fail, out, out_each, terminal, warn
from factcheck.commands.corpus_in_use import CorpusPaths, Topics, opened
from factcheck.commands.dating import Dated, in_order
from factcheck.commands.files import write_new
from factcheck.commands.narrowing import KindName, Narrowing, SpeakerName, narrowed
from factcheck.corpus.dates import Day
from factcheck.problem import UsageError
from factcheck.show import as_json
from factcheck.show.dated import Entry, entry, undated_in_words
from factcheck.show.escaping import dumps, shown
from factcheck.show.wording import stated
from factcheck.store.naming import checked_topics
from factcheck.store.several import Corpora


def timeline(
    *,
    corpus: CorpusPaths = None,
    topic: Topics = None,
    kind: KindName = None,
    speaker: SpeakerName = None,
    svg: Annotated[
        Path | None, typer.Option("--svg", metavar="FILE", help="Write it here as a picture.")
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Overwrite an existing file.")] = False,
    json: AsJson = False,
    no_color: NoColor = False,
) -> None:
    """Say what happened when, as the sources report it.

    The dates are those of the claims; approximate, uncertain and inferred ones say
    so. A pipe gets the date (EDTF), from what it is inferred, id and statement.

    \b
    Examples:
      factcheck timeline --topic history
      factcheck timeline --speaker Musk --json
      factcheck timeline --svg timeline.svg
    """
    if svg and json:
        raise UsageError("give --svg or --json, not both")
    if svg:
        _check_ending(svg)
    store = opened(corpus)
    claims = narrowed(store, checked_topics(topic, store), Narrowing(kind, speaker))
    dated, undated = in_order(claims)
    if svg:
        _write(svg, dated, len(undated), force=force)
    elif json:
        out_each(dumps(_data(one, store)) for one in dated)
    elif screen := terminal(no_color=no_color):
        from factcheck.show.timeline import timeline as drawn

        for line in drawn(_entries(dated), screen.width):
            screen.print(line)
        out(f"{undated_in_words(len(undated))}.")
        return
    else:
        out_each("\t".join(_fields(one)) for one in dated)
    if undated:
        warn(undated_in_words(len(undated)))


def _check_ending(path: Path) -> None:
    """Refuse a file of another kind than what is written; a device has none."""
    if path.suffix.lower() != ".svg" and (path.is_file() or not path.exists()):
        meant = path.with_suffix(".svg").name
        raise UsageError(f"{path}: the picture is an SVG; name a file such as {meant}")


def _write(path: Path, dated: Sequence[Dated], undated: int, *, force: bool) -> None:
    from factcheck.show.timeline_svg import svg

    if not dated:
        fail("factcheck: no claim has a date; nothing was written", 3)
    write_new(path, svg(_entries(dated), undated), force=force)


def _entries(dated: Sequence[Dated]) -> list[Entry]:
    return [entry(*one) for one in dated]


def _fields(one: Dated) -> list[str]:
    claim = one.claim
    told = (claim.date or "", claim.date_inferred or "", claim.id, stated(claim))
    return [shown(text).replace("\t", " ") for text in told]


def _data(one: Dated, store: Corpora) -> dict[str, object]:
    """Return a claim, and the first and last day that its date may mean; `None` where open."""
    return {**as_json.claim(one.claim, store), "first": _iso(one.first), "last": _iso(one.last)}


def _iso(day: Day | None) -> str | None:
    if day is None:
        return None
    year, month, date = day
    return f"{'-' if year < 0 else ''}{abs(year):04}-{month:02}-{date:02}"
