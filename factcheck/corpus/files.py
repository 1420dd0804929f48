"""Which files make up a corpus."""

import os
from pathlib import Path

from factcheck.problem import CorpusError, Problem

DATA = (".yaml", ".fingerprint", ".yml")


def corpus_files(root: Path) -> list[Path]:
    """Return the files that make up the corpus at `root`, sorted.

    Raises:
        CorpusError: A folder that must be there is missing or holds no YAML.
    """
    problems: list[Problem] = []
    lexicon = root / "lexicon.yaml"
    found = [lexicon] if lexicon.is_file() else []
    for folder in (root / "claims", root / "sources"):
        names = _names(folder)
        if not any(name.endswith(".yaml") for name in names):
            what = "no .yaml file in this folder" if folder.is_dir() else "no such folder"
            problems.append(Problem(folder, 0, 0, f"{what}; a corpus has claims/ and sources/"))
        stray = [name for name in names if name.endswith(".yml")]
        message = "this file would not be read; its name must end in .yaml"
        problems += [Problem(folder / name, 0, 0, message) for name in stray]
        found += [folder / name for name in names]
    if problems:
        raise CorpusError(problems)
    return sorted(found)


def _names(folder: Path) -> list[str]:
    try:
        names = os.listdir(folder)  # noqa: PTH208 - half of the time that paths take
    except OSError:
        return []
    return [name for name in names if name.endswith(DATA) and not name.startswith(".")]
