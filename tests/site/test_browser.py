"""A site in a real browser: from the disk, under any path of a server, in light and in dark."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from browsers import axe_script, browser, look, missing, screenshot
from poisoned import POISON, made
from test_serving import served

from factcheck.site.inert import inert

pytestmark = pytest.mark.skipif(missing() is not None, reason=missing() or "")
CLAIM = "claims/musk-insulted-phillips.html"
PAGES = (
    "index.html#q=starmer",
    CLAIM,
    "topics.html",
    "topics/musk.html",
    "speakers.html",
    "timeline.html",
    "sources.html",
    "sources/stv-news-casey-audit.html",
    "corrections.html",
    "404.html",
)
SIZES = {"phone": (390, 844), "screen": (1280, 800)}
SEARCHED = """
const [words, done] = arguments;
const field = document.getElementById("words");
const told = document.getElementById("found");
new MutationObserver(() => told.textContent && !told.textContent.includes("prepared")
  && done(told.textContent)).observe(told, {childList: true});
field.value = words;
field.dispatchEvent(new Event("input"));
"""
WIDER = "return document.documentElement.scrollWidth - document.documentElement.clientWidth"
STANDARDS = "wcag2a wcag2aa wcag21a wcag21aa wcag22aa best-practice".split()
AXE = "axe.run(document, {runOnly: arguments[0]}).then(arguments[1])"
FOCUSED = """
const it = document.activeElement;
return [it.textContent.trim() || it.id, getComputedStyle(it).outlineStyle]
"""


@pytest.fixture(scope="session")
def driver(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    with browser(tmp_path_factory.mktemp("driver") / "log") as started:
        yield started


@pytest.fixture(params=["disk", "server"])
def base(request: pytest.FixtureRequest, builtin_site: Path) -> Iterator[str]:
    """Where a site begins: on the disk, or two folders deep on a server."""
    if request.param == "disk":
        yield f"{builtin_site.as_uri()}/"
        return
    with served(builtin_site.parents[1]) as port:
        deep = builtin_site.relative_to(builtin_site.parents[1]).as_posix()
        yield f"http://127.0.0.1:{port}/{deep}/"


def complaints(driver: Any) -> list[str]:
    """Return what the browser holds against a page, such as what its policy forbids."""
    said = [one["message"] for one in driver.get_log("browser") if one["level"] == "SEVERE"]
    return [one for one in said if "favicon" not in one]


def shown(driver: Any, folder: Path, page: str) -> None:
    """Open a page of a site from the disk, from its beginning."""
    driver.get("about:blank")
    driver.get(f"{folder.as_uri()}/{page}")
    assert texts(driver, "header")


def search(driver: Any, words: str) -> str:
    return str(driver.execute_async_script(SEARCHED, words))


def texts(driver: Any, selector: str) -> list[str]:
    script = f"return [...document.querySelectorAll('{selector}')].map((one) => one.textContent)"
    return list(driver.execute_script(script))


def test_words_names_and_figures_are_found(driver: Any, base: str) -> None:
    look(driver, *SIZES["screen"])
    driver.get(f"{base}index.html")
    assert " have these words." in search(driver, "Musk")
    assert texts(driver, "#results .label")
    assert search(driver, "evil witch").endswith("Nothing is judged.")
    found = texts(driver, "#results li")
    assert any("evil witch" in one and "Reply of Jess Phillips" in one for one in found)
    search(driver, "1,400 children")
    assert "1,400" in texts(driver, "#results a")[0]
    search(driver, "phillps")  # a slip of the finger
    assert "Phillips" in texts(driver, "#results a")[0]
    assert "only some of these words" in search(driver, "Musk hippopotamus")
    assert search(driver, "hippopotamus").startswith("No claim here has these words.")
    assert not complaints(driver)


def test_more_results_are_shown_and_the_focus_goes_on_with_them(driver: Any, base: str) -> None:
    from selenium.webdriver import Keys

    driver.get("about:blank")
    driver.get(f"{base}index.html")
    assert "The first 20 are shown." in search(driver, "article reports")
    assert len(texts(driver, "#results li")) == 20
    driver.find_element("id", "more").send_keys(Keys.ENTER)
    assert len(texts(driver, "#results li")) == 40
    focused, _ = driver.execute_script(FOCUSED)
    assert focused == texts(driver, "#results a")[20]


def test_a_search_can_be_kept_as_an_address(driver: Any, base: str) -> None:
    driver.get("about:blank")
    driver.get(f"{base}index.html#q=evil%20witch")
    assert search(driver, "evil witch") and texts(driver, "#results li")  # noqa: PT018
    assert driver.current_url.endswith("#q=evil%20witch")


def test_it_can_be_used_by_keyboard_alone(driver: Any, base: str) -> None:
    from selenium.webdriver import ActionChains, Keys

    def press(*keys: str) -> tuple[str, str]:
        ActionChains(driver).send_keys(*keys).perform()
        return tuple(driver.execute_script(FOCUSED))

    driver.get("about:blank")
    driver.get(f"{base}index.html")
    assert press(Keys.TAB) == ("Skip to the content", "solid")
    press(Keys.ENTER)
    name, outline = press(Keys.TAB)
    assert (name, outline) == ("words", "solid")
    press("evil witch", Keys.ENTER)
    search(driver, "evil witch")
    assert press(Keys.TAB) == ("Search", "solid")
    name, outline = press(Keys.TAB)
    assert (name in texts(driver, "#results a"), outline) == (True, "solid")
    press(Keys.ENTER)
    assert "/claims/" in driver.current_url


def test_the_citation_is_copied_whole(driver: Any, base: str) -> None:
    from selenium.webdriver import ActionChains, Keys

    driver.get(f"{base}{CLAIM}")
    (citation,) = texts(driver, "#citation")
    driver.find_element("id", "copy").send_keys(Keys.ENTER)
    driver.implicitly_wait(2)
    driver.find_element("xpath", "//*[@id='copied'][text()='Copied.']")
    driver.get(f"{base}index.html")
    field = driver.find_element("id", "words")
    field.click()
    ActionChains(driver).key_down(Keys.CONTROL).send_keys("v").key_up(Keys.CONTROL).perform()
    assert field.get_property("value") == citation
    assert "Reply of Jess Phillips" in citation
    assert not complaints(driver)


def test_without_a_clipboard_the_citation_is_selected(driver: Any, builtin_site: Path) -> None:
    driver.get((builtin_site / CLAIM).as_uri())
    driver.execute_script(
        "Object.defineProperty(navigator, 'clipboard', {value: undefined});"
        "document.execCommand = () => false; document.getElementById('copy').click()"
    )
    driver.implicitly_wait(2)
    driver.find_element("xpath", "//*[@id='copied'][contains(text(), 'selected')]")
    selected = driver.execute_script("return String(getSelection())")
    assert selected.split() == texts(driver, "#citation")[0].split()


def test_without_javascript_the_page_says_so(driver: Any, builtin_site: Path) -> None:
    driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    try:
        driver.get((builtin_site / "index.html").as_uri())
        notice = driver.find_element("css selector", "noscript .notice")
        assert "The search needs JavaScript" in notice.text
        assert not driver.find_element("id", "search").is_displayed()
        driver.get((builtin_site / CLAIM).as_uri())
        assert not driver.find_element("id", "copy").is_displayed()
    finally:
        driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})


def test_no_page_is_wider_than_a_small_phone(driver: Any, builtin_site: Path) -> None:
    look(driver, 320, 640)
    for page in PAGES:
        shown(driver, builtin_site, page)
        assert driver.execute_script(WIDER) <= 0, page


def test_axe_finds_no_barrier_in_light_and_in_dark(
    driver: Any, builtin_site: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    axe = axe_script(tmp_path_factory.getbasetemp() / "axe")
    if not axe:
        pytest.skip("axe-core can't be had: there is no npm, or it reaches no registry")
    found = {}
    for scheme, size in (("light", SIZES["screen"]), ("dark", SIZES["phone"])):
        look(driver, *size, scheme=scheme)
        for page in PAGES:
            shown(driver, builtin_site, page)
            if "#q" in page:
                search(driver, "starmer musk")
            driver.execute_script(axe)
            wrong = driver.execute_async_script(AXE, STANDARDS)["violations"]
            found |= {(scheme, page, one["id"]): one["nodes"][0]["html"] for one in wrong}
    driver.execute_script("document.querySelector('main').append(new Image())")
    wrong = driver.execute_async_script(AXE, STANDARDS)["violations"]
    assert "image-alt" in {one["id"] for one in wrong}  # it would have told
    driver.get_log("browser")  # axe asks for the style, which the policy refuses it
    assert found == {}


def test_attacks_are_shown_and_never_run(driver: Any, tmp_path: Path) -> None:
    for path, text in made(tmp_path / "corpus", POISON).items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    for page in ("index.html", "claims/ulmen-mill.html", "timeline.html", "sources.html"):
        look(driver, 320, 640)
        driver.get((tmp_path / page).as_uri())
        if page == "index.html":
            assert "4 claims" in search(driver, "hurt")
            assert inert(POISON) in texts(driver, "#results a")[0]
            assert search(driver, "</script><b>alert</b>")
        assert driver.execute_script("return window.hurt") is None
        assert driver.execute_script(WIDER) <= 0, page
        assert not complaints(driver)


def test_a_person_sees_it(driver: Any, builtin_site: Path, tmp_path: Path) -> None:
    for name, size in SIZES.items():
        for page in ("index.html", CLAIM, "timeline.html"):
            look(driver, *size)
            driver.get(f"{builtin_site.as_uri()}/{page}")
            picture = tmp_path / f"{name}-{page.replace('/', '-')}.png"
            screenshot(driver, picture)
            assert picture.read_bytes()[16:24] == b"".join(n.to_bytes(4, "big") for n in size)
            blank = driver.execute_script("return getComputedStyle(document.body).marginTop")
            assert blank == "0px"  # the style was loaded
