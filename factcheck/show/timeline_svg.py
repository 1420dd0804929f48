"""Draw a timeline as SVG: text that can be read and selected, and no script."""

from collections.abc import Iterator, Sequence
from textwrap import wrap
from typing import NamedTuple
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from factcheck.show.dated import Day, Entry, undated_in_words

WIDTH, MARGIN, LEADING = 960, 20, 18
"""Pixels: of the drawing, around it, and from one line of text to the next."""
SCALE, TEXT = (190, 370), 400
"""Pixels from the left: of the band where the time is drawn to scale, and of the statements."""
COLUMN = 78
"""Characters of a line of text; it is wrapped there, and never cut."""
TOP = 84
STYLE = (
    "text{font:13px sans-serif;fill:#1b1b1b}"
    ".head{font-size:18px;font-weight:bold}.date{font-weight:bold}.small{fill:#555}"
    ".sure{fill:#1b5fa8;stroke:#1b5fa8}.unsure{fill:#fff;stroke:#1b5fa8;stroke-dasharray:3 2}"
    ".rule{stroke:#bbb}"
)
TITLE = "Timeline: what happened when, as the sources report it"
NO_XML = {0xFFFE: "�", 0xFFFF: "�"}
"""What XML can't hold of what is safe on a terminal."""


class Scale(NamedTuple):
    """Which days the left and the right end of the band are, as days from the year 0."""

    start: float
    end: float

    def at(self, day: float) -> float:
        """Return where a day is, in pixels."""
        left, right = SCALE
        return left + (right - left) * (day - self.start) / max(self.end - self.start, 1)


def svg(entries: Sequence[Entry], undated: int) -> str:
    """Return a timeline of `entries`, earliest first, as a document; `undated` more have no date.

    Every entry is there whole, with what is replied to it.
    """
    rows = [list(_texts(one)) for one in entries]
    height = TOP + sum(_height(row) for row in rows) + 2 * MARGIN
    root = _root(height, entries, undated)
    scale = _scale(entries)
    _axis(root, scale, height - 2 * MARGIN)
    held = SubElement(root, "g", role="list")
    y = TOP
    for one, row in zip(entries, rows, strict=True):
        _entry(held, one, row, scale, y)
        y += _height(row)
    _text(root, MARGIN, height - MARGIN, f"{undated_in_words(undated)}.", "small")
    indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root, encoding="unicode") + "\n"


def _root(height: int, entries: Sequence[Entry], undated: int) -> Element:
    root = Element("svg", {"xmlns": "http://www.w3.org/2000/svg", "xml:lang": "en"})
    root.attrib |= {"viewBox": f"0 0 {WIDTH} {height}", "width": str(WIDTH), "height": str(height)}
    root.attrib |= {"role": "group", "aria-labelledby": "title desc"}
    SubElement(root, "title", id="title").text = TITLE
    dated = f"{len(entries):,} dated claim{'' if len(entries) == 1 else 's'}, the earliest first"
    SubElement(root, "desc", id="desc").text = (
        f"{dated}; {undated_in_words(undated)}. It says what the sources report and who said it, "
        "not whether it is so. A dashed mark is a date that is approximate, uncertain or inferred."
    )
    SubElement(root, "style").text = STYLE
    SubElement(root, "rect", width=str(WIDTH), height=str(height), fill="#fff")
    _text(root, MARGIN, 34, TITLE, "head")
    _text(root, MARGIN, 56, "Dashed: the date is approximate, uncertain or inferred.", "small")
    return root


def _axis(root: Element, scale: Scale, bottom: int) -> None:
    """Draw the ends of the band; a screen reader has the dates themselves."""
    held = SubElement(root, "g", {"aria-hidden": "true"})
    for day, anchor in ((scale.start, "start"), (scale.end, "end")):
        x = f"{scale.at(day):.1f}"
        line = {"x1": x, "x2": x, "y1": str(TOP - 10), "y2": str(bottom)}
        SubElement(held, "line", line, **{"class": "rule"})
        year = _text(held, scale.at(day), TOP - 16, str(int(day // 366)), "small")
        year.set("text-anchor", anchor)


def _entry(held: Element, one: Entry, row: list[str], scale: Scale, y: int) -> None:
    group = SubElement(held, "g", role="listitem")
    for number, text in enumerate(wrap(one.date, 24) or [""]):
        _text(group, MARGIN, y + LEADING * number, text, "date")
    start, end = _ends(one, scale)
    left, right = scale.at(start), scale.at(end)
    mark = {"x": f"{left - 3:.1f}", "y": str(y - 10), "rx": "4", "height": "8"}
    mark |= {"width": f"{right - left + 8:.1f}", "class": "sure" if one.sure else "unsure"}
    SubElement(group, "rect", mark)
    for number, text in enumerate(row):
        _text(group, TEXT, y + LEADING * number, text, "small" if number >= len(row) - 1 else "")


def _texts(one: Entry) -> Iterator[str]:
    """Yield the lines of an entry: its statement, the replies, and the id last."""
    for text in (one.statement, *one.replies):
        yield from wrap(text, COLUMN)
    yield from wrap(f"{one.id}{f' ({one.note})' if one.note else ''}", COLUMN)


def _height(row: list[str]) -> int:
    return LEADING * max(len(row), 2) + LEADING


def _text(held: Element, x: float, y: float, text: str, look: str) -> Element:
    made = SubElement(held, "text", x=f"{x:g}", y=f"{y:g}")
    if look:
        made.set("class", look)
    made.text = text.translate(NO_XML)
    return made


def _scale(entries: Sequence[Entry]) -> Scale:
    days = [_day(day) for one in entries for day in (one.first, one.last) if day]
    return Scale(min(days, default=0.0), max(days, default=0.0))


def _ends(one: Entry, scale: Scale) -> tuple[float, float]:
    """Return the days of an entry's mark; an open span reaches to the end of the band."""
    start = _day(one.first) if one.first else scale.start
    end = _day(one.last) if one.last else scale.end
    return min(start, end), max(start, end)


def _day(day: Day) -> float:
    """Return a day as a number: of months and days each as many as the longest has."""
    year, month, date = day
    return 366.0 * year + 30.5 * (month - 1) + date - 1
