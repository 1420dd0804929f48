"""What options don't give is asked for, if a person is there to answer."""

import os
import re
import sys
from collections.abc import Callable
from contextvars import ContextVar
from pathlib import Path
from typing import TypeVar

from factcheck.commands.choosing import chosen
from factcheck.problem import UsageError, did_you_mean
from factcheck.show.escaping import shown
from factcheck.store.roots import builtin_root

Fault = Callable[[str], str | None]
"""Returns what is wrong with an answer; `None` if nothing is."""
Asked = TypeVar("Asked")
BACK = ":back"


class _Back(Exception):  # noqa: N818 - no error
    """The person wants to answer the last question anew."""


class _Given:
    """The answers to a run of questions, which are not asked again when it is begun anew."""

    def __init__(self) -> None:
        self.answers: list[str] = []
        self.next = 0

    def known(self) -> str | None:
        """Return the next answer that was given already; `None` if there is none."""
        self.next += 1
        return self.answers[self.next - 1] if self.next <= len(self.answers) else None


_GIVEN: ContextVar[_Given | None] = ContextVar("given", default=None)


def retraced(ask: Callable[[], Asked]) -> Asked:
    """Return what `ask` does; whoever answers `:back` comes back to the question before.

    Then `ask` is called anew and gets the answers before that one without a question,
    so it must do nothing but ask.
    """
    given = _Given()
    reset = _GIVEN.set(given)
    try:
        while True:
            try:
                return ask()
            except _Back:
                given.answers.pop()
                given.next = 0
    finally:
        _GIVEN.reset(reset)


def confirmed(text: str) -> None:
    """Show what will be written to a person who was asked for any of it, and wait for consent."""
    given = _GIVEN.get()
    if given is None or not given.answers:
        return
    sys.stderr.write("\nThis is what will be written:\n")
    sys.stderr.write("".join(f"{shown(line)}\n" for line in text.splitlines()))
    _accepted(
        f"Is this right? Enter writes it, {BACK} changes the last answer, Ctrl-C gives up",
        lambda found: f"press Enter, or type {BACK}" if found else None,
    )


def needed(option: str, given: str | None, question: str, fault: Fault = lambda _: None) -> str:
    """Return what is given, or asked for; it must be something, and without fault.

    Raises:
        UsageError: It isn't, and nobody is there to be asked again.
    """
    if given or not is_watched():
        message = fault(given) if given else "is missing"
        if message:
            raise UsageError(f"{option} {message}")
        return given or ""
    return _accepted(question, lambda found: fault(found) if found else "something is needed here")


def one_of(option: str, given: str | None, question: str, known: tuple[str, ...]) -> str:
    """Return what is given, or asked for; it must be one of `known`."""

    def fault(found: str) -> str | None:
        if found in known:
            return None
        return f"'{found}' is none of {', '.join(known)}{did_you_mean(found, known)}"

    return needed(option, given, question, fault)


def asked(
    given: str | None,
    question: str,
    fault: Fault = lambda _: None,
    *,
    enter: str = "to leave it out",
) -> str | None:
    """Return what is given, or what a person at a terminal answers; `None` for nothing.

    `enter` says what pressing Enter is for. An answer with a fault is asked for again.
    """
    if given is not None or not is_watched():
        return given
    told = f"{question} (press Enter {enter})"
    return _accepted(told, lambda found: fault(found) if found else None) or None


def is_watched() -> bool:
    """Whether somebody is there to be asked."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def _accepted(question: str, fault: Fault) -> str:
    """Return the answer to a question, which is asked until nothing is wrong with it."""
    given = _GIVEN.get()
    if given and (known := given.known()) is not None:
        return known
    while True:
        found = _answer(question)
        if given and found == BACK:
            if given.answers:
                raise _Back
            message: str | None = "this is the first question"
        else:
            message = fault(found)
        if message is None:
            break
        sys.stderr.write(f"  {shown(message)}\n")
    if given:
        given.answers.append(found)
    return found


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
