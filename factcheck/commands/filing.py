"""Put a new claim at the end of its topic's file, or say what stands against it."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factcheck.commands.console import near, out
from factcheck.commands.files import read_text, sole_writer, write_whole
from factcheck.corpus import rules
from factcheck.problem import UsageError
from factcheck.record import Claim

if TYPE_CHECKING:
    from factcheck.corpus.corpus import Corpus

At = tuple[str | int, ...]
OPTIONS = {
    "quotations": "--quote",
    "wordings": "--wording",
    "caveats": "--caveat",
    "asserted_by": "--asserted-by",
    "speaker": "--speaker",
    "by": "--reply-by",
    "text": "--reply",
    "no_reply": "--no-reply",
}
"""The options that the parts of a claim come from, where these are called otherwise."""


def file_claim(root: Path, topic: str, claim: Claim) -> None:
    """Put `claim` at the end of its topic's file, if the corpus is sound with it.

    Raises:
        CorpusError: The corpus is at fault, or nothing can be put into that file.
        UsageError: The claim is at fault, or the file can't be written.
    """
    from factcheck.corpus.appending import block_of, with_claim
    from factcheck.corpus.corpus import read_corpus
    from factcheck.corpus.yaml_reading import parsed

    with sole_writer(root / "claims"):  # others may have added to it meanwhile
        held = read_corpus(root)
        if faults := list(dict.fromkeys(_faults(claim, held))):
            told = "\n".join(faults)
            raise UsageError(f"{told}\nNothing was written. This is the claim:\n{block_of(claim)}")
        check_topic(root, topic)
        path = _shelf(root, topic)
        text = _text(path, topic)
        made, filed = with_claim(parsed(path, text), text, claim)
        write_whole(path, [made])
    line = filed.document.places[("claims", len(filed.record.claims) - 1)][0]
    out(f"{near(path)}:{line}: the claim '{claim.id}'")
    out("  other wordings that mean the same make it easier to find: add them under 'wordings'")


def check_topic(root: Path, topic: str) -> None:
    """Refuse a topic that no claim can be put on.

    Raises:
        UsageError: It is no id.
        CorpusError: Its file is laid out otherwise, or lies elsewhere.
    """
    from factcheck.corpus.appending import check_appendable
    from factcheck.corpus.files import check_writable
    from factcheck.corpus.yaml_reading import parsed

    if message := rules.id_problem(topic):
        raise UsageError(message.replace("id", "--topic", 1))
    path = _shelf(root, topic)
    check_writable(path, root)
    text = _text(path, topic)
    check_appendable(parsed(path, text), text)


def id_fault(name: str, held: "Corpus") -> str | None:
    """Return why a new claim can't have this id; `None` if it can."""
    if name in {known.id for known in held.claims}:
        return f"the id '{name}' is used already; choose another with --id"
    return rules.id_problem(name)


def worded_already(
    texts: Iterator[tuple[At, str]], held: "Corpus", quoted: str
) -> Iterator[tuple[At, str]]:
    """Yield which of a new claim's texts another claim has, or its own quotation."""
    owners = {
        rules.plain_words(text): f"'{known.id}'"
        for known in held.claims
        for _, text in rules.wordings_of(known)
    } | {rules.plain_words(quoted): "its own quotation"}
    for at, text in texts:
        if owner := owners.get(rules.plain_words(text)):
            yield at, f"stands in {owner} already"


def _faults(claim: Claim, held: "Corpus") -> Iterator[str]:
    """Yield what is wrong with a claim, each with the option that it was given by."""
    from factcheck.corpus.appending import unwritable

    if message := id_fault(claim.id, held):
        yield message
    found = [*unwritable(claim), *rules.alone(claim)]
    found += rules.misquoted(claim, list(held.sources), held.fingerprints)
    found += worded_already(rules.wordings_of(claim), held, claim.quotations[0].text)
    for at, message in found:
        yield f"{option_of(at)}: {message}"


def option_of(at: At) -> str:
    """Return the option that what stands at `at` in a claim is given by."""
    names: list[Any] = [part for part in at if isinstance(part, str)]
    if names[:1] == ["replies"]:
        return "--reply-quote" if "quotation" in names else OPTIONS[names[-1]]
    key = "speaker" if names[-1:] == ["speaker"] else names[0]
    return OPTIONS.get(key, f"--{key}")


def _shelf(root: Path, topic: str) -> Path:
    return root / "claims" / f"{topic}.yaml"


def _text(path: Path, topic: str) -> str:
    """Return the text of a topic's file, or that of a new one."""
    from factcheck.corpus.appending import shelf_text

    title = topic.replace("-", " ").capitalize()
    return read_text(path) if path.exists() else shelf_text(topic, title)
