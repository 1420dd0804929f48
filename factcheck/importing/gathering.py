"""Gather reviews into a long shelf: each claim once, with every review of it.

Claims pass through a file on the disk, so a million take no more memory than ten.
"""

import json
import os
import re
import sqlite3
import unicodedata
from collections.abc import Iterable, Iterator
from errno import ENOSPC
from hashlib import sha256
from pathlib import Path
from typing import Any, Literal

from factcheck.importing.taken import Taken
from factcheck.record import Review

Outcome = Literal["claim", "review", "known"]
"""What a review was: one of a new claim, another of a known claim, or known itself."""
WORDS = 4
"""So many words of a claim begin its id, so that people can tell ids apart."""


class Gathering:
    """The claims of a long shelf, in their order, while reviews are added to them.

    Attributes:
        withdrawn: The ids of withdrawn claims of which another review came.
    """

    def __init__(self, scratch: Path) -> None:
        """Take a place for a file that is needed while this works.

        Raises:
            OSError: It can't be written, now or later.
        """
        self._rows = sqlite3.connect(scratch, isolation_level=None)
        self._execute("PRAGMA journal_mode = OFF")
        self._execute("PRAGMA synchronous = OFF")
        self._execute("CREATE TABLE claim (at INTEGER PRIMARY KEY, id TEXT UNIQUE, json TEXT)")
        self._execute("BEGIN")
        self.withdrawn: list[str] = []

    def put(self, name: str, line: str) -> None:
        """Add a claim as the shelf has it already."""
        self._execute("INSERT INTO claim (id, json) VALUES (?, ?)", (name, line))

    def add(self, taken: Taken) -> Outcome:
        """Add a claim with its reviews; say what they were.

        A date that the claim had not yet is taken too.
        """
        name = id_of(taken)
        row = self._execute("SELECT json FROM claim WHERE id = ?", (name,)).fetchone()
        if row is None:
            self.put(name, dumps(_claim(name, taken)))
            return "claim"
        claim = json.loads(row[0])
        new = [one for one in map(_data, taken.reviews) if one not in claim["reviews"]]
        dated = {"date": taken.date} if taken.date and "date" not in claim else {}
        if not new and not dated:
            return "known"
        if "withdrawn" in claim:
            self.withdrawn.append(name)
        claim = {**claim, **dated, "reviews": [*claim["reviews"], *new]}
        self._execute("UPDATE claim SET json = ? WHERE id = ?", (dumps(claim), name))
        return "review"

    def lines(self) -> Iterator[str]:
        """Yield each claim as a line of JSON, in the order in which they came."""
        return (line for (line,) in self._execute("SELECT json FROM claim ORDER BY at"))

    def close(self) -> None:
        """Give the file free."""
        self._rows.close()

    def _execute(self, *statement: Any) -> sqlite3.Cursor:
        try:
            return self._rows.execute(*statement)
        except sqlite3.OperationalError as error:  # a full disk, as a rule
            full = error.sqlite_errorcode == sqlite3.SQLITE_FULL
            raise OSError(0, os.strerror(ENOSPC) if full else str(error)) from error


def id_of(taken: Taken) -> str:
    """Return the id of a claim: of the same words by the same claimant it is the same."""
    plain = unicodedata.normalize("NFKD", taken.statement).encode("ascii", "ignore").decode()
    words = re.findall(r"[a-z0-9]+", plain.lower())[:WORDS]
    digest = sha256(f"{taken.statement}\0{taken.claimant or ''}".encode()).hexdigest()
    return "-".join((*(word[:20] for word in words), digest[:16]))


def dumps(data: Any) -> str:
    """Return `data` as a line of JSON that people can read."""
    return json.dumps(data, ensure_ascii=False)


def _claim(name: str, taken: Taken) -> dict[str, Any]:
    return {
        "id": name,
        "statement": taken.statement,
        "kind": "reviewed",
        **_given({"asserted_by": taken.claimant, "date": taken.date}.items()),
        "reviews": [_data(review) for review in taken.reviews],
    }


def _data(review: Review) -> dict[str, str]:
    return _given(review._asdict().items())


def _given(pairs: Iterable[tuple[str, str | None]]) -> dict[str, str]:
    return {key: value for key, value in pairs if value is not None}
