"""Where the pages of a site lie: names that are safe on every file system, made from ids."""

import re
from hashlib import sha256
from unicodedata import normalize

PLAIN = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
"""What an id is; as a file's name it means the same wherever case is not heeded."""
RESERVED = re.compile(r"con|prn|aux|nul|(?:com|lpt)\d")
"""What names a device on Windows, with any ending too."""
LONGEST, READABLE, DIGITS = 120, 40, 10
"""Characters of a name: of a plain one, and of the readable part and the digest of another."""


def file_name(name: str) -> str:
    """Return what the page on `name` is called, without an ending: the id itself if it is plain.

    Another name has what can be read of it and, after a `_` that no id has, a digest of it.
    """
    if PLAIN.fullmatch(name) and len(name) <= LONGEST and not RESERVED.fullmatch(name):
        return name
    plain = normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    readable = "-".join(re.findall(r"[a-z0-9]+", plain))[:READABLE].strip("-")
    digest = sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:DIGITS]
    return f"{readable or 'x'}_{digest}"


def claim_path(name: str) -> str:
    """Return where the page of a claim lies in the site, by its id."""
    return f"claims/{file_name(name)}.html"


def topic_path(name: str) -> str:
    """Return where the page of a topic lies."""
    return f"topics/{file_name(name)}.html"


def speaker_path(name: str) -> str:
    """Return where the page of a speaker lies."""
    return f"speakers/{file_name(name)}.html"


def source_path(name: str) -> str:
    """Return where the page of a source lies, by its id."""
    return f"sources/{file_name(name)}.html"


def numbered(path: str, number: int, ending: str = ".html") -> str:
    """Return where the page `number` of a long list lies that begins at `path`; the first is 1."""
    stem = path.removesuffix(".html")
    return f"{stem}{ending}" if number == 1 else f"{stem}_{number}{ending}"
