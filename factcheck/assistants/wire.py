"""The wire: requests from a stream, a line each, and what is answered to a line that is none."""

from collections.abc import AsyncIterator
from typing import Any, BinaryIO, cast

import anyio
import mcp_types as types
from anyio import to_thread
from mcp.server.lowlevel import Server
from mcp.server.stdio import stdio_server
from mcp.shared.message import SessionMessage

LONGEST = 8_000_000
"""Bytes of a line; a longer one is no request, and is not held."""
PATIENCE = 10.0
"""Seconds that are left for the last answers when the input has ended."""
Item = SessionMessage | Exception


def serve(server: Server[dict[str, Any]], stdin: BinaryIO) -> None:
    """Answer what comes from `stdin` on standard output, until it ends or nobody reads.

    Raises:
        OSError: Standard output can't be written for another reason.
    """
    try:
        anyio.run(_serve, server, stdin)
    except ExceptionGroup as group:
        error = _first(group)
        if isinstance(error, ConnectionError):
            return
        if isinstance(error, OSError):
            raise OSError(error.errno, error.strerror, "standard output") from None
        raise error from None


def _first(error: Exception) -> Exception:
    """Return the first error of a group, of groups in it too."""
    return _first(error.exceptions[0]) if isinstance(error, ExceptionGroup) else error


async def _serve(server: Server[dict[str, Any]], stdin: BinaryIO) -> None:
    lines = cast("anyio.AsyncFile[str]", _lines(stdin))
    async with stdio_server(stdin=lines) as (read, write), anyio.create_task_group() as group:
        wire = Wire(read, write)
        group.start_soon(wire.pass_requests)
        group.start_soon(wire.pass_answers)
        await server.run(wire.requests, wire.answers, server.create_initialization_options())


async def _lines(stdin: BinaryIO) -> AsyncIterator[str]:
    """Yield the lines of a stream, of one that is too long the beginning; none that is blank."""
    whole = True
    while line := await to_thread.run_sync(stdin.readline, LONGEST, abandon_on_cancel=True):
        if whole and line.strip():
            yield line.decode(errors="replace")
        whole = line.endswith(b"\n")


class Wire:
    """Stands between the server and its streams.

    The library drops a line that is no message, and what it was asked last when its
    input ends; who sent it would wait for ever.

    Attributes:
        requests, answers: The server's ends.
    """

    def __init__(self, read: Any, write: Any) -> None:
        """Take the streams to the client."""
        self._read, self._write = read, write
        self._to_server, self.requests = anyio.create_memory_object_stream[Item](0)
        self.answers, self._from_server = anyio.create_memory_object_stream[SessionMessage](0)
        self._open: set[types.RequestId] = set()
        self._answered = anyio.Event()

    async def pass_requests(self) -> None:
        """Pass requests on, and answer what is none; when they end, wait for the last answers."""
        async with self._to_server, self._read:
            async for item in self._read:
                if isinstance(item, Exception):
                    await self._write.send(SessionMessage(_refused(item)))
                    continue
                self._note(item.message)
                await self._to_server.send(item)
            with anyio.move_on_after(PATIENCE):
                while self._open:
                    self._answered = anyio.Event()
                    await self._answered.wait()

    async def pass_answers(self) -> None:
        """Pass answers on."""
        async with self._write, self._from_server:
            async for item in self._from_server:
                await self._write.send(item)
                self._close(getattr(item.message, "id", None))

    def _note(self, message: Any) -> None:
        if isinstance(message, types.JSONRPCRequest):
            self._open.add(message.id)
        elif getattr(message, "method", "") == "notifications/cancelled":
            self._close((message.params or {}).get("requestId"))

    def _close(self, name: Any) -> None:
        if isinstance(name, int | str):
            self._open.discard(name)
            self._answered.set()


def _refused(error: Exception) -> types.JSONRPCError:
    kinds = {one["type"] for one in getattr(error, "errors", list)()}
    code, told = types.INVALID_REQUEST, "not a message of JSON-RPC 2.0"
    if "json_invalid" in kinds:
        code, told = types.PARSE_ERROR, f"not JSON, or longer than {LONGEST:,} bytes"
    return types.JSONRPCError(
        jsonrpc="2.0", id=None, error=types.ErrorData(code=code, message=told)
    )
