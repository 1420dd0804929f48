"""The server on a raw pipe: whatever comes, it answers in the protocol, and ends when it should."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from io import BytesIO, TextIOWrapper
from pathlib import Path
from threading import Timer
from typing import Any

import pytest
from processes import Done, ended

from factcheck.api.corpora import Corpus
from factcheck.assistants.server import server
from factcheck.assistants.wire import serve

Start = Callable[..., subprocess.Popen]
MISSING = (
    "factcheck: a server of this kind needs mcp; "
    "install it with: pip install 'factcheck-corpus[mcp]'\n"
)
HALL = "The market hall was closed for eleven weeks"
CLIENT = {"protocolVersion": "2025-06-18", "capabilities": {}}
CLIENT["clientInfo"] = {"name": "a test", "version": "1"}


def message(**fields: Any) -> bytes:
    return json.dumps({"jsonrpc": "2.0", **fields}).encode() + b"\n"


def call(number: int | str, name: Any, arguments: Any) -> bytes:
    return message(id=number, method="tools/call", params={"name": name, "arguments": arguments})


LIBRARIES = """
    annotated_types anyio asyncio attr attrs click contextvars cryptography h11 httpcore2 httpx2
    httpx_sse idna json jsonschema jsonschema_specifications jwt logging mcp mcp_types multipart
    opentelemetry pydantic pydantic_core python_multipart referencing rpds sniffio socket
    sse_starlette ssl starlette typing typing_extensions typing_inspection uvicorn watchfiles
""".split()
GREETING = message(id="hello", method="initialize", params=CLIENT)
GREETING += message(method="notifications/initialized")
NO_REQUESTS = [
    b"{broken\n",
    b"\xff\xfe\x00\n",
    b"[]\n",
    b"null\n",
    b"17\n",
    b'{"jsonrpc": "2.0"}\n',
    b'{"jsonrpc": "1.0", "id": 1, "method": "tools/list"}\n',
    b'{"jsonrpc": "2.0", "id": 1, "method": 5}\n',
    b'{"jsonrpc": "2.0", "id": 1, "method": "tools/call", "params": "\\ud800"}\n',
    b"[" * 100_000 + b"\n",
    b'{"a": "' + b"x" * 8_000_000 + b'"}\n',
]
"""Each is answered with an error that has no id, as nobody knows which request it was."""
HOSTILE = [
    call(1, "lookup_claim", {"text": "x" * 1_000_000}),
    call(2, "lookup_claim", {"text": {"text": "a"}}),
    call(3, "lookup_claim", ["a"]),
    call(4, {"name": "lookup_claim"}, {}),
    call(5, "no such tool\x1b[31m", {}),
    call(6, "get_claim", {"id": "\x1b]0;title\x07" * 10}),
    message(id=7, method="tools/call"),
    message(id=8, method="no/such/method", params={}),
    message(id=9, method="resources/read", params={"uri": 5}),
    message(id=10, method="resources/read", params={"uri": "claim://" + "%ff" * 1_000}),
    message(id=11, method="initialize", params={}),
    call(12, "check_text", {"text": "**" * 5_000 + "“" * 10_000}),
    call(13, "check_text", {"text": "> " * 10_000}),
    call(14, "verify_quotation", {"quotation": "[" * 2_500 + "]" * 2_500}),
    call(15, "verify_quotation", {"quotation": "“‘" * 2_500}),
    call(16, "search_claims", {"words": "a " * 500}),
    message(method="notifications/cancelled", params={"requestId": "nobody's"}),
    message(method="notifications/no-such", params={"a": [1]}),
    b'{"jsonrpc": "2.0", "id": {}, "method": "tools/list"}\n',
    b"\n",
    b"   \r\n",
]


def answer(line: bytes) -> dict[str, Any]:
    """Return what was answered; nothing but lines of the protocol may stand there."""
    told: dict[str, Any] = json.loads(line)
    assert told["jsonrpc"] == "2.0"
    return told


@pytest.fixture
def strange(tmp_path: Path) -> Path:
    """A stranger's folder, with modules of every name that the library might look for."""
    for name in LIBRARIES:
        told = f"open({str(tmp_path / 'RAN')!r}, 'a').write({name!r} + ' ')\n"
        (tmp_path / f"{name}.py").write_text(told)
    return tmp_path


