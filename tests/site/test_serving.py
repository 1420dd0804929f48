"""`site --watch`: what is served on this machine, and a site made anew after each change."""

import http.client
import re
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread

import pytest
from processes import Done

from factcheck.commands.serving import server

Ask = Callable[[str], tuple[int, str]]


@contextmanager
def served(folder: Path) -> Iterator[int]:
    """Serve a folder; give the port."""
    with server(folder, 0) as http_server:
        Thread(target=http_server.serve_forever, daemon=True).start()
        try:
            yield http_server.server_address[1]
        finally:
            http_server.shutdown()


def asked(port: int, path: str) -> tuple[int, str]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    try:
        connection.request("GET", path)
        answer = connection.getresponse()
        return answer.status, answer.read().decode()
    finally:
        connection.close()


def test_pages_are_served_and_nothing_else(pond_site: Path) -> None:
    (pond_site.parent / "secret.txt").write_text("secret")
    with served(pond_site) as port:
        assert asked(port, "/")[0] == 200
        assert "Ulmen Pond" in asked(port, "/claims/ulmen-mill.html")[1]
        for path in ("/none.html", "/claims/", "/../secret.txt", "/%2e%2e/secret.txt", "/a/b/c"):
            status, text = asked(port, path)
            assert (status, "Page not found" in text, "secret" in text) == (404, True, False)


def test_a_port_in_use_is_told(run: Callable[..., Done], pond_root: Path, tmp_path: Path) -> None:
    with served(tmp_path) as port:
        out = ("site", "-o", tmp_path / "out", "--corpus", pond_root)
        done = run(*out, "--watch", "--port", str(port))
    assert (done.status, done.out) == (2, "")
    assert f"port {port}: " in done.err


@pytest.fixture
def watching(
    heard: None,  # noqa: ARG001 - Ctrl-C, that is
    start: Callable[..., subprocess.Popen],
    ponds: Path,
    tmp_path: Path,
) -> Iterator[subprocess.Popen]:
    asked = ("site", "-o", tmp_path / "out", "--corpus", ponds, "--watch", "--port", "0")
    process = start(*asked)
    yield process
    process.kill()
    process.communicate()


def test_a_change_makes_the_site_anew_and_ctrl_c_ends_it_well(
    watching: subprocess.Popen, ponds: Path
) -> None:
    assert "a site of 4 claims" in told(watching)
    found = re.search(r"serving http://127\.0\.0\.1:(\d+)/; Ctrl-C ends it", told(watching))
    assert found
    port, shelf = int(found[1]), ponds / "claims" / "ponds.yaml"
    whole = shelf.read_text("utf-8")
    shelf.write_text("topic: [\n", encoding="utf-8")
    assert "ponds.yaml:" in told(watching)
    assert asked(port, "/index.html")[0] == 200  # what was there is served on
    shelf.write_text(whole.replace("title: Ponds", "title: Lakes"), encoding="utf-8")
    until_told(watching, "a site of 4 claims")
    assert "Lakes" in asked(port, "/index.html")[1]
    watching.send_signal(signal.SIGINT)
    assert watching.wait(10) == 0
    assert b"Traceback" not in watching.stderr.read()


def told(process: subprocess.Popen) -> str:
    """Return the next line that the process says."""
    return process.stderr.readline().decode()


def until_told(process: subprocess.Popen, words: str) -> None:
    limit = time.monotonic() + 20
    while words not in told(process):
        assert time.monotonic() < limit
