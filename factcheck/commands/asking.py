"""What options don't give is asked for, if a person is there to answer."""

import re
import sys
from pathlib import Path

from factcheck.commands.choosing import builtin_root, chosen
from factcheck.problem import UsageError, did_you_mean


def needed(option: str, given: str | None, question: str) -> str:
    """Return what is given, or asked for; it must be something."""
    found = given or asked(None, question)
    if not found:
        raise UsageError(f"{option} is missing")
    return found


def one_of(option: str, given: str | None, question: str, known: tuple[str, ...]) -> str:
    """Return what is given, or asked for; it must be one of `known`."""
    found = needed(option, given, question)
    if found not in known:
        hint = did_you_mean(found, known)
        raise UsageError(f"{option}: '{found}' is none of {', '.join(known)}{hint}")
    return found


def asked(given: str | None, question: str) -> str | None:
    """Return what is given, or what a person at a terminal answers; `None` for nothing."""
    if given is not None or not (sys.stdin.isatty() and sys.stderr.isatty()):
        return given
    sys.stderr.write(f"{question}: ")
    sys.stderr.flush()
    return sys.stdin.readline().strip() or None


def listed(given: str | None) -> list[str]:
    """Return a list of what is given, or an empty one."""
    return [given] if given else []


def own_corpus(paths: list[str] | None) -> Path:
    """Return the one corpus that is added to."""
    corpora = chosen(paths)
    if len(corpora) > 1:
        raise UsageError("several corpora are in use; name the one to add to with --corpus")
    root = corpora[0].root
    if root.resolve() == builtin_root().resolve():
        raise UsageError("the built-in corpus is not added to; `factcheck init DIR` begins another")
    return root


def slug(text: str, words: int = 8) -> str:
    """Return the first words of `text` as an id."""
    return "-".join(re.findall(r"[a-z0-9]+", text.lower())[:words]) or "source"
