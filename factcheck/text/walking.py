"""Walk over a text's tokens once and note what each stands for."""

from collections.abc import Mapping

from factcheck.text.senses import Senses
from factcheck.text.words import stem

REACH = 2
"""How many terms after a `not` it turns round, unless the clause ends before."""

STOPS = frozenset(".,;:!?")
MEANINGLESS = frozenset({"stop", "not", "idle", "break"})
DENYING = frozenset({"not", "never"})
ONLY = frozenset({"only", "just", "merely"})
GETTING = frozenset("get gets got getting take takes took receive received come comes came".split())
"""What one gets from somebody, that person gives."""
EVERY = 3
"""The last step of the quantifier scale."""
WORKS = frozenset("audit report review finding recommend studi".split())
"""Stems of what somebody makes: in `Casey's audit`, Casey does nothing."""


class Walk:
    """One walk over a text's tokens."""

    def __init__(self, senses: Senses, said: list[str]) -> None:
        self.senses = senses
        self.terms: list[str] = []
        self.signs: dict[str, str] = {}
        self.names: list[str] = []
        self.actors: list[str] = []
        self.agents: list[str] = []
        self.steps: dict[str, int] = {}
        self.rivals: dict[str, dict[str, str]] = {}
        self.words: dict[str, str] = {}
        self.turned = 0
        self.turns = False
        self.denied: set[str] = set()
        self.denies = False
        self.lessened = False
        self.before = ""
        self.said, self.stemmed = said, [stem(token) for token in said]
        at = 0
        while at < len(said):
            size, roles = senses.match(said, self.stemmed, at)
            self._take(roles, at, size)
            self._mark(roles, " ".join(said[at : at + size]))
            self.denies = said[at] in DENYING or (self.denies and "stop" in roles)
            at += size

    def _mark(self, roles: Mapping[str, str], word: str) -> None:
        """Note the scale, the rivals and the turning that the phrase stands for."""
        if "scale" in roles:
            scale, step = roles["scale"].split(":")
            self.steps[scale] = max(self.steps.get(scale, 0), int(step))
        if word in {"any", "single"} and self.turns:
            self.steps["quantifier"] = EVERY  # "not recorded for any" speaks of them all
        if "rival" in roles:
            group, member = roles["rival"].split(":")
            self.rivals.setdefault(group, {})[member] = word
        self.turns |= "not" in roles or "opposite" in roles
        self.lessened |= roles.get("scale", "").startswith("quantifier") and self.before in ONLY
        self.before = word
        if "not" in roles:
            self.turned = REACH
        elif "break" in roles or word in STOPS:
            self.turned = 0

    def _take(self, roles: Mapping[str, str], at: int, size: int) -> None:
        stemmed, word = self.stemmed[at], " ".join(self.said[at : at + size])
        if "name" in roles:
            self._name(roles["name"], at, size)
        elif "same" in roles:
            self._term(roles["same"], word, opposite=False)
        elif "opposite" in roles:
            self._term(roles["opposite"], word, opposite=True)
        elif not roles.keys() & MEANINGLESS and len(stemmed) > 1 and stemmed[0].isalpha():
            self._term(stemmed, word, opposite=False)

    def _name(self, name: str, at: int, size: int) -> None:
        self.names.append(name)
        self.terms.append(name)
        self.words.setdefault(name, " ".join(self.said[at : at + size]))
        self.signs.setdefault(name, "-" if self.turned else "+")
        before = self.said[at - 1] if at else ""
        after = self.said[at + size : at + size + 2]
        spoken = self.said[max(0, at - 2) : at] == ["according", "to"] or self._speaks(at + size)
        given = before == "from" and not GETTING.isdisjoint(self.said[:at])
        if before == "by" or given or spoken:
            self.agents.append(name)
        elif after[:1] != ["'"] and not WORKS & set(self.stemmed[at + size : at + size + 1]):
            self.actors.append(name)

    def _speaks(self, at: int) -> bool:
        entries = self.senses.under(f"@{self.said[at]}") if at < len(self.said) else []
        return any(role == "speech" for _, role, _ in entries)

    def _term(self, term: str, word: str, *, opposite: bool) -> None:
        self.terms.append(term)
        self.words.setdefault(term, word)
        self.signs.setdefault(term, "-" if opposite != bool(self.turned) else "+")
        if self.denies and not opposite:
            self.denied.add(term)
        self.turned = max(0, self.turned - 1)
