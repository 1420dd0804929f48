"""The passages of a source that a new claim quotes: where they stand in its text."""

from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.commands.asking import asked
from factcheck.commands.files import read_text
from factcheck.problem import UsageError, did_you_mean
from factcheck.record import Quotation

if TYPE_CHECKING:
    from factcheck.corpus.corpus import Corpus


def chosen_source(name: str | None, held: "Corpus") -> str:
    """Return which source is quoted: as given, the only one, or as a person answers."""
    if name is None and len(held.sources) == 1:
        return next(iter(held.sources))
    name = name or asked(None, f"Which source ({', '.join(held.sources)})")
    if name is None:
        raise UsageError(f"say which source with --source: {', '.join(held.sources)}")
    if name not in held.sources:
        raise UsageError(f"unknown source '{name}'{did_you_mean(name, held.sources)}")
    return name


class Passages:
    """Finds passages in the text of a source."""

    def __init__(self, path: Path, source: str, held: "Corpus") -> None:
        """Take the file with the text, and the id of its source.

        Raises:
            UsageError: It can't be read, or is not the source's: its places would mean nothing.
        """
        from factcheck.corpus.fingerprint import make

        self.path, self.text = path, read_text(path)
        self.source, self.outlet = source, held.sources[source].outlet
        self.print = make(self.text)
        known = held.fingerprints.get(source)
        if known and known != self.print:
            raise UsageError(f"{path} is not the text of '{source}': its fingerprint is another")
        self.proves = known is not None

    def quotation(self, option: str, passage: str, paragraph: int | None = None) -> Quotation:
        """Return a passage as the text has it, with its place; its speaker is the outlet.

        Raises:
            UsageError: It doesn't stand there, does so more than once, or is too short.
        """
        from factcheck.corpus.proving import quotation_problem

        place = self._place(passage, paragraph)
        paragraph = self.print.paragraph_at(place[0])
        text = self.text[slice(*place)]
        if "\r" in text:
            message = "these words stand over a line end of Windows' kind, which no record can hold"
            raise UsageError(f"{option}: {message}; quote up to it, or from it on")
        found = Quotation(text, self.outlet, paragraph, *place, self.source)
        if self.proves and (fault := quotation_problem(found, self.print)):
            raise UsageError(f"{option}: {fault[1]}")
        return found

    def fault(self, passage: str) -> str | None:
        """Return why a passage can't be quoted; `None` if it can."""
        try:
            self.quotation("it", passage)
        except UsageError as error:
            return str(error)
        return None

    def _place(self, passage: str, paragraph: int | None) -> tuple[int, int]:
        from factcheck.corpus.selecting import nearest_passage, places_of

        places = places_of(passage, self.text)
        if not places:
            near = nearest_passage(passage, self.text)
            hint = f"; the text reads: {near}" if near else ""
            raise UsageError(f"{self.path}: these words don't stand there, word for word{hint}")
        paragraphs = [self.print.paragraph_at(start) for start, _ in places]
        wanted = [
            place
            for place, found in zip(places, paragraphs, strict=True)
            if paragraph in {None, found}
        ]
        if len(wanted) != 1:
            where = ", ".join(map(str, paragraphs))
            message = (
                f"these words stand in paragraphs {where}; choose by --paragraph, or give more"
            )
            raise UsageError(f"{self.path}: {message}")
        return wanted[0]
