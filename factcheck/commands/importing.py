"""`factcheck import`: take published fact checks into a corpus of one's own."""

import os
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Annotated

import typer

from factcheck.commands.console import AsJson, complain, out, path_named, warn, watching
from factcheck.commands.files import sole_writer, write_whole
from factcheck.corpus.files import check_writable
from factcheck.corpus.lines import numbered, read_line
from factcheck.corpus.rules import id_problem
from factcheck.importing.gathering import Gathering
from factcheck.importing.reading import read_reviews
from factcheck.importing.taken import Loss
from factcheck.problem import CorpusError, Problem, UsageError
from factcheck.show.escaping import dumps, shown

TOPIC = "fact-checks"
SHOWN = 20
"""So many of the records that can't be used are told to a person; a file gets them all."""


def import_(
    files: Annotated[
        list[Path], typer.Argument(metavar="FILE...", show_default=False, parser=path_named)
    ],
    *,
    into: Annotated[
        Path, typer.Option("--into", metavar="DIR", help="The corpus' folder.", parser=path_named)
    ],
    topic: Annotated[
        str, typer.Option(metavar="TOPIC", help="The shelf: DIR/claims/TOPIC.jsonl.")
    ] = TOPIC,
    json: AsJson = False,
) -> None:
    """Take in published fact checks.

    These say what their publishers found of others' claims.

    \b
    Reads ClaimReview in JSON-LD (.json, or in the .html of a page), the Data
    Commons feed, answers of the Google Fact Check Tools API, and .csv, .tsv or
    .jsonl with named columns. A record that can't be used is told with its
    place and reason, and counted. What is there already is not added again.

    \b
    Examples:
      factcheck import data.json --into published
      factcheck import page.html export.csv --into published --topic health
      factcheck lookup --corpus published "vaccines cause autism"
    """
    if message := id_problem(topic):
        raise UsageError(message.replace("id", "--topic", 1))
    missing = [str(path) for path in files if not path.is_file()]
    if missing:
        raise UsageError(f"no such file: {', '.join(missing)}")
    shelf = into / "claims" / f"{topic}.jsonl"
    check_writable(shelf, into)
    shelf.parent.mkdir(parents=True, exist_ok=True)
    with sole_writer(shelf.parent) as shop, _gathering(shelf, shop / "claims") as gathering:
        counts = _taken(files, gathering)
        if counts["claim"] or counts["review"]:
            write_whole(shelf, (f"{line}\n" for line in gathering.lines()))
    for name in dict.fromkeys(gathering.withdrawn):
        warn(f"another review of {name}, which is withdrawn: no look-up answers with it")
    _tell(counts, shelf, json=json)
    raise typer.Exit(int(bool(counts["skipped"] + counts["left_out"])))


@contextmanager
def _gathering(shelf: Path, scratch: Path) -> Iterator[Gathering]:
    """Give what the shelf holds, to be added to, by way of a file `scratch`.

    Raises:
        UsageError: What is gathered can't be written.
    """
    try:
        with closing(Gathering(scratch)) as gathering:
            _fill(gathering, shelf)
            yield gathering
    except OSError as error:
        if error.filename:  # another file than what is gathered in
            raise
        raise UsageError(f"{shelf}: {error.strerror}") from error


def _fill(gathering: Gathering, shelf: Path) -> None:
    if not shelf.exists():
        return
    problems: list[Problem] = []
    with shelf.open("rb") as file, watching(shelf.name, shelf.stat().st_size) as progress:
        for number, raw in numbered(file):
            line = read_line(shelf, number, raw)
            progress(len(raw) + 1)
            problems += line.problems
            if line.claim and not problems:
                gathering.put(line.claim.id, raw.decode())
    if problems:
        raise CorpusError(problems)


def _taken(files: Iterable[Path], gathering: Gathering) -> Counter[str]:
    """Add what the files hold; tell what can't be used, and count everything."""
    counts: Counter[str] = Counter()
    for path in files:
        with watching(path.name, path.stat().st_size) as progress:
            for found in read_reviews(path, _steps(progress)):
                if isinstance(found, Loss):
                    counts["left_out"] += 1
                    _tell_skipped(found.problem, counts["left_out"] + counts["skipped"])
                elif isinstance(found, Problem):
                    counts["skipped"] += 1
                    _tell_skipped(found, counts["left_out"] + counts["skipped"])
                else:
                    counts[gathering.add(found)] += 1
    return counts


def _steps(progress: Callable[[int], None]) -> Callable[[int], None]:
    """Return what turns bytes read so far into bytes more."""
    before = 0

    def step(so_far: int) -> None:
        nonlocal before
        progress(so_far - before)
        before = so_far

    return step


def _tell_skipped(problem: Problem, number: int) -> None:
    if number <= SHOWN or not sys.stderr.isatty():
        complain(str(problem), 0)
    elif number == SHOWN + 1:
        complain("… and more; `2> skipped.txt` keeps them all", 0)


def _tell(counts: Counter[str], shelf: Path, *, json: bool) -> None:
    read = sum(counts.values()) - counts["left_out"]
    told = {
        "reviews": read,
        "new_claims": counts["claim"],
        "new_reviews_of_known_claims": counts["review"],
        "known": counts["known"],
        "skipped": counts["skipped"],
        "left_out": counts["left_out"],
    }
    if json:
        out(dumps({"schema": "factcheck/import/1", "shelf": os.fspath(shelf), **told}))
        return
    taken = counts["claim"] + counts["review"]
    out(f"{read:,} reviews read, {taken:,} taken into {shown(str(shelf))}")
    out(f"  {counts['claim']:,} with a new claim")
    out(f"  {counts['review']:,} more of a claim that was there")
    out(f"  {counts['known']:,} there already")
    out(f"  {counts['skipped']:,} skipped, each told with its place")
    if counts["left_out"]:
        out(f"  {counts['left_out']:,} left out of what was taken, such as a date; told too")
