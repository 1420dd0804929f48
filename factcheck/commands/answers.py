"""Answers to the rows of a table, by one process or by several."""

from typing import Any, NamedTuple

from factcheck.api.answer import Answer, failed
from factcheck.api.corpora import Corpus
from factcheck.show.outcome import Outcome
from factcheck.tables.table import Row


class Asked(NamedTuple):
    """How the rows of a table are to be looked up."""

    corpus: Corpus
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
        """Take how they are to be looked up."""
        self.asked = asked

    def __call__(self, rows: list[Row]) -> list[Answered]:
        """Return what is told of each row; none keeps the others from their answers."""
        sound = (row.text for row in rows if row.fault is None)
        corpus, topics, limit, _ = self.asked
        answers = corpus.lookup_many(sound, topics=topics or (), limit=limit)
        return [
            self._told(row, failed(row.text, row.fault) if row.fault else next(answers))
            for row in rows
        ]

    def _told(self, row: Row, answer: Answer) -> Answered:
        return Answered(row, answer.outcome, answer.to_dict() if self.asked.json else None)
