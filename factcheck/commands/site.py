"""`factcheck site`: a site of the corpus in use, as files that need no server."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated
from urllib.parse import urlsplit

import typer

from factcheck.api.days import today
from factcheck.commands.console import out, path_named
from factcheck.commands.corpus_in_use import CorpusPaths, opened
from factcheck.commands.dating import in_order
from factcheck.problem import UsageError
from factcheck.show.dated import entry
from factcheck.show.escaping import opening, shown
from factcheck.site.page import Dated, Material, Site, material
from factcheck.store.several import Corpora

MOST = 100_000
"""So many claims a site holds at most: a browser searches all of them."""
TITLE = "What the sources say"
PORT = 8000


def site(
    *,
    output: Annotated[
        Path,
        typer.Option(
            "--output",
            "-o",
            metavar="DIR",
            help="A new or an empty folder, or one of a site made so, which is replaced.",
            parser=path_named,
        ),
    ],
    corpus: CorpusPaths = None,
    title: Annotated[str, typer.Option(metavar="TEXT", help="What the site is called.")] = TITLE,
    base_url: Annotated[
        str | None,
        typer.Option(
            metavar="URL", help="Where it will be published, for the permanent addresses."
        ),
    ] = None,
    publisher: Annotated[
        str | None,
        typer.Option(
            metavar="NAME", help="Who publishes it; puts ClaimReview into the pages, by --base-url."
        ),
    ] = None,
    watch: Annotated[
        bool,
        typer.Option("--watch", help="Serve it on this machine, make it anew after each change."),
    ] = False,
    port: Annotated[
        int,
        typer.Option(min=0, max=65535, metavar="N", help="The port of --watch; 0 is any free one."),
    ] = PORT,
) -> None:
    """Make a site: a page for each claim, and a search.

    It opens from the disk and works wherever it is put. It judges nothing.
    It needs jinja2: pip install 'factcheck-corpus[site]'

    \b
    Examples:
      factcheck site -o public
      factcheck site -o public --title "The inquiry"
      factcheck site -o public --base-url https://facts.example/
      factcheck site -o public --base-url https://echo.example/ --publisher Echo
      factcheck site -o public --corpus my-claims --watch
    """
    from factcheck.commands.site_folder import checked, place

    told = Site(_titled(title), _base(base_url), today(), publisher)
    if publisher is not None and not (publisher.strip() and base_url):
        raise UsageError(
            "ClaimReview names who publishes it, and where: --publisher and --base-url"
        )
    folder = checked(output)

    def make() -> str:
        store = opened(corpus)
        with _installed():
            place(folder, _files(store, told))
        return f"{opening(shown(str(output)))}: a site of {_counted(store.size)}"

    if watch:
        from factcheck.commands.serving import serve

        serve(folder, corpus, make, port)
        return
    out(f"{make()}; open {shown(str(output / 'index.html'))}")


def _files(store: Corpora, told: Site) -> Iterator[tuple[str, str]]:
    from factcheck.site.making import site_files

    if store.size > MOST:
        raise UsageError(f"a site holds at most {MOST:,} claims; these are {store.size:,}")
    return site_files(_gathered(store), told)


def _gathered(store: Corpora) -> Material:
    """Return all claims, and which of them have a date, in the order of time."""
    claims = tuple(store.claims())
    dated, _ = in_order(claims)
    return material(store, claims, tuple(Dated(one.claim, entry(*one)) for one in dated))


@contextmanager
def _installed() -> Iterator[None]:
    """Say what to install where the extra is missing."""
    try:
        yield
    except ImportError as error:
        if error.name not in {"jinja2", "markupsafe"}:
            raise
        raise UsageError(
            f"a site needs {error.name}; install it with: pip install 'factcheck-corpus[site]'"
        ) from error


def _titled(title: str) -> str:
    if not title.strip():
        raise UsageError("--title: '' names no site")
    return title


def _base(url: str | None) -> str | None:
    """Return the address that a site will be published at, with a `/` at its end."""
    if url is None:
        return None
    try:
        parts = urlsplit(url)
        plain = parts.port is None or parts.port > 0
    except ValueError:
        plain = False
    whole = plain and parts.scheme in {"http", "https"} and parts.hostname and url.isprintable()
    if not whole or set(url) & set(' ?#@\\"<>'):
        raise UsageError(f"--base-url: '{url}' must be an address such as https://facts.example/")
    return url if url.endswith("/") else f"{url}/"


def _counted(count: int) -> str:
    return f"{count:,} claim{'' if count == 1 else 's'}"
