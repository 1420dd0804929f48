"""The protocol's own client, over a pipe, asks a real process."""

import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple, TextIO

import anyio
import pytest
from anyio.from_thread import BlockingPortal, start_blocking_portal
from mcp import Client, MCPError, StdioServerParameters, stdio_client

from factcheck.assistants.instructions import INSTRUCTIONS
from factcheck.assistants.tools import TOOLS
from factcheck.store.reading import Store
from factcheck.version import __version__

TOLD = '"$@"; echo $? > "$0"'
"""Runs a command, and writes its exit status into a file when it has ended."""
CLAIM = "1,400 children were exploited in Rotherham"
HALL = "The market hall was closed for eleven weeks"


class Asking(NamedTuple):
    """A client, and what runs it."""

    client: Client
    portal: BlockingPortal

    def __call__(self, name: str, *given: Any, **named: Any) -> Any:
        """Ask by the client's method `name`."""

        async def asked() -> Any:
            return await getattr(self.client, name)(*given, **named)

        return self.portal.call(asked)

    def use(self, tool: str, **arguments: Any) -> Any:
        return self("call_tool", tool, arguments)


def asking(
    environment: dict[str, str], errors: TextIO, mode: str, arguments: Sequence[str]
) -> Iterator[Asking]:
    status = Path(errors.name).with_suffix(f".{mode}")
    command = ["-c", TOLD, str(status), sys.executable, "-m", "factcheck", "mcp", *arguments]
    server = StdioServerParameters(command="sh", args=command, env=environment)
    with start_blocking_portal() as portal:
        client = Client(stdio_client(server, errors), mode=mode)
        with portal.wrap_async_context_manager(client):
            yield Asking(client, portal)
    assert status.read_text() == "0\n"


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the servers say on standard error."""
    return tmp_path_factory.mktemp("said") / "errors.txt"


@pytest.fixture(scope="module")
def one(
    environment: dict[str, str],
    store: Store,  # noqa: ARG001 - whose index the server uses
    said: Path,
) -> Iterator[Asking]:
    """A client of the built-in corpus that speaks the newest version of the protocol."""
    with said.open("a") as errors:
        yield from asking(environment, errors, "auto", [])


@pytest.fixture(scope="module")
def two(
    environment: dict[str, str],
    store: Store,  # noqa: ARG001
    kept: Path,
    said: Path,
) -> Iterator[Asking]:
    """A client of two corpora that begins with a handshake, as older ones do."""
    with said.open("a") as errors:
        arguments = ["--corpus", "builtin", "--corpus", str(kept)]
        yield from asking(environment, errors, "legacy", arguments)


def test_the_server_says_who_it_is_and_how_to_quote(one: Asking, two: Asking) -> None:
    for each in (one, two):
        assert each.client.instructions == INSTRUCTIONS
        told = each.client.server_info
        assert told is not None
        assert (told.name, told.version) == ("factcheck", __version__)


def test_every_tool_only_reads_and_gives_its_forms(one: Asking) -> None:
    tools = one("list_tools").tools
    assert [tool.name for tool in tools] == [*TOOLS]
    for tool in tools:
        assert tool.annotations.read_only_hint
        assert not tool.annotations.open_world_hint
        assert tool.input_schema == TOOLS[tool.name].given
        assert tool.output_schema == TOOLS[tool.name].answered
        assert tool.description


@pytest.mark.parametrize(
    ("tool", "arguments", "key", "value"),
    [
        ("lookup_claim", {"text": CLAIM}, "verdict", "supported"),
        ("search_claims", {"words": "Rotherham"}, "whole", True),
        ("check_text", {"text": "Baroness Casey made 20 recommendations."}, "sentences", 1),
        ("verify_quotation", {"quotation": "12 recommendations"}, "standing", "exact"),
    ],
)
def test_a_tool_answers_with_data_of_its_form_and_a_text(
    one: Asking, tool: str, arguments: dict[str, Any], key: str, value: Any
) -> None:
    answer = one.use(tool, **arguments)  # the client checks the form itself
    assert not answer.is_error
    assert answer.structured_content[key] == value
    (text,) = answer.content
    assert answer.structured_content["meaning"] in text.text


def test_what_cannot_be_answered_is_told_and_the_next_question_is_answered(one: Asking) -> None:
    failed = one.use("get_claim", id="history-1400-rotherha")
    assert failed.is_error
    assert "did you mean 'history-1400-rotherham'?" in failed.content[0].text
    assert not one.use("get_claim", id="history-1400-rotherham").is_error


def test_every_record_is_listed_page_by_page_and_can_be_read(one: Asking) -> None:
    first = one("list_resources")
    rest = one("list_resources", cursor=first.next_cursor)
    assert rest.next_cursor is None
    listed = [*first.resources, *rest.resources]
    assert len({entry.uri for entry in listed}) == len(listed) == 1 + 115
    assert [entry.uri.partition("://")[0] for entry in listed[:2]] == ["source", "claim"]
    for entry in (listed[0], listed[-1]):
        text, data = one("read_resource", entry.uri).contents
        assert (text.mime_type, data.mime_type) == ("text/plain", "application/json")
        assert entry.name in text.text
        assert json.loads(data.text)["id"] == entry.name


@pytest.mark.parametrize(
    "uri",
    [
        "claim://nope",
        "source://nope",
        "file:///etc/passwd",
        "claim://",
        "claim://..%2F..",
        "claim://%00",
        "claim://\x1b",
        "x" * 10_000,
        "",
    ],
)
def test_what_is_no_record_is_refused_in_a_sentence(one: Asking, uri: str) -> None:
    with pytest.raises(MCPError) as raised:
        one("read_resource", uri)
    assert raised.value.error.code == -32602
    assert len(raised.value.error.message) < 300
    assert "\x1b" not in raised.value.error.message


@pytest.mark.parametrize("cursor", ["", "0", "-1", "01", "1e3", "99999", "abc", "²"])
def test_a_page_that_is_none_is_refused(one: Asking, cursor: str) -> None:
    with pytest.raises(MCPError, match="leave the cursor out"):
        one("list_resources", cursor=cursor)


def test_ids_are_completed(one: Asking) -> None:
    (template, _) = one("list_resource_templates").resource_templates
    reference = {"type": "ref/resource", "uri": template.uri_template}
    found = one("complete", reference, {"name": "id", "value": "history-1"})
    assert found.completion.values == ["history-1400-rotherham"]


def test_of_two_corpora_each_answers_and_is_named(two: Asking) -> None:
    for text, corpus in ((CLAIM, "builtin"), (HALL, "fenwick")):
        answer = two.use("lookup_claim", text=text).structured_content
        assert answer["verdict"] == "supported"
        assert answer["matches"][0]["corpus"] == corpus
    topics = two.use("list_topics").structured_content["topics"]
    assert {topic["corpus"] for topic in topics} == {"builtin", "fenwick"}


def test_of_two_corpora_a_record_has_an_address_that_any_client_reads(two: Asking) -> None:
    sources = [one for one in two("list_resources").resources if one.uri.startswith("source:")]
    assert [one.uri for one in sources][-1] == "source://fenwick%3Aexample-gazette"
    text, _ = two("read_resource", "claim://fenwick%3Ahall-closed-eleven-weeks").contents
    assert "Example Gazette" in text.text
    assert two("read_resource", "claim://hall-closed-eleven-weeks").contents[0].text == text.text


def test_many_questions_at_once_are_all_answered(one: Asking) -> None:
    async def asked() -> list[Any]:
        answers: list[Any] = []

        async def ask(number: int) -> None:
            arguments = {"text": CLAIM, "limit": number}
            answers.append(await one.client.call_tool("lookup_claim", arguments))

        async with anyio.create_task_group() as group:
            for number in range(1, 21):
                group.start_soon(ask, number)
        return answers

    answers = one.portal.call(asked)
    assert len(answers) == 20
    assert {answer.structured_content["verdict"] for answer in answers} == {"supported"}


def test_nothing_was_said_on_standard_error(one: Asking, two: Asking, said: Path) -> None:
    assert one.use("list_topics").content
    assert two.use("list_topics").content
    assert said.read_text() == ""
