"""Write factcheck/text/common_words.txt: how common English words are.

Needs `pip install wordfreq`, which is no dependency of the project. Run it from
the checkout; the file that it writes is committed.
"""

from collections import defaultdict
from pathlib import Path

from wordfreq import top_n_list, zipf_frequency

WORDS = 20_000
HEADER = """\
# How common English words are: a line for each Zipf value (the base-10 logarithm of
# occurrences in a billion words), then its words. Made by tools/make_common_words.py
# from wordfreq 3.1.1 by Robyn Speer, whose data is under CC BY-SA 4.0; so is this file.

"""


def main() -> None:
    """Group the commonest words by their Zipf value, rounded to a tenth."""
    bands: dict[float, list[str]] = defaultdict(list)
    for word in top_n_list("en", WORDS):
        if word.isascii() and word.isalpha() and len(word) > 1:
            bands[round(zipf_frequency(word, "en"), 1)].append(word)
    lines = [f"{zipf:.1f} {' '.join(sorted(bands[zipf]))} \n" for zipf in sorted(bands)]
    path = Path(__file__).parents[1] / "factcheck" / "text" / "common_words.txt"
    path.write_text(HEADER + "".join(lines), encoding="utf-8")


main()
