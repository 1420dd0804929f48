"""Text and addresses in the fields of a file for BibTeX or biber."""

import re
from collections.abc import Mapping
from urllib.parse import quote

MEANS = {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "`": "{`}",
    **{mark: f"\\{mark}" for mark in "{}&%$#_"},
    **{mark: f"\\ensuremath{{{mark}}}" for mark in "<>|"},
}
"""Of the ways to write them, those that Pandoc and other readers know too."""
UNBALANCED = {"{": r"\ensuremath{\lbrace}", "}": r"\ensuremath{\rbrace}"}
"""BibTeX counts braces, those behind a backslash as well."""
MARKS = re.compile("[" + re.escape("".join(MEANS)) + "]|(?<=-)-|(?<=')'|(?<=,),")
"""These, and second marks that fonts of TeX join to the first."""
ADDRESS = "%/:?#@!$&'()*+,;=~"


def latex(text: str) -> str:
    """Return `text` so that LaTeX sets just these characters."""
    means = MEANS if _is_balanced(text) else MEANS | UNBALANCED
    return MARKS.sub(lambda found: means.get(found[0], f"{{}}{found[0]}"), text)


def _is_balanced(text: str) -> bool:
    depth = 0
    for mark in re.findall("[{}]", text):
        depth += 1 if mark == "{" else -1
        if depth < 0:
            return False
    return not depth


def address(url: str) -> str:
    """Return a web address for a field that is taken as it is; what would end it is encoded."""
    return quote(url, safe=ADDRESS, errors="replace")


def entry(kind: str, key: str, fields: Mapping[str, str | None]) -> str:
    """Return an entry with those of its fields that are known, each a line."""
    lines = [f"  {name} = {{{value}}},\n" for name, value in fields.items() if value]
    return f"@{kind}{{{key},\n{''.join(lines)}}}\n"
