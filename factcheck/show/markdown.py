"""Make any text safe in Markdown."""

import re
from collections.abc import Iterable
from urllib.parse import quote

from factcheck.show.escaping import shown

MARKS = re.compile(r"([\\`*_{}\[\]<>#|~^$@&])")
SMART = re.compile(r"(\.)(?=\.\.)|(-)(?=-)|(?<=-)(-)")
START = re.compile(r"^(?:([-+=:%])|(\(?(?:\d+|[a-zA-Z]|[ivxlcdmIVXLCDM]+))([.)])(?=\s|$))")
WEB = re.compile(r"https?://[^\s/]", re.IGNORECASE)
LITERAL = "%/:?#@!$&'()*+,;="
"""What an address keeps, besides letters, digits and `-._~`; CommonMark allows no more of ASCII
but what tables, HTML or Pandoc would read otherwise."""
ODD = re.compile(r"%(?![0-9A-Fa-f]{2})|(?<=\w);|[.,:;!'~]$")
"""What means something else, or ends the address, by where it stands: a sign that escapes nothing,
the end of an entity, a sentence's mark at the end."""
PAIR = re.compile(r"\([^()]+\)")


def markdown(text: str, addresses: Iterable[str | None] = ()) -> str:
    """Return `text` as one line of Markdown that means just these characters.

    Holds for CommonMark and for Pandoc's Markdown, but that Pandoc's `smart`
    extension curls straight quotation marks. Where one of `addresses` stands in
    it, that becomes a link.
    """
    web = sorted((one for one in addresses if one and WEB.match(one)), key=len, reverse=True)
    if not web:
        return START.sub(_opened, _plain(text).strip())
    either = "|".join(map(re.escape, web))
    parts = re.split(rf"(?<![^\s(])({either})(?=[,;.)]*(?:\s|$))", text)
    whole = "".join(link(part) if at % 2 else _plain(part) for at, part in enumerate(parts))
    return START.sub(_opened, whole.strip())


def link(address: str) -> str:
    """Return a web address as an autolink, encoded as far as that needs."""
    pairs = {at for found in PAIR.finditer(address) for at in (found.start(), found.end() - 1)}
    kept = "".join(
        _encoded(one) if one in "()" and at not in pairs else one for at, one in enumerate(address)
    )
    kept = ODD.sub(lambda found: _encoded(found[0]), kept)
    return f"<{quote(kept, safe=LITERAL, errors='replace')}>"


def _encoded(character: str) -> str:
    return f"%{ord(character):02X}"


def _plain(text: str) -> str:
    """Return `text` without meaning, each run of white space as a blank."""
    text = MARKS.sub(r"\\\1", re.sub(r"\s+", " ", shown(text)))
    return SMART.sub(lambda found: f"\\{found[0]}", text)


def _opened(found: re.Match[str]) -> str:
    """Keep the start of a line from opening a list, a heading, a definition or a title."""
    mark, number, dot = found.groups()
    return f"\\{mark}" if mark else f"{number}\\{dot}"
