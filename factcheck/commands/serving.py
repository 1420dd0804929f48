"""Serve a site on this machine, and make it anew whenever its corpus changes."""

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from time import strftime
from typing import Any

from watchfiles import watch

from factcheck.commands.choosing import chosen
from factcheck.commands.console import complain_each, warn
from factcheck.problem import CorpusError, UsageError

HERE = "127.0.0.1"
SOON = 1_000  # milliseconds
FOLDERS = ("claims", "sources")
Stamps = dict[Path, tuple[int, ...]]


class Handler(SimpleHTTPRequestHandler):
    """Gives the files of a site to a browser on this machine, and logs nothing."""

    def list_directory(self, path: Any) -> None:  # noqa: ARG002 - the library calls it so
        """Show no folder: a host of sites shows none either."""
        self.send_error(HTTPStatus.NOT_FOUND)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer with the site's own page where nothing is."""
        page = Path(self.directory) / "404.html"
        if code != HTTPStatus.NOT_FOUND or not page.is_file():
            super().send_error(code, message, explain)
            return
        held = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(held)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(held)

    def end_headers(self) -> None:
        """Let no browser show a page that was made anew as it was."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the library's name
        """Say nothing."""


def server(folder: Path, port: int) -> ThreadingHTTPServer:
    """Return what serves `folder`; port 0 is any free one.

    Raises:
        UsageError: The port is in use.
    """
    try:
        return ThreadingHTTPServer((HERE, port), partial(Handler, directory=str(folder)))
    except OSError as error:
        raise UsageError(f"port {port}: {error.strerror}; --port 0 takes any free one") from error


def serve(folder: Path, corpora: list[str] | None, make: Callable[[], str], port: int) -> None:
    """Make a site, serve it, and make it anew after each change, until somebody interrupts.

    Args:
        folder: Where it lies.
        corpora: Those of `--corpus`.
        make: Makes it, and returns what was made, in words.
        port: Where it is served; 0 is any free one.
    """
    roots = [one.root for one in chosen(corpora)]
    with server(folder, port) as http, suppress(KeyboardInterrupt):
        before = _stamps(roots)
        _make(make)
        Thread(target=http.serve_forever, daemon=True).start()
        try:
            warn(f"serving http://{HERE}:{http.server_address[1]}/; Ctrl-C ends it")
            _follow(roots, before, make)
        finally:
            http.shutdown()


def _follow(roots: list[Path], before: Stamps, make: Callable[[], str]) -> None:
    """Make the site anew whenever the files of a corpus are no longer as they were before."""
    held = [root / name for root in roots for name in ("", *FOLDERS)]
    places = [place for place in held if place.is_dir()]
    # a change from before anybody watched is seen when the time is up
    for _ in watch(*places, recursive=False, rust_timeout=SOON, yield_on_timeout=True):
        now = _stamps(roots)
        if now != before:
            before = now
            _make(make)


def _stamps(roots: list[Path]) -> Stamps:
    """Return what changes with each file of a corpus."""
    found: Stamps = {}
    for root in roots:
        for place in (root, *(root / name for name in FOLDERS)):
            for path in filter(_matters, place.glob("*.*")):
                with suppress(OSError):
                    status = path.stat()
                    found[path] = (status.st_mtime_ns, status.st_size, status.st_ino)
    return found


def _matters(path: Path) -> bool:
    """Whether a file may be one of a corpus; what this program makes beside those is hidden."""
    return path.suffix in {".yaml", ".jsonl", ".fingerprint"} and path.name[:1] != "."


def _make(make: Callable[[], str]) -> None:
    """Make the site, or say what stands against it; what was there is served meanwhile."""
    try:
        warn(f"{make()}, at {strftime('%H:%M:%S')}")
    except UsageError as error:
        complain_each(error.args, 0)
    except CorpusError as error:
        complain_each(map(str, error.problems), 0)
