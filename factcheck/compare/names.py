"""Compare names: who spoke, who took part, where it was, and who did it to whom."""

from collections.abc import Collection, Iterable, Mapping

from factcheck.compare.difference import Difference
from factcheck.compare.profile import Profile
from factcheck.text.reading import Reading

SEEN = 2
"""So many wordings of a claim must have a deed one way round before the other is wrong."""
ODD = 0.2
"""Up to this share of them may have it the query's way by some turn of phrase."""
ACTORS = frozenset({"person", "body", "document"})


def name_differences(
    query: Reading, claim: Profile, kinds: Mapping[str, str]
) -> tuple[list[Difference], list[str]]:
    """Return the differences, and the query's names that are new but replace none.

    A name that the claim has not replaces another when the claim's own of that
    kind is missing from the query.
    """
    differences, unknown = _denied(query, claim, kinds), []
    for name in dict.fromkeys(query.names):
        if name in claim.names or query.signs.get(name) == "-":
            continue
        replaced = _replaced(name, query, claim, kinds)
        if replaced:
            differences.append(_difference(name, replaced, claim, kinds))
        else:
            unknown.append(name)
    return differences, unknown


def _denied(query: Reading, claim: Profile, kinds: Mapping[str, str]) -> list[Difference]:
    """Who or where the query says it was not, and the claim says it was."""
    told = claim.speaker | claim.core
    denied = sorted(name for name in told if query.signs.get(name) == "-")
    wrong = [name for name in denied if not claim.signs.get(name, (0, 0))[1]]
    return [
        Difference(
            "place" if kinds.get(name) == "place" else "speaker",
            f"not {spoken(name)}",
            spoken(name),
            f"The wording says that it was not {spoken(name)}; the record names {spoken(name)}.",
        )
        for name in wrong
    ]


def _replaced(name: str, query: Reading, claim: Profile, kinds: Mapping[str, str]) -> list[str]:
    kind = kinds.get(name, "")
    alike = ACTORS if kind in ACTORS else {kind}
    said = frozenset(name for name in query.names if query.signs.get(name) != "-")
    missing = claim.core - said
    if kind == "place":
        missing = claim.names - said
        if any(kinds.get(known) == "place" for known in claim.core & said):
            return []
    return sorted(known for known in missing if kinds.get(known) in alike)


def _difference(
    name: str, replaced: Iterable[str], claim: Profile, kinds: Mapping[str, str]
) -> Difference:
    known = ", ".join(map(spoken, replaced))
    if kinds.get(name) == "place":
        kind, verb = "place", "names"
    elif claim.speaker & set(replaced):
        kind, verb = "speaker", "attributes this to"
    else:
        kind, verb = "person", "names"
    said = spoken(name)
    sentence = f"The wording names {said}; the record {verb} {known}."
    return Difference(kind, said, known, sentence)


def deed_differences(query: Reading, claim: Profile) -> list[Difference]:
    """Return a difference for one who does in the query what is done to him in the claim."""
    for deed in sorted(query.deeds):
        role, verb, who = deed.split(" ")
        other = {"agent": "patient", "patient": "agent"}[role]
        turned = claim.deeds.get(f"{other} {verb} {who}", 0)
        if turned >= SEEN and claim.deeds.get(deed, 0) <= ODD * turned:
            word, actor = query.words[verb], query.words[who]
            ways = {"agent": f"{actor} does it", "patient": f"it is done to {actor}"}
            sentence = f"Of '{word}', the wording has that {ways[role]}; the record, {ways[other]}."
            return [Difference("direction", ways[role], ways[other], sentence)]
    return []


def unheld_deeds(query: Reading, claim: Profile, mild: Collection[str]) -> list[str]:
    """Return the names of those who do something, or have it done to them, in the query alone.

    What is `mild` is told in too many ways to tell. What is only asked for or
    promised is not done.
    """
    wished = "status.progress" not in query.steps and claim.steps.get("status.progress") == (0, 0)
    acting = (deed.split(" ") for deed in query.deeds if wished or not _holds(claim, deed))
    named = [(verb, who) for _, verb, who in acting if who.startswith("@") and verb not in mild]
    speaks = claim.speaker or frozenset(query.names)  # of an event anybody may tell
    return sorted({who for verb, who in named if verb != "say" or who not in speaks})


def _holds(claim: Profile, deed: str) -> bool:
    """Whether a claim has a deed, and not once by a turn of phrase that is mostly another's."""
    same, _, _ = deed.rpartition(" ")
    most = max(
        (times for other, times in claim.deeds.items() if other.startswith(f"{same} ")), default=0
    )
    return claim.deeds.get(deed, 0) > ODD * most


def spoken(name: str) -> str:
    """Return a name term as people write it."""
    small = {"the", "of", "and", "to", "in"}
    words = name.lstrip("@").split("_")
    return " ".join(word if word in small else word[:1].upper() + word[1:] for word in words)
