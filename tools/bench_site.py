"""Measure `factcheck site` on 10,000 claims, and the search of its pages in Chromium.

    python tools/bench_site.py [COUNT]

The claims are those of `make_corpus.py`; each search is one of its queries, from the last key
to the results in the page. Prints a Markdown table.
"""

import json
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
sys.path.append(str(HERE.parent / "tests"))

from browsers import browser, missing  # noqa: E402

FACTCHECK = str(Path(sys.executable).with_name("factcheck"))
SEARCHES = 50
ASK = """
const [words, done] = arguments;
const field = document.getElementById("words");
performance.clearMeasures();
const wait = () => performance.getEntriesByName("search").length
  ? done(performance.getEntriesByName("search")[0].duration) : setTimeout(wait, 2);
field.value = words;
field.form.requestSubmit();
wait();
"""
READY = """
const done = arguments[0];
const wait = () => performance.getEntriesByName("search-ready").length
  ? done(performance.getEntriesByName("search-ready")[0].startTime) : setTimeout(wait, 5);
document.getElementById("words").focus();
wait();
"""


def main() -> None:
    """Measure and print."""
    count = int(sys.argv[1]) if sys.argv[1:] else 10_000
    with tempfile.TemporaryDirectory() as name:
        folder, out = Path(name) / "corpus", Path(name) / "site"
        subprocess.run([sys.executable, HERE / "make_corpus.py", str(count), folder], check=True)
        asked = [FACTCHECK, "--corpus", str(folder)]
        subprocess.run([asked[0], "index", *asked[1:]], check=True, capture_output=True)
        start = time.perf_counter()
        subprocess.run(
            [asked[0], "site", *asked[1:], "-o", out], check=True, stdout=subprocess.DEVNULL
        )
        rows = [("the whole site", f"{time.perf_counter() - start:.1f} s"), *_sizes(out)]
        rows += _searches(out, _queries(folder))
    print(f"| {count:,} claims | |\n|---|---|")
    print("\n".join(f"| {what} | {how} |" for what, how in rows))


def _sizes(out: Path) -> list[tuple[str, str]]:
    files = [path.stat().st_size for path in out.rglob("*") if path.is_file()]
    index = (out / "assets" / "claims.js").stat().st_size
    return [
        ("its files", f"{len(files):,}, {sum(files) / 1e6:.0f} MB"),
        ("what the search reads", f"{index / 1e6:.1f} MB"),
    ]


def _queries(folder: Path) -> list[str]:
    lines = (folder / "queries.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line)["text"] for line in lines[:SEARCHES]]


def _searches(out: Path, queries: list[str]) -> list[tuple[str, str]]:
    if why := missing():
        return [("searches", f"not measured: {why}")]
    with browser(out / "driver.log") as driver:
        driver.get((out / "index.html").as_uri())
        ready = driver.execute_async_script(READY)
        whole = [_took(driver, query) for query in queries]
        short = [_took(driver, " ".join(query.split()[:2])) for query in queries]
    return [
        ("the search is ready after", f"{ready:.0f} ms"),
        ("a search of a sentence", _told(whole)),
        ("a search of two words", _told(short)),
    ]


def _took(driver: Any, words: str) -> float:
    return float(driver.execute_async_script(ASK, words))


def _told(times: list[float]) -> str:
    slowest = max(times)
    return f"{statistics.median(times):.0f} ms; the slowest of {len(times)} {slowest:.0f} ms"


if __name__ == "__main__":
    main()
