"""Walk over a text's tokens once and note what each stands for."""

from collections.abc import Mapping
from itertools import dropwhile

from factcheck.text.deeds import BEING, Heard
from factcheck.text.senses import Senses
from factcheck.text.words import stem

NEXT = 3
"""So many words before a noun for people the word for their kind may stand."""
REACH = 2
WHOLE = 99
"""How many terms after a `not` it turns round, unless the clause ends before."""

STOPS = frozenset(".,;:!?")
MEANINGLESS = frozenset({"stop", "not", "idle", "break"})
DENYING = frozenset({"not", "never"})
NOWHERE = frozenset({"nowhere", "at no point", "at no time", "not once", "never"})
"""At its start these turn a whole clause round: `nowhere does she ask for a change`."""
NOTHING = frozenset({"nothing", "none"})
"""After a verb these turn it round: `they won nothing`."""
ONLY = frozenset({"only", "just", "merely"})
FEW = frozenset({"few", "a few", "very few", "handful", "handful of"})
PERFECT = frozenset({"has", "have"})
MODAL = frozenset("should would could might may must to".split())
BETWEEN = frozenset({"been", "now", "just", "finally", "since"})
"""What may stand between `has` and the participle of what has happened."""
SELDOM = frozenset({"few", "very few", "rarely", "seldom", "hardly ever"})
EVERY = 3
"""The last step of the quantifier scale."""


class Walk:
    """One walk over a text's tokens."""

    def __init__(self, senses: Senses, said: list[str]) -> None:
        self.senses = senses
        self.terms: list[str] = []
        self.signs: dict[str, str] = {}
        self.names: list[str] = []
        self.steps: dict[str, int] = {}
        self.rivals: dict[str, dict[str, str]] = {}
        self.words: dict[str, str] = {}
        self.turned = 0
        self.turns = 0
        self.nots = 0
        self.reversed: set[str] = set()
        self.few: set[str] = set()
        self.denied: set[str] = set()
        self.done: set[str] = set()
        self.denies = False
        self.lessened = False
        self.spoke = False
        self.before = ""
        self.last = self.quantity = ""
        self.taken = self.scarce = False
        self.starts = True
        self.heard: list[Heard] = []
        self.kinds: list[tuple[int, str, str, str]] = []
        self.said, self.stemmed = said, [stem(token) for token in said]
        at = 0
        while at < len(said):
            size, roles = senses.match(said, self.stemmed, at)
            self.last = self.terms[-1] if self.taken else ""
            before = len(self.terms)
            self._take(roles, at, size)
            self._finish(roles, at, size)
            self.taken = len(self.terms) > before
            self._hear(roles, at, at + size)
            self._mark(roles, " ".join(said[at : at + size]), at)
            self.denies = said[at] in DENYING or (self.denies and "stop" in roles)
            at += size

    def _mark(self, roles: Mapping[str, str], word: str, at: int) -> None:
        """Note the scale, the rivals and the turning that the phrase stands for."""
        if "scale" in roles:
            self._step(*roles["scale"].split(":"))
            self.quantity = roles["scale"] if roles["scale"].startswith("quantifier") else ""
            self.scarce = word in FEW
        if word in {"any", "single"} and self.turns:
            self.steps["quantifier"] = EVERY  # "not recorded for any" speaks of them all
        if "rival" in roles:
            group, member = roles["rival"].split(":")
            self.rivals.setdefault(group, {})[member] = word
            self.kinds.append((at, group, member, word))
        self.turns += "not" in roles or "opposite" in roles
        if roles.get("scale", "").startswith("quantifier"):
            self.lessened |= self.before in ONLY or word.startswith("not ") or word in SELDOM
        self.spoke |= "speech" in roles
        self.before = word
        if "not" in roles:
            self.nots += 1
            self.turned = WHOLE if word in NOWHERE and self.starts else REACH
            if word in NOTHING and self.last:
                self.signs[self.last] = "-"
        elif "break" in roles or word in STOPS:
            self.turned = 0
        self.starts = word in STOPS

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

    def _finish(self, roles: Mapping[str, str], at: int, size: int) -> None:
        """Note what `has happened`: neither said nor planned, nor what one `has agreed to`."""
        told = "scale" in roles or "speech" in roles or "to" in self.said[at : at + size + 1]
        if told or not self.terms or not self.said[at].endswith("ed"):
            return
        back = dropwhile(BETWEEN.__contains__, reversed(self.said[:at]))
        if next(back, "") in PERFECT and next(back, "") not in MODAL:
            self.done.add(self.terms[-1])

    def _hear(self, roles: Mapping[str, str], at: int, end: int) -> None:
        role = next((role for role in ("deed", "converse", "act") if role in roles), "")
        if "name" in roles or "people" in roles:
            role = "actor"
        elif "speech" in roles:
            self.heard.append(Heard(at, end, "say", "act"))
            return
        if role and (self.taken or role == "actor"):
            self.heard.append(Heard(at, end, self.terms[-1] if self.taken else "", role))
        if "people" in roles and self.taken:
            self._bind(at, " ".join(self.said[at:end]))

    def _bind(self, at: int, people: str) -> None:
        """Note of what kind these people are: `white men` excludes `Asian men` alone."""
        for before, group, member, word in self.kinds:
            if 0 < at - before <= NEXT:
                bound = self.rivals.setdefault(f"{group} {self.terms[-1]}", {})
                bound[member] = f"{word} {people}"
        self.kinds.clear()

    def _step(self, scale: str, step: str) -> None:
        """Note a step of a scale; what `is claimed to prove` something is no more than claimed."""
        held = self.steps.get(scale, 0)
        claimed = scale == "certainty" and (self.spoke or scale in self.steps)
        claimed = claimed and self.before not in BEING
        self.steps[scale] = held if claimed else max(held, int(step))

    def _name(self, name: str, at: int, size: int) -> None:
        self.names.append(name)
        self.terms.append(name)
        self.words.setdefault(name, " ".join(self.said[at : at + size]))
        self.signs.setdefault(name, "-" if self.turned else "+")

    def _term(self, term: str, word: str, *, opposite: bool) -> None:
        self.terms.append(term)
        self.words.setdefault(term, word)
        if self.quantity:
            self.steps[f"quantifier {term}"] = int(self.quantity[-1])
            self.quantity = ""
            if self.scarce:
                self.few.add(term)
        self.signs.setdefault(term, "-" if opposite != bool(self.turned) else "+")
        if opposite:
            self.reversed.add(term)
        elif self.denies:
            self.denied.add(term)
        self.turned = 0 if opposite else max(0, self.turned - 1)
