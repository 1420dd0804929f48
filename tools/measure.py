"""Measure the matching: each wording and misreading of the corpus, held out in turn.

A wording that is taken out of its claim should still be supported by it; a
misreading that is taken out should still be contradicted, or at least never be
supported. Prints shares, and with --list each one that went wrong.
"""

import sys
from collections import Counter
from collections.abc import Iterator

from factcheck.commands.choosing import chosen
from factcheck.compare.profiling import profile
from factcheck.corpus.corpus import read_corpus
from factcheck.lookup.answer import Answer
from factcheck.lookup.looking_up import look_up
from factcheck.record import Claim
from factcheck.store.compiling import compile_corpus
from factcheck.store.reading import Store


def main() -> None:
    """Look every held-out text up and print what came of it."""
    corpus = read_corpus(chosen()[0].root)
    store = compile_corpus(corpus, None)
    counts: Counter[tuple[str, str]] = Counter()
    for number, claim in enumerate(corpus.claims):
        for kind, text, rest in _held_out(claim):
            answer = _without(store, number, rest, text)
            counts[kind, answer.verdict] += 1
            if "--list" in sys.argv and not _right(kind, answer.verdict):
                print(f"{claim.id}\t{kind}\t{answer.verdict}\t{text}")
    _print(counts)


def _held_out(claim: Claim) -> Iterator[tuple[str, str, Claim]]:
    for index, text in enumerate(claim.wordings):
        kept = claim.wordings[:index] + claim.wordings[index + 1 :]
        yield "wording", text, claim._replace(wordings=kept)
    for index, reading in enumerate(claim.misreadings):
        others = claim.misreadings[:index] + claim.misreadings[index + 1 :]
        yield "misreading", reading.wording, claim._replace(misreadings=others)


def _without(store: Store, number: int, rest: Claim, text: str) -> Answer:
    whole = store.profile(number)
    store.put_profile(number, profile(rest, store.reader))
    answer = look_up(text, store)
    store.put_profile(number, whole)
    return answer


def _right(kind: str, verdict: str) -> bool:
    wanted = {"supported", "alleged", "found"} if kind == "wording" else {"contradicted"}
    return verdict in wanted


def _print(counts: Counter[tuple[str, str]]) -> None:
    verdicts = ("supported", "alleged", "found", "contradicted", "close", "not_covered")
    print(f"{'held out':12}{''.join(f'{verdict:>14}' for verdict in verdicts)}{'texts':>8}")
    for kind in ("wording", "misreading"):
        total = sum(counts[kind, verdict] for verdict in verdicts)
        shares = "".join(f"{counts[kind, verdict] / total:>14.1%}" for verdict in verdicts)
        print(f"{kind:12}{shares}{total:>8}")


main()
