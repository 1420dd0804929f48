"""`corpus` and `index`: which corpora are in use, and their indexes."""

from typing import Annotated

import typer

from factcheck.commands.choosing import chosen
from factcheck.commands.console import AsJson, complain_each, out, watch
from factcheck.commands.corpus_in_use import CorpusPaths
from factcheck.show.escaping import dumps, shown
from factcheck.store.opening import Opening, open_corpus
from factcheck.store.reading import Store
from factcheck.store.roots import Chosen


def corpus(*, corpus: CorpusPaths = None, json: AsJson = False) -> None:
    """Say which corpora are in use, why, and what they hold.

    \b
    Those of --corpus; or else that of FACTCHECK_CORPUS; or else those that the
    nearest factcheck.toml, or [tool.factcheck] in a pyproject.toml, names from
    here upwards; or else the built-in one.

    \b
    Examples:
      factcheck corpus
      factcheck corpus --corpus my-claims --corpus builtin
    """
    for one in chosen(corpus):
        store = open_corpus(one.root, watch())
        if json:
            out(dumps(_data(one, store)))
            continue
        out(f"{shown(one.name)}: {shown(str(one.root))} (chosen by: {shown(one.why)})")
        out(f"  {_counted(store)}")


def _data(one: Chosen, store: Store) -> dict[str, object]:
    return {
        "name": one.name,
        "path": str(one.root.absolute()),
        "why": one.why,
        "claims": store.size,
        "topics": len(store.topics),
        "sources": len(store.sources),
    }


def _counted(store: Store) -> str:
    topics, sources = len(store.topics), len(store.sources)
    return (
        f"{store.size:,} claim{_s(store.size)} on {topics:,} topic{_s(topics)}, "
        f"{sources:,} source{_s(sources)}"
    )


def _s(count: int) -> str:
    return "" if count == 1 else "s"


def index(
    *,
    corpus: CorpusPaths = None,
    check: Annotated[
        bool, typer.Option("--check", help="Only prove that the index matches its files.")
    ] = False,
    jobs: Annotated[
        int | None, typer.Option(min=1, max=256, help="So many processes; as a rule one a core.")
    ] = None,
) -> None:
    """Make the indexes of the corpora in use, or check them.

    A look-up makes what is missing by itself; this makes it ahead. Only what
    changed is made anew, and a build that was stopped leaves nothing behind.

    \b
    Examples:
      factcheck index --corpus published
      factcheck index --check
    """
    faults = []
    for one in chosen(corpus):
        if check:
            found = Opening(one.root, watch(), 1).faults()
            faults += [f"{one.name}: {fault}" for fault in found]
            if not found:
                out(f"{shown(one.name)}: the index matches its files")
        else:
            store = open_corpus(one.root, watch(), jobs)
            out(f"{shown(one.name)}: {_counted(store)}, indexed")
    if faults:
        raise typer.Exit(complain_each(faults, 1))
