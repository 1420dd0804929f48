"""Write a corpus of synthetic reviewed claims, and queries for it.

    python tools/make_corpus.py COUNT FOLDER [FILES]

The words are made from syllables, and drawn as words of a language are: the one of
rank r about 1/(r + 2.7) as often as all (Zipf, 1949; Mandelbrot, 1953), with English
function words between them. One seed, so the same call writes the same bytes.
"""

import json
import sys
from collections.abc import Iterator
from itertools import accumulate, product
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

WORDS = 60_000
QUERIES = 1_000
KEPT = 0.7
"""The share of a claim's words that its query keeps."""
FUNCTION = "the of in a to was that and for on with by at from has were is are not".split()
RATINGS = [
    "False",
    "Mostly false",
    "Half true",
    "Mostly true",
    "True",
    "Misleading",
    "Missing context",
    "Unproven",
    "Altered",
    "Satire",
    "Pants on fire",
    "No evidence",
]
SYLLABLES = [first + last for first, last in product("bdfgklmnprstvwz", "aeiou")]


class Language(NamedTuple):
    """What claims are made of: words, how often each stands before the next, and names."""

    words: list[str]
    reached: list[float]
    people: list[str]
    publishers: list[str]


def main() -> None:
    """Write what the command line asks for."""
    if len(sys.argv) not in {3, 4}:
        sys.exit(__doc__)
    write_corpus(int(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]) if sys.argv[3:] else 1)


def write_corpus(count: int, folder: Path, files: int = 1) -> None:
    """Write `count` claims into `files` shelves under `folder`, and queries beside them."""
    random = Random(count)  # noqa: S311 - nothing secret
    spoken = language(random)
    (folder / "claims").mkdir(parents=True)
    shelves = [(folder / "claims" / f"synthetic-{n}.jsonl").open("w") for n in range(files)]
    step = max(1, count // QUERIES)
    with (folder / "queries.jsonl").open("w") as queries:
        for number, claim in enumerate(claims(count, spoken, random)):
            shelves[number * files // count].write(f"{json.dumps(claim)}\n")
            if number % step == 0:
                asked = {"text": query(claim["statement"], spoken, random), "id": claim["id"]}
                queries.write(f"{json.dumps(asked)}\n")
    for shelf in shelves:
        shelf.close()


def language(random: Random) -> Language:
    """Return the words and names of a language of its own."""
    found: dict[str, None] = {}
    while len(found) < WORDS:
        found["".join(random.choices(SYLLABLES, k=random.choice((2, 3, 3, 4))))] = None
    words = list(found)
    reached = list(accumulate(1 / (rank + 2.7) for rank in range(WORDS)))
    names = [word.capitalize() for word in random.sample(words, 10_000)]
    people = [f"{first} {last}" for first, last in zip(names[::2], names[1::2], strict=True)]
    return Language(words, reached, people, [f"{name} Check" for name in names[:200]])


def claims(count: int, spoken: Language, random: Random) -> Iterator[dict[str, Any]]:
    """Yield `count` claims as the lines of a shelf have them."""
    for number in range(count):
        yield {
            "id": f"synthetic-{number:07}",
            "statement": statement(spoken, random),
            "kind": "reviewed",
            "asserted_by": random.choice(spoken.people),
            "date": day(random),
            "reviews": [review(number, spoken, random) for _ in range(random.choice((1, 1, 1, 2)))],
        }


def statement(spoken: Language, random: Random) -> str:
    """Return a sentence: content words, function words between them, now and then a figure."""
    words = []
    for word in random.choices(spoken.words, cum_weights=spoken.reached, k=random.randint(6, 15)):
        words += [random.choice(FUNCTION), word] if random.random() < 0.5 else [word]
    if random.random() < 0.3:
        words.insert(random.randrange(len(words)), f"{random.randint(2, 99_999):,}")
    return f"{' '.join(words).capitalize()}."


def review(number: int, spoken: Language, random: Random) -> dict[str, str]:
    """Return a review of the claim with this number."""
    publisher = random.choice(spoken.publishers)
    site = publisher.split()[0].lower()
    return {
        "publisher": publisher,
        "url": f"https://{site}.example/{number}-{random.randrange(1000)}",
        "rating": random.choice(RATINGS),
        "date": day(random),
    }


def day(random: Random) -> str:
    """Return a day of some year."""
    return f"{random.randint(2010, 2025)}-{random.randint(1, 12):02}-{random.randint(1, 28):02}"


def query(text: str, spoken: Language, random: Random) -> str:
    """Return `text` as somebody else has it: words left out, two swapped, maybe one added."""
    words = [word for word in text.rstrip(".").split() if random.random() < KEPT] or text.split()
    if len(words) > 2:
        at = random.randrange(len(words) - 1)
        words[at], words[at + 1] = words[at + 1], words[at]
    if random.random() < 0.5:
        words += random.choices(spoken.words, cum_weights=spoken.reached)
    return " ".join(words)


if __name__ == "__main__":
    main()
