"""All files of a site, by their places in it."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from factcheck.show.timeline_svg import svg
from factcheck.site.claim_page import claim_page
from factcheck.site.page import Material, Page, Site
from factcheck.site.rendering import LOOK, Renderer
from factcheck.site.searching import search_script
from factcheck.site.shelves import counted, shelf_pages, topic_links

ASSETS = (
    "site.css",
    "icon.svg",
    "search.js",
    "copy.js",
    "minisearch.js",
    "minisearch.licence.txt",
)
"""What is copied as it is."""


def site_files(material: Material, site: Site) -> Iterator[tuple[str, str]]:
    """Yield each file of a site: its place, with `/` between folders, and its text.

    Raises:
        ImportError: jinja2 isn't installed.
    """
    renderer = Renderer(site)
    for page in pages(material, site):
        yield page.path, renderer.html(page)
        if page.template == "timeline.html" and page.values["entries"]:
            undated = len(material.claims) - len(material.dated)
            yield page.values["picture"], svg(page.values["entries"], undated)
    yield "assets/claims.js", search_script(material.claims)
    for name in ASSETS:
        yield f"assets/{name}", (LOOK / name).read_text(encoding="utf-8")


def pages(material: Material, site: Site) -> Iterator[Page]:
    """Yield all pages of a site."""
    told = {"count": counted(len(material.claims)), "topics": topic_links(material)}
    yield Page("index.html", "index.html", site.title, told)
    yield from shelf_pages(material)
    for claim in material.claims:
        yield claim_page(claim, material, site)
    yield Page("404.html", "404.html", "Page not found", {"root": home(site)})


def home(site: Site) -> str:
    """Return what leads from an address that isn't there to the site.

    A host shows that page wherever nothing is, so nothing relative leads from it; without
    a base URL it is taken to lie at the top.
    """
    return (urlsplit(site.base_url).path or "/") if site.base_url else ""
