"""What options don't give is asked for, if a person is there to answer."""

import os
import re
import sys
from collections.abc import Callable
from pathlib import Path

from factcheck.commands.choosing import builtin_root, chosen
from factcheck.problem import UsageError, did_you_mean
from factcheck.show.escaping import shown

Fault = Callable[[str], str | None]
"""Returns what is wrong with an answer; `None` if nothing is."""


def needed(option: str, given: str | None, question: str, fault: Fault = lambda _: None) -> str:
    """Return what is given, or asked for; it must be something, and without fault.

    Raises:
        UsageError: It isn't, and nobody is there to be asked again.
    """
    if given or not _is_watched():
        message = fault(given) if given else "is missing"
        if message:
            raise UsageError(f"{option} {message}")
        return given or ""
    while not (found := asked(None, question, fault)):
        sys.stderr.write("  something is needed here\n")
    return found


def one_of(option: str, given: str | None, question: str, known: tuple[str, ...]) -> str:
    """Return what is given, or asked for; it must be one of `known`."""

    def fault(found: str) -> str | None:
        if found in known:
            return None
        return f"'{found}' is none of {', '.join(known)}{did_you_mean(found, known)}"

    return needed(option, given, question, fault)


def asked(given: str | None, question: str, fault: Fault = lambda _: None) -> str | None:
    """Return what is given, or what a person at a terminal answers; `None` for nothing.

    An answer with a fault is asked for again.
    """
    if given is not None or not _is_watched():
        return given
    while (found := _answer(question)) and (message := fault(found)):
        sys.stderr.write(f"  {shown(message)}\n")
    return found or None


def _is_watched() -> bool:
    return sys.stdin.isatty() and sys.stderr.isatty()


def _answer(question: str) -> str:
    sys.stderr.write(f"{question}: ")
    sys.stderr.flush()
    line = sys.stdin.readline()
    if not line:
        raise UsageError("no more answers came; nothing was written")
    return line.strip()


def listed(given: str | None) -> list[str]:
    """Return a list of what is given, or an empty one."""
    return [given] if given else []


def own_corpus(paths: list[str] | None) -> Path:
    """Return the one corpus that is added to."""
    corpora = chosen(paths)
    if len(corpora) > 1:
        raise UsageError("several corpora are in use; name the one to add to with --corpus")
    root = corpora[0].root
    if os.path.realpath(root) == os.path.realpath(builtin_root()):
        raise UsageError("the built-in corpus is not added to; `factcheck init DIR` begins another")
    return root


def slug(text: str, words: int = 8) -> str:
    """Return the first words of `text` as an id."""
    return "-".join(re.findall(r"[a-z0-9]+", text.lower())[:words]) or "source"
