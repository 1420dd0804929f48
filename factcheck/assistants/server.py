"""The server: the tools and the records, as the protocol's own library has them."""

from collections.abc import Callable
from typing import Any, TypeVar

import mcp_types as types
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


def server(corpus: Corpus) -> Server[dict[str, Any]]:
    """Return a server that answers from `corpus`; it writes nothing anywhere."""

    async def list_tools(*_: object) -> types.ListToolsResult:
        return types.ListToolsResult(tools=[*map(_tool, TOOLS)])

    async def call_tool(_: object, asked: types.CallToolRequestParams) -> types.CallToolResult:
        return _called(asked.name, asked.arguments or {}, corpus)

    async def list_resources(
        _: object, asked: types.PaginatedRequestParams | None
    ) -> types.ListResourcesResult:
        entries, following = _or_error(records.page, asked and asked.cursor, corpus.store)
        return types.ListResourcesResult(
            resources=[types.Resource(mime_type=PLAIN, **one._asdict()) for one in entries],
            next_cursor=following,
        )

    async def list_templates(*_: object) -> types.ListResourceTemplatesResult:
        return types.ListResourceTemplatesResult(resource_templates=TEMPLATES)

    async def read_resource(
        _: object, asked: types.ReadResourceRequestParams
    ) -> types.ReadResourceResult:
        texts = zip((PLAIN, JSON), _or_error(records.read, asked.uri, corpus.store), strict=True)
        return types.ReadResourceResult(
            contents=[
                types.TextResourceContents(uri=asked.uri, mime_type=kind, text=text)
                for kind, text in texts
            ]
        )

    async def complete(_: object, asked: types.CompleteRequestParams) -> types.CompleteResult:
        template = getattr(asked.ref, "uri", "").removesuffix("{id}")
        found = _or_error(records.completions, template, asked.argument.value, corpus.store)
        return types.CompleteResult(completion=types.Completion(values=found))

    return Server(
        "factcheck",
        version=__version__,
        instructions=INSTRUCTIONS,
        on_list_tools=list_tools,
        on_call_tool=call_tool,
        on_list_resources=list_resources,
        on_list_resource_templates=list_templates,
        on_read_resource=read_resource,
        on_completion=complete,
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
