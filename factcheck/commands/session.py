"""What is answered to each line that is typed, one after another, at one opened corpus."""

from collections.abc import Iterator, Sequence
from itertools import islice
from shlex import quote

from factcheck.commands.corpus_in_use import checked_ids
from factcheck.commands.search import nothing, remarks
from factcheck.lookup.across import look_up_across
from factcheck.lookup.answer import Answer
from factcheck.lookup.looking_up import LIMIT
from factcheck.lookup.searching import search_across
from factcheck.problem import UsageError, did_you_mean
from factcheck.show.answering import answer_blocks, explained
from factcheck.show.blocks import Block, claim_blocks
from factcheck.show.card import card
from factcheck.show.escaping import shown
from factcheck.show.excerpts import excerpt
from factcheck.show.wording import stated
from factcheck.store.several import Corpora

QUIT = ":quit"
HELP = {
    ":full": "the whole record of the last answer, and all that is near",
    ":explain": "your words beside the record's, and why the verdict followed",
    ":show": "with an ID behind it, that record; with a TOPIC, the claims on it",
    ":search": "with WORDS behind it, the claims that have them: a name, a place, a figure, a year",
    ":help": "this list",
    QUIT: "end; so does Ctrl-D",
}
"""What may be typed beside claims."""
LISTED = 50
"""So many claims of a topic are listed."""
FOUND = 5
"""And so many that were searched for: they fit on a screen of 24 lines."""


class Session:
    """Answers lines; it remembers the last answer."""

    def __init__(self, store: Corpora, named: Sequence[str] = ()) -> None:
        """Take the corpora, opened, and how they were `named`, if they were."""
        self._store, self._named = store, named
        self._last: Answer | None = None

    def reply(self, line: str) -> Iterator[Block]:
        """Yield what is answered to a line that isn't empty: a claim, or a command.

        Raises:
            UsageError: There is no such command, or it can't do what is asked.
        """
        if not line.startswith(":"):
            self._last = look_up_across(line, self._store.each, [], LIMIT)
            return card(self._last, self._store, (), self._named)
        name, _, rest = line.partition(" ")
        if name == ":full":
            return answer_blocks(self._answer(), self._store)
        if name == ":explain":
            return explained(self._answer(), self._store)
        if name == ":show":
            return self._show(rest.strip())
        if name == ":search":
            return self._search(rest.strip())
        if name == ":help":
            return _help()
        near = did_you_mean(name, HELP) or "; :help names all"
        raise UsageError(f"no command '{name}'{near}")

    def _answer(self) -> Answer:
        if self._last is None:
            raise UsageError("nothing was asked yet; type a claim first")
        return self._last

    def _show(self, name: str) -> Iterator[Block]:
        if not name:
            raise UsageError("which? as in :show ID, or :show TOPIC")
        topics = {topic for topic, _, _ in self._store.topics}
        if name in topics:
            return self._listed(name)
        near = did_you_mean(name, topics)
        nearest = did_you_mean(name, [*topics, *self._store.ids_from(name[:3])])
        if near and near == nearest:
            raise UsageError(f"unknown topic '{name}'{near}")
        (number,) = checked_ids([name], self._store)
        return claim_blocks(self._store.claim(number), self._store)

    def _search(self, words: str) -> Iterator[Block]:
        if not words:
            raise UsageError("for what? as in :search Musk")
        return self._found(words)

    def _found(self, words: str) -> Iterator[Block]:
        """Yield each claim that has the words: its id and who says it, below that the passage."""
        found = search_across(words, self._store.each, [], FOUND)
        if not found.hits:
            yield Block("", (f"{nothing(words, found, self._store)}.",))
            return
        each = (excerpt(hit, self._store) for hit in found.hits)
        told = (line for one in each for line in (f"{one.id}  {one.who}", one.lead + one.text))
        yield Block(f"Found for “{shown(words)}”", tuple(told), "pairs")
        yield from (Block("Note", (f"{one}.",), "note") for one in remarks(found))
        if found.total > len(found.hits):
            more = f"factcheck search {quote(shown(words))} --limit {found.total}"
            yield Block(f"All {found.total:,} of them", (more,))

    def _listed(self, topic: str) -> Iterator[Block]:
        found = [*islice(self._store.claims([topic]), LISTED + 1)]
        lines = tuple(f"{stated(claim)} ({claim.id})" for claim in found[:LISTED])
        yield Block(f"Claims on {topic}", lines)
        if len(found) > LISTED:
            yield Block("All of them", (f"factcheck list --topic {topic}",))


def _help() -> Iterator[Block]:
    yield Block("", ("Type a claim in your own words, or:",))
    yield Block("Commands", tuple(f"{name}: {what}" for name, what in HELP.items()))


def completed(text: str, store: Corpora) -> tuple[str, list[str]]:
    """Return the end of `text` that may be completed, and what to: a command, an id or a topic."""
    command, blank, start = text.partition(" ")
    if not blank:
        return text, [name for name in HELP if text.startswith(":") and name.startswith(text)]
    if command != ":show":
        return start, []
    topics = [topic for topic, _, _ in store.topics if topic.startswith(start)]
    return start, [*dict.fromkeys([*topics, *store.ids_from(start)])]
