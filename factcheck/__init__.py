"""factcheck: what quoted, attributed sources say about a claim, and what they leave open.

    import factcheck

    with factcheck.open() as corpus:
        print(corpus.lookup("Baroness Casey made 20 recommendations").headline)

What stands in `__all__` keeps its meaning from version to version. Importing loads none of it:
each name is fetched when it is first used.
"""

from factcheck.version import __version__

TYPE_CHECKING = False  # loading `typing` takes a while, and a folder of drafts may hold one
if TYPE_CHECKING:
    from factcheck.api.answer import Answer, Match, Part
    from factcheck.api.claim import Claim
    from factcheck.api.corpora import Corpus, Topic, open  # noqa: A004 - called as factcheck.open
    from factcheck.api.findings import Finding, Findings
    from factcheck.api.found import Found, Hit
    from factcheck.compare.reason import Effect, Reason
    from factcheck.problem import CorpusError, Problem, UnknownError
    from factcheck.show.outcome import Outcome

__all__ = [
    "Answer",
    "Claim",
    "Corpus",
    "CorpusError",
    "Effect",
    "Finding",
    "Findings",
    "Found",
    "Hit",
    "Match",
    "Outcome",
    "Part",
    "Problem",
    "Reason",
    "Topic",
    "UnknownError",
    "__version__",
    "open",
]
_HOMES = {
    "api.answer": ("Answer", "Match", "Part"),
    "api.claim": ("Claim",),
    "api.corpora": ("Corpus", "Topic", "open"),
    "api.findings": ("Finding", "Findings"),
    "api.found": ("Found", "Hit"),
    "compare.reason": ("Effect", "Reason"),
    "problem": ("CorpusError", "Problem", "UnknownError"),
    "show.outcome": ("Outcome",),
}


def __getattr__(name: str) -> object:
    """Fetch a public name from where it is defined."""
    from importlib import import_module

    for home, names in _HOMES.items():
        if name in names:
            found: object = getattr(import_module(f"{__name__}.{home}"), name)
            globals()[name] = found
            return found
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
