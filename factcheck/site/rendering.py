"""Pages as HTML: every value is shown as text, whatever it holds."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from factcheck.site.inert import inert
from factcheck.site.page import Page, Site

if TYPE_CHECKING:
    from jinja2 import Environment

LOOK = Path(__file__).parent / "look"
"""The templates, the style, and the scripts."""
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
    "base-uri 'none'; form-action 'none'"
)
"""What a browser lets a page load and do; `'self'` holds for a page from the disk too."""


class Renderer:
    """Turns the pages of one site into HTML."""

    def __init__(self, site: Site) -> None:
        """Take what all pages share.

        Raises:
            ImportError: jinja2 isn't installed.
        """
        self._environment = _environment()
        self._environment.globals |= {"site": site, "policy": POLICY}
        self._site = site

    def html(self, page: Page) -> str:
        """Return a page as HTML."""
        values = {
            "title": page.title,
            "path": page.path,
            "root": "../" * page.path.count("/"),
            "canonical": self._site.address(page.path),
        }
        return self._environment.get_template(page.template).render({**values, **page.values})


def _environment() -> "Environment":
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    return Environment(
        loader=FileSystemLoader(LOOK),
        autoescape=True,
        finalize=_shown,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def _shown(value: Any) -> Any:
    """Return what stands in a page for a value; what is HTML already was made from such."""
    return inert(value) if type(value) is str else value
