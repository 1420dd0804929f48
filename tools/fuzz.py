"""Look thousands of odd lines up in one process: none may be a fault, or take over a second.

Lines are put together by rule from a seed: characters of every Unicode category, number
words, nested fractions, markup, long runs, and the corpus' own wordings with something
changed. Prints the seed and the slowest line; ends with 1 if anything is wrong.

    python tools/fuzz.py [COUNT] [SEED]
"""

import gc
import sys
import time
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterator
from random import Random, SystemRandom

from factcheck.compare.profiling import supporting_texts
from factcheck.lookup.across import look_up_across
from factcheck.show import as_json
from factcheck.show.escaping import dumps
from factcheck.store.opening import Watch, open_corpus
from factcheck.store.reading import Store
from factcheck.store.roots import builtin_root

COUNT = 20_000
SLOW = 1.0  # seconds
LONG = 4_000
"""Pieces in the longest lines."""
TOLD = 5
"""So many faults are told in full."""
NUMBERS = (
    "one two three eleven twelve twenty ninety hundred thousand million billion dozen half third "
    "quarter thirds tenth and a an of the in out per cent percent % £ $ € k m bn over under about "
    "up to at least more than years months weeks days ago each every between 0 1 12 1,400 2.5 "
    "2014 1997-2013 9999999999999999999999 1e5 1/2 ½ ² ➄ ❶ ⓹ 𑁘 ١٢ ⅔ 5th 3rds - – ~ May March"
).split()
MARKUP = (
    "<b> </b> <!-- --> [a](b) ** __ ` ``` # ## #Tag @who https://x.example/ RT : ; ? ! . , … “ ” "
    "\" ' ( ) [ ] { } | \\ / &amp; \t \r \n \0 \x1b[31m \ufeff \u200b \u202e \ud800"
).split(" ")
Make = Callable[[Random], str]


def main() -> None:
    """Look the lines up and tell what went wrong."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else COUNT
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else SystemRandom().randrange(10**9)
    store = open_corpus(builtin_root(), Watch(print, str))
    wordings = [text for claim in store.claims() for text in supporting_texts(claim)]
    gc.freeze()
    faults, slowest = 0, (0.0, "")
    for line in lines(Random(seed), wordings, count):  # noqa: S311 - nothing secret
        took, fault = _looked_up(line, store)
        if took > SLOW:  # a machine that stood still is no fault
            took, fault = min((took, fault), _looked_up(line, store))
        slowest = max(slowest, (took, line))
        faults += bool(fault)
        if fault and faults <= TOLD:
            print(f"{fault}: {_shown(line)}")
    print(f"seed {seed}: {count:,} lines, {faults:,} faults")
    print(f"slowest {slowest[0]:.2f} s: {_shown(slowest[1])}")
    sys.exit(int(faults > 0 or slowest[0] > SLOW))


def _looked_up(line: str, store: Store) -> tuple[float, str]:
    """Return how many seconds of the processor a look-up takes, and its fault, if any."""
    start = time.process_time()
    try:
        dumps(as_json.answer(look_up_across(line, store.each), store))
    except Exception as error:  # noqa: BLE001 - that is what is looked for
        return time.process_time() - start, f"{type(error).__name__}: {error}"
    return time.process_time() - start, ""


def lines(random: Random, wordings: list[str], count: int) -> Iterator[str]:
    """Yield `count` lines."""
    categories = _categories()
    words = sorted({word for text in wordings for word in text.split()})

    def character(random: Random) -> str:
        return random.choice(categories[random.choice(sorted(categories))])

    makers: list[Make] = [
        lambda random: "".join(_some(random, character)),
        lambda random: " ".join(_some(random, lambda one: one.choice(NUMBERS))),
        lambda random: " ".join(_some(random, lambda one: one.choice((*NUMBERS, *MARKUP, *words)))),
        lambda random: " ".join(_some(random, lambda one: one.choice(words))),
        lambda random: _run(random, (*NUMBERS, *MARKUP, *words)),
        lambda random: _altered(random.choice(wordings), random, character),
        lambda random: _altered(random.choice(wordings), random, lambda one: one.choice(NUMBERS)),
        lambda random: _altered(random.choice(wordings), random, lambda one: one.choice(MARKUP)),
        lambda random: " ".join(_some(random, lambda one: one.choice(wordings))),
    ]
    for _ in range(count):
        yield random.choice(makers)(random)


def _categories() -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for code in range(sys.maxunicode + 1):
        found[unicodedata.category(chr(code))].append(chr(code))
    return found


def _size(random: Random) -> int:
    """Return how long a line is: mostly short, one in a hundred very long."""
    return random.randint(1, LONG) if random.random() < 0.01 else random.randint(1, 30)


def _some(random: Random, make: Make) -> list[str]:
    return [make(random) for _ in range(_size(random))]


def _run(random: Random, pieces: tuple[str, ...]) -> str:
    """Return a few pieces over and over."""
    few = " ".join(random.choices(pieces, k=random.randint(1, 4)))
    return f"{few}{random.choice(('', ' '))}" * _size(random)


def _altered(text: str, random: Random, make: Make) -> str:
    """Return a text with a few of its words changed, dropped or doubled, or something between."""
    words = text.split(" ")
    for _ in range(random.randint(1, 4)):
        at = random.randrange(len(words))
        how = random.randrange(4)
        words[at : at + (how != 0)] = [[make(random)], [make(random)], [], [words[at]] * 2][how]
        words = words or [make(random)]
    return " ".join(words)


def _shown(line: str) -> str:
    """Return the start of a line in ASCII, and how long it is."""
    return f"{line[:200]!a} ({len(line):,} characters)"


if __name__ == "__main__":
    main()
