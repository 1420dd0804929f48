"""`factcheck annotate`: give each supported sentence of a draft its citation."""

from pathlib import Path
from typing import Annotated

import typer

from factcheck.commands.console import complain, out_as_it_is, path_named, watching
from factcheck.commands.corpus_in_use import CorpusPaths, checked_ids, opened
from factcheck.commands.days import today
from factcheck.commands.drafts import MARK, STDIN, text_of
from factcheck.commands.examining import Asked, Examination
from factcheck.commands.files import write_new
from factcheck.commands.telling import SLOW
from factcheck.drafts.draft import MARKDOWN, Draft
from factcheck.drafts.noting import noted
from factcheck.problem import UsageError
from factcheck.show.citing import note
from factcheck.show.reporting import counted
from factcheck.store.several import Corpora


def annotate(
    file: Annotated[Path, typer.Argument(metavar="FILE", show_default=False, parser=path_named)],
    *,
    corpus: CorpusPaths = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write here.")
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Overwrite an existing file.")] = False,
) -> None:
    """Give supported sentences of a draft a footnote.

    The draft is in Markdown; - is standard input. Nothing else in it changes. A
    sentence gets a footnote only if `factcheck lookup` says supported, and `factcheck
    check` finds no fault in it. A reply that the draft leaves out stands in the footnote.

    \b
    Examples:
      factcheck annotate draft.md -o cited.md
      factcheck annotate cited.md -o cited.md --force
    """
    if file != STDIN and file.suffix.lower() not in MARKDOWN:
        raise UsageError(f"{file}: footnotes need Markdown; its name must end in {MARKDOWN[0]}")
    store = opened(corpus)
    whole = "".join(text_of(file))
    mark = MARK if whole.startswith(MARK) else ""
    text = whole.removeprefix(MARK)
    places, faults = _supported(file, text, corpus, store)
    ids = {name for _, names in places for name in names}
    numbers = dict(zip(ids, checked_ids(ids, store), strict=True))
    notes = {name: note(store.claim(numbers[name]), store, today()) for name in ids}
    done = noted(text, places, notes)
    if done is None:
        raise UsageError(f"{file}: it ends within code, HTML or a comment; close that first")
    if output:
        write_new(output, mark + done.text, force=force)
    else:
        out_as_it_is(mark + done.text)
    left = f"; {done.left:,} in HTML left as they are" if done.left else ""
    complain(f"{counted(done.cited, 'sentence')} cited{left}", 0)
    if faults:
        raise UsageError("\n".join(faults))


def _supported(
    file: Path, text: str, corpus: list[str] | None, store: Corpora
) -> tuple[list[tuple[int, tuple[str, ...]]], list[str]]:
    """Return where each sentence ends that has a footnote, and the claims that support it.

    And which could not be checked.
    """
    draft = Draft(str(file), [text], MARKDOWN[0], window=len(text) + 1)
    asked = Asked(corpus, uncovered=False, jobs=None)
    examination = Examination([draft], len(text), asked, store)
    found = []
    with watching("checking", len(text), SLOW) as progress:
        for _, sentence, checked in examination.checked():
            if sentence and checked:
                progress(len(sentence.text) + 1)
                if checked.verdict == "supported" and not checked.found:
                    found.append((sentence.span((0, len(sentence.text)))[1], checked.claims))
    return found, examination.faults
