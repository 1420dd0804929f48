"""Read a file's text piece by piece, so that no file is too large for the memory."""

import codecs
import io
from collections.abc import Callable, Iterator
from io import BufferedReader

CHUNK = 1_000_000
"""Bytes read at a time."""
MAX_LENGTH = 5_000_000
"""Most characters that one record, line or row may have."""
TOO_LONG = f"longer than {MAX_LENGTH:,} characters"

Place = tuple[int, int]
"""Line and column, both from 1."""


MARKS = {
    codecs.BOM_UTF8: "UTF-8",
    codecs.BOM_UTF16_LE: "UTF-16-LE",
    codecs.BOM_UTF16_BE: "UTF-16-BE",
}
"""How a file is encoded that begins with these bytes; any other is UTF-8."""


class UnreadableError(Exception):
    """From `place` on, a text can't be read; `message` says why."""

    def __init__(self, place: Place, message: str) -> None:
        """Keep where and why."""
        self.place, self.message = place, message
        super().__init__(message)


def advanced(place: Place, text: str, start: int, end: int) -> Place:
    """Return the place after `text[start:end]`, if `place` is where that starts."""
    line, column = place
    breaks = text.count("\n", start, end)
    if not breaks:
        return line, column + end - start
    return line + breaks, end - text.rindex("\n", start, end)


def encoding_of(start: bytes) -> tuple[str, bytes]:
    """Return the encoding of a file that begins with `start`, and its byte order mark."""
    found = ((name, mark) for mark, name in MARKS.items() if start.startswith(mark))
    return next(found, ("UTF-8", b""))


def pieces(file: BufferedReader, chunk: int, progress: Callable[[int], None]) -> Iterator[str]:
    """Yield the text of `file`, without a byte order mark, each line ended by a line feed.

    Args:
        file: Open for reading bytes.
        chunk: How many bytes to read at a time.
        progress: Called with the number of bytes read so far after each chunk.

    Raises:
        UnreadableError: Some of it is no text; what stands before that was yielded.
        OSError: Reading failed.
    """
    encoding, mark = encoding_of(file.peek())
    decoder, lines = (
        codecs.getincrementaldecoder(encoding)(),
        io.IncrementalNewlineDecoder(None, translate=True),
    )
    place, count = (1, 1), len(file.read(len(mark)))
    while True:
        raw = file.read(chunk)
        count += len(raw)
        progress(count)
        text, bad = _decoded(decoder, encoding, raw)
        text = lines.decode(text, final=not raw or bad is not None)
        yield text
        place = advanced(place, text, 0, len(text))
        if bad is not None:
            raise UnreadableError(place, f"not {encoding}: byte 0x{bad:02x}")
        if not raw:
            return


def _decoded(
    decoder: codecs.IncrementalDecoder, encoding: str, raw: bytes
) -> tuple[str, int | None]:
    """Return the text of `raw` and the byte that ended it, `None` if none did."""
    try:
        return decoder.decode(raw, final=not raw), None
    except UnicodeDecodeError as error:
        return error.object[: error.start].decode(encoding), error.object[error.start]


def numbered_lines(texts: Iterator[str]) -> Iterator[tuple[int, str]]:
    r"""Yield each line with its number, `\n` included.

    Of a line longer than `MAX_LENGTH` only enough is held to see that it is.
    """
    number, begun = 0, ""
    for text in texts:
        *whole, rest = (begun + text).split("\n")
        for line in whole:
            number += 1
            yield number, line + "\n"
        begun = rest[: MAX_LENGTH + 1]
    if begun:
        yield number + 1, begun
