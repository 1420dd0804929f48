"""Measure the matching on public sets of claims, given the folder that holds them.

Each set is a folder. One for retrieval has `claims.jsonl` (`id`, `text`, and maybe
`title` and `subtitle`), `queries-SPLIT.jsonl` (`id`, `text`) and `qrels-SPLIT.tsv`
(query and claim): its claims become a corpus, and the figure is the mean average
precision of the first five that a look-up gives, once as a kept shelf and once as
published fact checks on a long one, and that the installed peers give. One for
verdicts has `pairs-SPLIT.jsonl` (`claim`, `evidence`, `label`): each evidence becomes a record of
its own, and the figures say how often a verdict is dared and how often it is right.
Prints Markdown tables.
"""

import json
import os
import re
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from peers import PEERS, Find

from factcheck.compare.profiling import profile
from factcheck.compare.verdict import judge
from factcheck.corpus.corpus import Corpus
from factcheck.lookup.looking_up import look_up
from factcheck.record import Claim, Lexicon, Quotation, Shelf, Source
from factcheck.store.compiling import compile_corpus
from factcheck.store.opening import Watch, open_corpus
from factcheck.store.reading import Store
from factcheck.text.lexicon import table
from factcheck.text.reading import Reader

DEPTH = 5
UNPRINTED = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u202a-\u202e\u2066-\u2069\ufeff]")
"""A corpus holds no control characters and none that hide or turn text."""
VERDICTS = {"supported": "SUPPORTS", "contradicted": "REFUTES"}


def main() -> None:
    """Measure every set in the folder that the command line names."""
    if len(sys.argv) != 2 or not Path(sys.argv[1]).is_dir():
        sys.exit("usage: bench_matching.py FOLDER")
    folder = Path(sys.argv[1])
    if not [*folder.glob("*/claims.jsonl"), *folder.glob("*/pairs-*.jsonl")]:
        sys.exit(f"{folder}: no set of claims or pairs in it")
    print("| set | split | queries | by | MAP@5 | a query, ms |")
    print("|---|---|---|---|---|---|")
    for claims in sorted(folder.glob("*/claims.jsonl")):
        _retrieval(claims.parent)
    for pairs in sorted(folder.glob("*/pairs-*.jsonl")):
        _verdicts(pairs)


def _retrieval(folder: Path) -> None:
    rows = _rows(folder / "claims.jsonl")
    names = {row["id"]: number for number, row in enumerate(rows)}
    texts = [" ".join(UNPRINTED.sub("", _text(row)).split()) for row in rows]
    with TemporaryDirectory() as scratch:
        os.environ["XDG_CACHE_HOME"] = str(Path(scratch) / "cache")
        finders = dict(_finders(texts, Path(scratch)))
        for path in sorted(folder.glob("qrels-*.tsv")):
            split = path.stem.removeprefix("qrels-")
            _split(f"{folder.name} | {split}", finders, *_asked(path, split, names))


def _finders(texts: list[str], scratch: Path) -> Iterator[tuple[str, Find]]:
    """Yield this program, with the claims on a kept and on a long shelf, and its peers."""
    yield "factcheck", _found_in(compile_corpus(_corpus(texts), None))
    yield "factcheck, long shelf", _found_in(_long(texts, scratch))
    for name, peer in PEERS.items():
        (scratch / name).mkdir()
        with suppress(ImportError):
            yield name, peer(scratch / name, texts)


def _asked(
    path: Path, split: str, names: Mapping[str, int]
) -> tuple[dict[str, str], dict[str, set[int]]]:
    """Return the queries of a split, and the claims that are right for each."""
    right = defaultdict(set)
    for line in path.read_text(encoding="utf-8").splitlines():
        query, claim = line.split()
        right[query].add(names[claim])
    rows = _rows(path.with_name(f"queries-{split}.jsonl"))
    return {row["id"]: row["text"] for row in rows if row["id"] in right}, right


def _split(
    name: str,
    finders: Mapping[str, Find],
    queries: Mapping[str, str],
    right: Mapping[str, set[int]],
) -> None:
    for method, find in finders.items():
        start = time.perf_counter()
        scores = [_precision(find(text), right[query]) for query, text in queries.items()]
        each = (time.perf_counter() - start) / len(queries) * 1000
        score = sum(scores) / len(scores)
        print(f"| {name} | {len(queries)} | {method} | {score:.3f} | {each:.1f} |", flush=True)


def _found_in(store: Store) -> Find:
    def find(text: str) -> list[int]:
        answer = look_up(text, store, limit=DEPTH)
        found = (store.claim(match.number).id for match in (*answer.matches, *answer.closest))
        return [int(name.removeprefix("claim-")) for name in found]

    return find


def _long(texts: Sequence[str], root: Path) -> Store:
    """Return the claims as published fact checks in a corpus of one long shelf."""
    (root / "claims").mkdir()
    review = {"publisher": "a public set", "url": "https://example.org/", "rating": "rated"}
    with (root / "claims" / "all.jsonl").open("w", encoding="utf-8") as file:
        for number, text in enumerate(texts):
            claim = {"id": f"claim-{number}", "statement": text, "kind": "reviewed"}
            file.write(f"{json.dumps({**claim, 'reviews': [review]})}\n")
    return open_corpus(root, Watch(sys.exit, lambda _: None), 1)


def _precision(ranked: Sequence[int], right: set[int]) -> float:
    hits, total = 0, 0.0
    for place, name in enumerate(ranked[:DEPTH], start=1):
        if name in right:
            hits += 1
            total += hits / place
    return total / min(len(right), DEPTH)


def _verdicts(path: Path) -> None:
    reader = Reader(table(Lexicon()))
    found = Counter(
        (row["label"], _verdict(row["claim"], _claim("evidence", row["evidence"]), reader))
        for row in _rows(path)
    )
    print(f"\n| {path.parent.name}, {path.stem} | supported | contradicted | close |")
    print("|---|---|---|---|")
    for label in ("SUPPORTS", "REFUTES"):
        counts = [found[label, verdict] for verdict in ("supported", "contradicted", "close")]
        print(f"| {label} | {' | '.join(map(str, counts))} |")
    total = sum(found.values())
    for verdict, label in VERDICTS.items():
        dared = sum(count for (_, given), count in found.items() if given == verdict)
        right = found[label, verdict] / dared if dared else 0.0
        print(f"\n{verdict}: dared in {dared} of {total}, right in {right:.1%} of them")


def _verdict(text: str, evidence: Claim, reader: Reader) -> str:
    """Return the verdict on `text` beside a record that nobody worded otherwise."""
    return judge(reader.read(text), profile(evidence, reader)).verdict


def _corpus(texts: Sequence[str]) -> Corpus:
    claims = tuple(_claim(f"claim-{number}", text) for number, text in enumerate(texts))
    shelf = Shelf("all", "All claims", claims)
    return Corpus((shelf,), {"public": Source("public", "a public set", "web article", ())}, {})


def _text(row: Mapping[str, Any]) -> str:
    return " ".join(filter(None, (row.get("title"), row["text"], row.get("subtitle"))))


def _claim(name: str, text: str) -> Claim:
    return Claim(
        id=name,
        statement=text,
        kind="statement",
        asserted_by="a public set",
        quotations=(Quotation(text, "a public set", 1, 0, len(text), "public"),),
        caveats=(),
        wordings=(),
        topics=("all",),
    )


def _rows(path: Path) -> list[dict[str, Any]]:
    with path.open(encoding="utf-8") as file:
        return [json.loads(line) for line in file]


main()
