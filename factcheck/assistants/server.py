"""The server: the tools and the records, as the protocol's own library has them."""

from collections.abc import Callable
from functools import partial
from typing import Any, TypeVar

import mcp_types as types
from anyio import CapacityLimiter, to_thread
from mcp.server.lowlevel import Server
from mcp.shared.exceptions import MCPError

from factcheck.api.corpora import Corpus
from factcheck.assistants import records
from factcheck.assistants.instructions import INSTRUCTIONS
from factcheck.assistants.tools import TOOLS, use
from factcheck.problem import UsageError, fault_of_program
from factcheck.show.escaping import shown
from factcheck.version import __version__

Made = TypeVar("Made")
READ_ONLY = types.ToolAnnotations(
    read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False
)
LONGEST = 1_000
"""Characters of an error; it may quote anything."""
PLAIN, JSON = "text/plain", "application/json"
TEMPLATES = [
    types.ResourceTemplate(
        name="claim", title="A claim", uri_template="claim://{id}", mime_type=PLAIN
    ),
    types.ResourceTemplate(
        name="source", title="A source", uri_template="source://{id}", mime_type=PLAIN
    ),
]


class Serving:
    """Answers what a client asks of the corpora; it writes nothing anywhere."""

    def __init__(self, corpus: Corpus) -> None:
        """Take the corpora."""
        self.corpus = corpus
        self._one_by_one = CapacityLimiter(1)

    async def tools(self, *_: object) -> types.ListToolsResult:
        """List the tools."""
        return types.ListToolsResult(tools=[*map(_tool, TOOLS)])

    async def call(self, _: object, asked: types.CallToolRequestParams) -> types.CallToolResult:
        """Use a tool, in a thread: whoever asks for less, or gives up, doesn't wait for it."""
        called = partial(_called, asked.name, asked.arguments or {}, self.corpus)
        return await to_thread.run_sync(called, abandon_on_cancel=True, limiter=self._one_by_one)

    async def records(
        self, _: object, asked: types.PaginatedRequestParams | None
    ) -> types.ListResourcesResult:
        """List a page of the records."""
        found, following = _or_error(records.page, asked and asked.cursor, self.corpus.store)
        listed = [types.Resource(mime_type=PLAIN, **one._asdict()) for one in found]
        return types.ListResourcesResult(resources=listed, next_cursor=following)

    async def templates(self, *_: object) -> types.ListResourceTemplatesResult:
        """List the forms of the records' addresses."""
        return types.ListResourceTemplatesResult(resource_templates=TEMPLATES)

    async def read(
        self, _: object, asked: types.ReadResourceRequestParams
    ) -> types.ReadResourceResult:
        """Return a record, as text and as data."""
        found = zip(
            (PLAIN, JSON), _or_error(records.read, asked.uri, self.corpus.store), strict=True
        )
        return types.ReadResourceResult(
            contents=[
                types.TextResourceContents(uri=asked.uri, mime_type=kind, text=text)
                for kind, text in found
            ]
        )

    async def complete(self, _: object, asked: types.CompleteRequestParams) -> types.CompleteResult:
        """Complete an id in an address."""
        scheme = getattr(asked.ref, "uri", "").removesuffix("{id}")
        found = _or_error(records.completions, scheme, asked.argument.value, self.corpus.store)
        return types.CompleteResult(completion=types.Completion(values=found))


def server(corpus: Corpus) -> Server[dict[str, Any]]:
    """Return a server that answers from `corpus`."""
    serving = Serving(corpus)
    return Server(
        "factcheck",
        version=__version__,
        instructions=INSTRUCTIONS,
        on_list_tools=serving.tools,
        on_call_tool=serving.call,
        on_list_resources=serving.records,
        on_list_resource_templates=serving.templates,
        on_read_resource=serving.read,
        on_completion=serving.complete,
    )


def _tool(name: str) -> types.Tool:
    tool = TOOLS[name]
    return types.Tool(
        name=name,
        title=tool.title,
        description=tool.description,
        input_schema=tool.given,
        output_schema=tool.answered,
        annotations=READ_ONLY,
    )


def _called(name: str, arguments: dict[str, Any], corpus: Corpus) -> types.CallToolResult:
    """Return what a tool answers, or in a sentence why it can't: no call ends the server."""
    try:
        told = use(name, arguments, corpus)
    except UsageError as error:
        return _failed("; ".join(map(str, error.args)))
    except Exception as error:  # noqa: BLE001 - this call's alone
        return _failed(fault_of_program(error))
    return types.CallToolResult(content=[_text(told.text)], structured_content=told.data)


def _failed(why: str) -> types.CallToolResult:
    return types.CallToolResult(content=[_text(_short(why))], is_error=True)


def _short(why: str) -> str:
    return shown(why if len(why) <= LONGEST else f"{why[:LONGEST]}…")


def _text(text: str) -> types.TextContent:
    return types.TextContent(type="text", text=text)


def _or_error(make: Callable[..., Made], *given: Any) -> Made:
    """Return what `make` returns, or answer with an error of the protocol."""
    try:
        return make(*given)
    except UsageError as error:
        raise MCPError(types.INVALID_PARAMS, _short("; ".join(map(str, error.args)))) from error
    except Exception as error:
        raise MCPError(types.INTERNAL_ERROR, _short(fault_of_program(error))) from error
