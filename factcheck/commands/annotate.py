"""`factcheck annotate`: give each supported sentence of a draft its citation."""

from pathlib import Path
from typing import Annotated

import typer

from factcheck.api.corpora import Corpus
from factcheck.api.days import today
from factcheck.api.examining import Asked, Examination
from factcheck.commands.console import complain, out_as_it_is, path_named, watching
from factcheck.commands.corpus_in_use import CorpusPaths, checked_ids, in_use
from factcheck.commands.drafts import MARK, STDIN, text_of
from factcheck.commands.files import write_new
from factcheck.drafts.checking import Checked
from factcheck.drafts.draft import MARKDOWN, Draft, Sentence
from factcheck.drafts.noting import noted
from factcheck.drafts.own import Own
from factcheck.drafts.replying import claim_named
from factcheck.lookup.across import look_up_across
from factcheck.problem import UsageError, did_you_mean
from factcheck.show import citing
from factcheck.show.citing import NOTES, printed
from factcheck.show.headline import headline
from factcheck.show.reporting import counted
from factcheck.store.several import Corpora


def annotate(
    file: Annotated[Path, typer.Argument(metavar="FILE", show_default=False, parser=path_named)],
    *,
    corpus: CorpusPaths = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write here.")
    ] = None,
    notes: Annotated[
        str, typer.Option(metavar="short|full", help="How much each footnote tells.")
    ] = "short",
    force: Annotated[bool, typer.Option("--force", help="Overwrite an existing file.")] = False,
) -> None:
    """Give supported sentences of a draft a footnote.

    The draft is in Markdown; - is standard input. Nothing else in it changes. A
    sentence gets a footnote only if `factcheck lookup` says supported, and `factcheck
    check` finds no fault in it; of the others it is said why. A reply that the draft
    leaves out stands in the footnote. A full footnote has all caveats, too.

    \b
    Examples:
      factcheck annotate draft.md -o cited.md
      factcheck annotate cited.md -o cited.md --force
    """
    if file != STDIN and file.suffix.lower() not in MARKDOWN:
        raise UsageError(f"{file}: footnotes need Markdown; its name must end in {MARKDOWN[0]}")
    if notes not in NOTES:
        raise UsageError(f"--notes {notes}: short or full{did_you_mean(notes, NOTES)}")
    used = in_use(corpus)
    store = used.store
    whole = "".join(text_of(file))
    mark = MARK if whole.startswith(MARK) else ""
    text = whole.removeprefix(MARK)
    places, left, faults = _supported(file, text, used)
    ids = dict.fromkeys(name for _, names in places for name in names)
    numbers = dict(zip(ids, checked_ids(ids, store), strict=True))
    cited = {name: store.claim(numbers[name]) for name in ids}
    written = citing.notes(cited, notes, store, today())
    done = noted(text, places, written)
    if done is None:
        raise UsageError(f"{file}: it ends within code, HTML or a comment; close that first")
    if output:
        write_new(output, mark + done.text, force=force)
    else:
        out_as_it_is(mark + done.text)
    for told in left:
        complain(told, 0)
    uncited = f", {len(left):,} left as told above" if left else ""
    in_html = f"; {done.left:,} in HTML left as they are" if done.left else ""
    complain(f"{counted(done.cited, 'sentence')} cited{uncited}{in_html}", 0)
    if faults:
        raise UsageError("\n".join(faults))


def _supported(
    file: Path, text: str, corpus: Corpus
) -> tuple[list[tuple[int, tuple[str, ...]]], list[str], list[str]]:
    """Return where each sentence ends that gets a footnote, and the claims that support it.

    And why each other sentence on the corpus' subject gets none, and which could not be checked.
    """
    draft = Draft(str(file), [text], MARKDOWN[0], window=len(text) + 1)
    examination = Examination([draft], len(text), Asked(corpus, jobs=None))
    store = corpus.store
    found, left = [], []
    own = Own(lambda claim: printed(claim, store, today()))
    with watching("checking", len(text)) as progress:
        for _, sentence, checked in examination.checked():
            if sentence and checked:
                progress(len(sentence.text) + 1)
                if checked.stated:
                    own.hold(claim_named(checked.stated, store))
                if checked.verdict == "supported" and not checked.found:
                    found.append((sentence.span((0, len(sentence.text)))[1], checked.claims))
                elif checked.verdict != "not_covered" and not own.has(sentence.text):
                    left.append(_left(draft, sentence, checked, store))
    return found, left, examination.faults


def _left(draft: Draft, sentence: Sentence, checked: Checked, store: Corpora) -> str:
    """Return where a sentence stands that gets no footnote, and why."""
    line, column = sentence.window.place(sentence.span((0, 1))[0])
    if checked.verdict == "supported":
        why = checked.found[0].explanation
    else:
        why = headline(look_up_across(sentence.text, store.each), store)
    return f"{draft.path}:{line}:{column}: no footnote: {why}"
