"""The page of the manual holds the help texts as they are today, and roff can read it."""

import shutil
import subprocess
import sys

import pytest
from documents import ROOT

PAGE = ROOT / "man" / "factcheck.1"
WARNED = "el", "escape", "mac", "missing", "syntax"


def test_the_page_is_what_the_help_texts_make(
    environment: dict[str, str], request: pytest.FixtureRequest
) -> None:
    made = subprocess.run(
        [sys.executable, ROOT / "tools" / "man_page.py"],
        capture_output=True,
        env=environment,
        check=True,
    ).stdout
    if request.config.getoption("--update-golden"):
        PAGE.write_bytes(made)
    assert made == PAGE.read_bytes()


@pytest.mark.skipif(not shutil.which("groff"), reason="there is no groff here")
def test_roff_finds_no_fault_and_no_line_is_longer_than_a_terminal() -> None:
    warnings = [f"-w{name}" for name in WARNED]
    done = subprocess.run(
        ["groff", "-man", "-Tutf8", "-Kutf8", "-P-c", "-rLL=80n", *warnings, PAGE],  # noqa: S607
        capture_output=True,
        check=True,
    )
    assert done.stderr == b""
    text = done.stdout.decode()
    assert "factcheck lookup" in text
    assert max(map(len, text.splitlines())) <= 80
