"""A real browser without a window, for the pages of a site: Debian's Chromium and its driver."""

import base64
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import Any

CHROMIUM, DRIVER = shutil.which("chromium"), shutil.which("chromedriver")
QUIET = "--headless=new --no-sandbox --disable-gpu --hide-scrollbars --disable-dev-shm-usage"
PERMITTED = ("clipboardReadWrite", "clipboardSanitizedWrite")


def missing() -> str | None:
    """Return why no browser can be started here; `None` if one can."""
    if not CHROMIUM or not DRIVER:
        return "there is no chromium with its chromedriver here (apt-get install chromium-driver)"
    return None if find_spec("selenium") else "selenium is not installed (--group browser)"


@contextmanager
def browser(log: Path) -> Iterator[Any]:
    """Give a browser; what its driver says goes to the file `log`."""
    from selenium.webdriver import Chrome, ChromeOptions
    from selenium.webdriver.chrome.service import Service

    options = ChromeOptions()
    options.binary_location = CHROMIUM or ""
    for argument in QUIET.split():
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    with log.open("w") as told:
        driver = Chrome(options=options, service=Service(DRIVER, log_output=told))
        driver.set_script_timeout(20)
        try:
            yield driver
        finally:
            driver.quit()


def look(driver: Any, width: int, height: int, *, scheme: str = "light") -> None:
    """Give the browser's page a size, a phone's if it is narrow, and a set of colours."""
    size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600}
    driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    chosen = {"features": [{"name": "prefers-color-scheme", "value": scheme}]}
    driver.execute_cdp_cmd("Emulation.setEmulatedMedia", chosen)


def screenshot(driver: Any, path: Path) -> None:
    """Write what the browser shows as a picture."""
    shown = driver.execute_cdp_cmd("Page.captureScreenshot", {"format": "png"})
    path.write_bytes(base64.b64decode(shown["data"]))


def axe_script(folder: Path) -> str | None:
    """Return axe-core, from npm into `folder` if need be; `None` if it can't be had."""
    script = folder / "node_modules" / "axe-core" / "axe.min.js"
    if not script.is_file() and shutil.which("npm"):
        folder.mkdir(parents=True, exist_ok=True)
        asked = ["npm", "install", "--silent", "--no-audit", "--no-fund", "--ignore-scripts"]
        subprocess.run([*asked, "--prefix", folder, "axe-core@4"], check=False, timeout=60)
    return script.read_text(encoding="utf-8") if script.is_file() else None
