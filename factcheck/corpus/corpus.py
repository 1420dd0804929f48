"""Read a corpus from its folder, whole or not at all."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from factcheck.corpus import fingerprint, regular, rules, standards
from factcheck.corpus.files import corpus_files
from factcheck.corpus.fingerprint import Fingerprint
from factcheck.corpus.shape import Filed, Shaped, shaped
from factcheck.corpus.yaml_reading import read_yaml
from factcheck.problem import CorpusError, Problem
from factcheck.record import Claim, Lexicon, Shelf, Source, completed


@dataclass(frozen=True)
class Corpus:
    """Everything that one folder holds, checked.

    Attributes:
        shelves: In the order of their file names.
        sources: By id.
        fingerprints: By source id; a source without one is not in it.
        lexicon: The words of the subject; empty if the corpus has no `lexicon.yaml`.
        long: The shelves too long to be held; `lines` reads them.
    """

    shelves: tuple[Shelf, ...]
    sources: Mapping[str, Source]
    fingerprints: Mapping[str, Fingerprint]
    lexicon: Lexicon = field(default_factory=Lexicon)
    long: tuple[Path, ...] = ()

    @property
    def claims(self) -> tuple[Claim, ...]:
        """Every claim, shelf by shelf, but for those on long shelves."""
        return tuple(claim for shelf in self.shelves for claim in shelf.claims)


def read_corpus(root: Path) -> Corpus:
    """Return the corpus in the folder `root`.

    Raises:
        CorpusError: Anything at all is wrong with it; it names every problem.
    """
    corpus, problems, unproved, _ = examine(root)
    if problems or unproved or corpus is None:
        raise CorpusError([*problems, *unproved])
    return corpus


class Examined(NamedTuple):
    """What was found of a corpus.

    Attributes:
        corpus: The corpus; `None` if a record can't be made of every file.
        problems: Those of its data.
        unproved: Those of its quotations.
        unkept: Those with the standards of curation, which keep nobody from using it.
    """

    corpus: Corpus | None
    problems: list[Problem]
    unproved: list[Problem]
    unkept: list[Problem]


def examine(root: Path) -> Examined:
    """Return the corpus in `root` and what is wrong with it. Its long shelves are not read.

    Raises:
        CorpusError: A folder that must be there is missing or holds no YAML.
    """
    files, long = corpus_files(root)
    problems: list[Problem] = []
    shelves = _read(_in(root / "claims", files), Shelf, problems)
    origins = _in(root / "sources", files)
    sources = _read(origins, Source, problems)
    lexica = _read(_in(root, files), Lexicon, problems)
    prints = _fingerprints(sources, problems)
    problems += rules.each(shelves, sources)
    for filed in lexica:
        problems += rules.check_lexicon(filed)
    known = [filed.record.id for filed in sources] if len(sources) == len(origins) else []
    unproved = list(rules.unproved(shelves, known, prints))
    if len(shelves) + len(sources) + len(lexica) < sum(p.suffix == ".yaml" for p in files):
        return Examined(None, problems, unproved, [])
    problems += rules.across(shelves, sources)
    corpus = Corpus(
        tuple(_completed(filed.record, sources) for filed in shelves),
        {filed.record.id: filed.record for filed in sources},
        prints,
        lexica[0].record if lexica else Lexicon(),
        long,
    )
    return Examined(corpus, problems, unproved, standards.unkept(shelves, sources))


def _in(folder: Path, files: Iterable[Path]) -> list[Path]:
    return [path for path in files if path.parent == folder and path.suffix == ".yaml"]


def _read(
    paths: Iterable[Path], kind: type[Shaped], problems: list[Problem]
) -> list[Filed[Shaped]]:
    filed = []
    for path in paths:
        record, found = shaped(read_yaml(path), kind)
        problems += found
        if record is not None:
            filed.append(record)
    return filed


def _fingerprints(
    sources: Iterable[Filed[Source]], problems: list[Problem]
) -> dict[str, Fingerprint]:
    found = {}
    for filed in sources:
        name = filed.record.fingerprint
        if name is None:
            continue
        path = filed.document.path.parent / Path(name).name
        if path.name != name or name.startswith("."):
            hidden = ", no hidden one" if path.name == name else ""
            message = f"fingerprint '{name}' must name a file beside the record{hidden}"
            problems.append(filed.document.problem(("fingerprint",), message))
            continue
        try:
            found[filed.record.id] = fingerprint.loads(regular.content(path).decode())
        except (OSError, ValueError) as error:
            message = f"fingerprint '{name}': {getattr(error, 'strerror', None) or error}"
            problems.append(filed.document.problem(("fingerprint",), message))
    return found


def _completed(shelf: Shelf, sources: list[Filed[Source]]) -> Shelf:
    """Fill in what a curator may leave out: the file's topic and the only source."""
    only = sources[0].record.id if sources else ""
    claims = tuple(completed(claim, shelf.topic, only) for claim in shelf.claims)
    return Shelf(topic=shelf.topic, title=shelf.title, claims=claims)
