"""What comes of a disk that is full while fact checks are taken in."""

import resource
import signal
from pathlib import Path

import pytest

from factcheck.importing.gathering import Gathering


@pytest.mark.parametrize("room", [0, 5_000, 100_000])
def test_a_full_disk_is_told_as_a_file_that_cannot_be_written(tmp_path: Path, room: int) -> None:
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    heard = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, before[1]))
    try:
        with pytest.raises(OSError, match=r"\S"):
            fill(tmp_path / "scratch")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, heard)


def fill(scratch: Path) -> None:
    """Put more in than any of the rooms holds, and than is held in memory."""
    gathering = Gathering(scratch)
    try:
        for number in range(8_000):
            gathering.put(str(number), "x" * 1_000)
    finally:
        gathering.close()
