"""Compare years and months, and how a text stands to them: in, before, after, since, until."""

from collections.abc import Collection, Iterator

from factcheck.compare.alignment import Alignment
from factcheck.compare.profile import Profile
from factcheck.compare.reason import Effect, Reason
from factcheck.text.dates import MONTHS

WAYS = frozenset({"in", "before", "after", "since", "until", "by", "span"})


def date_reasons(alignment: Alignment) -> Iterator[Reason]:
    """Yield a reason for each date of the query that the record hasn't so."""
    claim = alignment.claim
    held = {f"y{year}" for year in claim.years} | {f"m{month}" for month in claim.months}
    for unit in alignment.query.units:
        if unit.kind != "date":
            continue
        said = unit.said
        if unit.term not in held:
            rivals = [one for one in sorted(held) if one[0] == unit.term[0]]
            effect = Effect.CONTRADICTS if rivals else Effect.OPENS
            yield Reason("date", said, ", ".join(map(_spoken, rivals)), effect)
            continue
        other = alignment.displaced(unit)
        if other:
            yield Reason("date", said, _spoken(other.key), Effect.OPENS)
            continue
        rival = "" if unit.term in alignment.phrase.keys else _rival(unit.term, held, claim)
        if rival:
            yield Reason("date", said, _spoken(rival), Effect.OPENS)
            continue
        way = min(unit.operators & WAYS, default="in")
        same = alignment.phrase.by_key.get(unit.term) or claim.by_key.get(unit.term, [])
        known = {name for one in same for name in one.operators & WAYS} or {"in"}
        if way not in known:
            sure = way in {"before", "after"} and known <= {"in"}
            effect = Effect.CONTRADICTS if sure else Effect.OPENS
            yield Reason("date", f"{way} {said}", f"in {said}", effect)


def _rival(term: str, held: Collection[str], claim: Profile) -> str:
    """Return the date that more of a claim's wordings have than `term`; empty if none has."""
    often = {one: sum(one in phrase.keys for phrase in claim.phrases) for one in sorted(held)}
    others = (one for one in often if one[0] == term[0] and often[one] > often[term])
    return max(others, key=lambda one: often[one], default="")


def _spoken(term: str) -> str:
    return term[1:] if term[0] == "y" else MONTHS[int(term[1:]) - 1].title()