def test_whatever_comes_is_answered_nobody_waits_for_it_and_an_interrupt_ends_the_server(
    start: Start,
    heard: None,  # noqa: ARG001 - it hears the interrupt
    kept: Path,
    strange: Path,
) -> None:
    started = start("mcp", "--corpus", kept, cwd=strange)
    assert started.stdin
    assert started.stdout
    started.stdin.write(b"".join([GREETING, *NO_REQUESTS, *HOSTILE]))
    started.stdin.flush()
    told = [answer(started.stdout.readline()) for _ in range(1 + len(NO_REQUESTS) + 16)]
    started.stdin.write(call("slow", "check_text", {"text": "1,400 " * 800}))
    started.stdin.write(message(method="notifications/cancelled", params={"requestId": "slow"}))
    started.stdin.write(call("last", "lookup_claim", {"text": HALL}))
    started.stdin.flush()
    last = answer(started.stdout.readline())
    assert last["id"] == "last"
    assert last["result"]["structuredContent"]["verdict"] == "supported"
    started.send_signal(signal.SIGINT)
    assert started.wait(20) == 128 + signal.SIGINT
    done = ended(started)
    assert done.out == ""
    assert not (strange / "RAN").exists()
    assert all(len(line) < 1_000 for line in done.err.splitlines())
    _check(told)
    for text in (done.err, json.dumps(told, ensure_ascii=False)):
        assert "Traceback" not in text
        assert "fault of this program" not in text


def _check(told: list[dict[str, Any]]) -> None:
    by_id = {one["id"]: one for one in told if one["id"] is not None}
    assert {*by_id} == {"hello", *range(1, 17)}
    unnamed = [one["error"]["code"] for one in told if one["id"] is None]
    assert len(unnamed) == len(NO_REQUESTS)
    assert set(unnamed) == {-32700, -32600}
    failed = [by_id[number]["result"] for number in (1, 2, 5, 6)]
    assert all(one["isError"] for one in failed)
    assert all(len(one["content"][0]["text"]) < 300 for one in failed)
    assert "\x1b" not in "".join(one["content"][0]["text"] for one in failed)


def test_a_client_that_stops_reading_ends_the_server_though_its_input_stays_open(
    builtin: Corpus, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    unread, out = os.pipe()
    os.close(unread)
    asked, asking = os.pipe()
    os.write(asking, GREETING)
    monkeypatch.setattr(sys, "stdout", TextIOWrapper(os.fdopen(out, "wb", 0), "utf-8"))
    late = Timer(20, os.close, [asking])
    late.start()
    with os.fdopen(asked, "rb") as stdin:
        serve(server(builtin), stdin)
        assert late.is_alive(), "it ended only with its input"
        late.cancel()
        os.close(asking)
    sys.stdout.close()
    assert capfd.readouterr().err == ""


def test_what_was_asked_last_is_answered_though_the_input_ends_right_behind(
    builtin: Corpus, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = BytesIO()
    monkeypatch.setattr(sys, "stdout", TextIOWrapper(out, "utf-8"))
    calls = [call(number, "list_topics", {}) for number in range(10)]
    serve(server(builtin), BytesIO(GREETING + b"".join(calls)))
    told = [answer(line) for line in out.getvalue().splitlines()]
    assert {one["id"] for one in told} == {"hello", *range(10)}
    assert all("result" in one for one in told)


def test_without_the_library_it_says_what_to_install(
    run: Callable[..., Done], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "mcp", None)
    done = run("mcp")
    assert (done.status, done.out, done.err) == (2, "", MISSING)


@pytest.mark.parametrize(
    ("arguments", "status"), [(["--corpus", "nowhere"], 2), (["--corpus", "."], 4)]
)
def test_a_corpus_that_cannot_be_opened_is_told_as_ever(
    run: Callable[..., Done], tmp_path: Path, arguments: list[str], status: int
) -> None:
    done = run("mcp", *arguments, cwd=tmp_path)
    assert (done.status, done.out) == (status, "")
    assert done.err


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_a_full_disk_is_told_and_is_no_fault_of_the_program(
    builtin: Corpus, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Path("/dev/full").open("wb", buffering=0) as full:
        monkeypatch.setattr(sys, "stdout", TextIOWrapper(full, "utf-8"))
        with pytest.raises(OSError, match="No space left") as raised:
            serve(server(builtin), BytesIO(GREETING))
        sys.stdout.detach()
    assert raised.value.filename == "standard output"
