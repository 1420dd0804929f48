"""How a process ended, as a value."""

import json
import subprocess
from typing import Any, NamedTuple


class Done(NamedTuple):
    """How a process ended: its exit status and its two streams."""

    status: int
    out: str
    err: str

    @property
    def data(self) -> dict[str, Any]:
        """The one JSON object that the process printed."""
        assert self.out.count("\n") == 1
        return json.loads(self.out)


def ended(process: subprocess.Popen, stdin: bytes = b"") -> Done:
    """Wait for `process` and return how it ended."""
    out, err = process.communicate(stdin, timeout=60)
    return Done(process.returncode, out.decode("utf-8"), err.decode("utf-8"))
