"""Posts as people write them, made up: most on nothing that a corpus has, some near its claims."""

from collections.abc import Iterator
from pathlib import Path
from random import Random

WORDS = """honestly my brother new phone price football weather lovely match tonight watching
government tax again believe raised bus fares coffee morning train late Monday city council
school kids garden rain holiday recipe film series player goal manager doctor nurse waiting
electric car battery charging bill energy rent landlord shop queue minister vote party leader
report police hospital inquiry audit survey study""".split()
FIRST = "My sister|The council|Nobody|Our street|Some bloke|This government|A friend|Half the town"
DOES = "says|thinks|can't believe|just told me|keeps asking if|heard that|would bet"
WHAT = (
    "the {a} {b} is worse than last year|{n} people turned up for the {a}|they closed the {a} {b}"
    "|{n}% of {a} money goes on {b}|no {a} before {n} o'clock|it takes {n} minutes by {a} now"
)
AROUND = [
    "{}",
    "{} 😂",
    "RT @user{n}: {}",
    "{} #{a}",
    "So {}!!!",
    "{} https://example.org/{n}",
    "{}…",
]
ODD = [
    None,
    "",
    "   ",
    "\x00",
    "ok",
    "👍👍👍",
    "https://example.org/",
    "مرحبا بالعالم",
    "a" * 3_000,
]
NEAR, ODDS = 0.08, 0.005
"""Of all posts so many repeat a claim with some noise, and so many are hardly texts."""


def posts(count: int, statements: list[str], seed: int = 1) -> Iterator[str | None]:
    """Yield so many posts, the same for the same seed; some are `statements` with changes."""
    random = Random(seed)  # noqa: S311 - nothing secret
    for _ in range(count):
        share = random.random()
        if share < ODDS:
            yield random.choice(ODD)
        else:
            near = share < ODDS + NEAR
            yield _around(_near(random, statements) if near else _chat(random), random)


def _chat(random: Random) -> str:
    pair = {"a": random.choice(WORDS), "b": random.choice(WORDS), "n": random.randint(2, 99)}
    said = random.choice(WHAT.split("|")).format(**pair)
    text = f"{random.choice(FIRST.split('|'))} {random.choice(DOES.split('|'))} {said}"
    return text if random.random() < 0.6 else f"{text}. {' '.join(random.choices(WORDS, k=9))}"


def _near(random: Random, statements: list[str]) -> str:
    """Return a claim as it is, with a word left out, or with another figure."""
    words = random.choice(statements).split()
    change = random.random()
    if change < 0.3:
        del words[random.randrange(len(words))]
    elif change < 0.6:
        words = [str(random.randint(2, 900)) if word.isdigit() else word for word in words]
    elif change < 0.8:
        words.insert(random.randrange(len(words)), random.choice(WORDS))
    return " ".join(words)


def _around(text: str, random: Random) -> str:
    form = random.choice(AROUND)
    return form.format(text, a=random.choice(WORDS), n=random.randint(1, 9_999))


def write_posts(folder: Path, count: int, statements: list[str], files: int = 1) -> Path:
    """Write so many posts, numbered from 0, into files of Parquet in a new folder; return it."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    made = pa.table({"id": range(count), "text": pa.array(posts(count, statements), pa.string())})
    folder.mkdir(parents=True)
    size = -(-count // files)
    for number in range(files):
        pq.write_table(made.slice(number * size, size), folder / f"{number:03}.parquet")
    return folder
