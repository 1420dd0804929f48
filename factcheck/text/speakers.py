"""Who says something: a word for saying, a reporting clause, a document that finds."""

from factcheck.text.clauses import TELLING, Clause
from factcheck.text.units import Unit
from factcheck.text.verbs import HAVING
from factcheck.text.words import stem

DOCUMENTS = frozenset(
    "audit inquiry investigation paper report review statement study survey".split()
)
FINDING = frozenset("find conclud report note show reveal say".split())
"""What whoever wrote a document says by it: stems."""
REPORTING = frozenset(
    "announc confirm conclud estim find note observ pledg promis recommend reveal suggest "
    "vow".split()
)
"""Verbs by which somebody says something, if that follows with `that`, or stands before: stems."""


def says(clause: Clause, unit: Unit) -> bool:
    """Whether an actor says it, as in `…, Cooper said` or `…, says Cooper`."""
    after, before = unit.end, unit.at - 1
    if after + 1 < len(clause.said) and clause.said[after] in HAVING:
        after += after + 1 in clause.speech  # `…, Dorn has said`
    if (
        list(clause.said[after : after + 1]) == ["as"]
        and clause.operated.get(after + 1) == "claimed"
    ):
        return True  # `reports Dorn as claiming`
    last = len(clause.said) - 1
    ends = after > last or not clause.said[after].isalnum()
    if after in clause.speech and list(clause.said[after + 1 : after + 2]) == ["to"]:
        return False  # `she promised to …` says what she is to do
    if before in clause.speech and clause.said[before].startswith(TELLING):
        return False  # `…, Rusk told Dorn`
    closes = is_reporting(clause, after) and (after == last or not clause.said[after + 1].isalnum())
    if closes and list(clause.said[before : unit.at]) == [","]:
        return True  # `…, the council announced`
    return after in clause.speech or (before in clause.speech and ends)


def is_reporting(clause: Clause, at: int) -> bool:
    """Whether a token is a verb by which somebody says something."""
    return at < len(clause.said) and stem(clause.said[at]) in REPORTING


def reports(clause: Clause, unit: Unit) -> bool:
    """Whether an actor's report says it, as in `the Casey audit found`."""
    noun = next((u for _, u in clause.units if u.at >= unit.end), None)
    if noun is None or noun.said not in DOCUMENTS or noun.end >= len(clause.said):
        return False
    verb = noun.end
    claimed = clause.operated.get(verb) == "claimed"
    finds = verb in clause.verbs and stem(clause.said[verb]) in FINDING
    return verb in clause.speech or claimed or finds
