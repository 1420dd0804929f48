"""Answers to the rows of a table, by one process or by several."""

from typing import Any, NamedTuple

from factcheck.commands.corpus_in_use import checked_topics, opened
from factcheck.lookup.across import look_up_across
from factcheck.problem import CorpusError, fault_of_program
from factcheck.show import as_json
from factcheck.show.outcome import Outcome, outcome, unanswered
from factcheck.tables.table import Row


class Asked(NamedTuple):
    """How the rows of a table are to be looked up."""

    corpus: list[str] | None
    topic: list[str] | None
    limit: int
    json: bool


class Answered(NamedTuple):
    """What is told of a row; `data` is the whole answer, if that was asked for."""

    row: Row
    outcome: Outcome
    data: dict[str, Any] | None


class LookUp:
    """Looks rows up; each process that does so opens the corpora itself."""

    def __init__(self, asked: Asked) -> None:
        """Open the corpora."""
        self.asked = asked
        self.store = opened(asked.corpus)
        self.topics = checked_topics(asked.topic, self.store)

    def __call__(self, rows: list[Row]) -> list[Answered]:
        """Return what is told of each row; none keeps the others from their answers."""
        return [self._told(row) for row in rows]

    def _told(self, row: Row) -> Answered:
        fault = row.fault
        if fault is None:
            try:
                return self._answered(row)
            except (CorpusError, OSError):
                raise
            except Exception as error:  # noqa: BLE001 - this row's alone
                fault = fault_of_program(error)
        data = as_json.unanswered(row.text, fault) if self.asked.json else None
        return Answered(row, unanswered(fault), data)

    def _answered(self, row: Row) -> Answered:
        answer = look_up_across(row.text, self.store.each, self.topics, self.asked.limit)
        data = as_json.answer(answer, self.store) if self.asked.json else None
        return Answered(row, outcome(answer, self.store), data)
