"""Which files make up a corpus."""

from pathlib import Path

from factcheck.problem import CorpusError, Problem


def corpus_files(root: Path) -> list[Path]:
    """Return the files that make up the corpus at `root`, sorted.

    Raises:
        CorpusError: A folder that must be there is missing, holds no YAML or holds a .yml file.
    """
    problems: list[Problem] = []
    found = [path for path in (root / "lexicon.yaml",) if path.is_file()]
    for folder in (root / "claims", root / "sources"):
        files = [path for path in folder.glob("*") if _is_data(path)]
        problems += [
            Problem(path, 0, 0, f"not read; rename it to {path.stem}.yaml")
            for path in folder.glob("*.yml")
        ]
        if not any(path.suffix == ".yaml" for path in files):
            what = "no .yaml file in this folder" if folder.is_dir() else "no such folder"
            problems.append(Problem(folder, 0, 0, f"{what}; a corpus has claims/ and sources/"))
        found += files
    if problems:
        raise CorpusError(problems)
    return sorted(found)


def _is_data(path: Path) -> bool:
    return path.suffix in {".yaml", ".fingerprint"} and not path.name.startswith(".")
