"""Read clean tokens as units: what says something, in whose scope it stands, and who does it.

A unit is a word, a name, a figure or a date. Around it stand operators, closed classes
of English that change what is said of it: `not`, `attempted to`, `will`, `some`, `if`.
"""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from factcheck.text.contexts import (
    DETERMINERS,
    ENDING,
    has_moved,
    is_attempt,
    is_counted,
    is_denial,
    is_harm,
    is_noun,
    is_order,
    is_particle,
    measure,
)
from factcheck.text.dates import is_month, is_year, way_to
from factcheck.text.figures import FIGURE
from factcheck.text.related import is_people, related
from factcheck.text.senses import Senses
from factcheck.text.verbs import BEING, PAST
from factcheck.text.words import stem

DIRECT = 1
"""So many units after a `not` it is said of directly; what follows may be stated."""
BOUND = 3
"""So many tokens after a quantifier or a hedge may stand before what it is said of."""
STOPS = frozenset(".;:?!()")
QUANTITIES = ("few", "some", "often", "most", "all")
LIMITS = frozenset({*QUANTITIES, "only"})
QUOTED = 7
"""So many tokens from a limit to what it is said of are told whole, and of more the ends."""
TAKING = frozenset("take takes took taken taking lasted lasts".split())
"""Before a figure they tell of how long, or how many: `it took three months`."""
MEANINGLESS = frozenset({"stop", "not", "idle", "break", "operator", "quantity"})
RELATIVE = frozenset({"who", "which", "that"})
SUBJECTS = frozenset("he she it they we there".split())
RISEN = {"up": "rise", "down": "fall"}
EMBEDDING = frozenset(
    "find found say said show showed shown suggest suggested think thought believe believed know "
    "known knew conclude concluded prove proved proven report reported claim claimed".split()
)
"""What follows `didn't find that` is denied with it."""
NOBODY = frozenset({"nobody", "no one", "none", "nothing", "neither", "not one of", "not a single"})
OPENING = NOBODY | {"no"}
"""These deny a whole clause as its subject, and no word of it directly."""


class Unit(NamedTuple):
    """What says something in a text.

    Attributes:
        term: What it stands for: a stem, a name as `@keir_starmer`, a figure as `#550`,
            a year as `y2014`, a month as `m5`.
        said: The words that it was read from.
        at: Its first token.
        end: The token after its last.
        clause: Which clause it stands in, from 0.
        opposite: Whether it was read from a word for the opposite of `term`.
        denied: Whether a `not` is said of it directly.
        under: How many times a `not` stands before it in its clause.
        operators: The moods in whose scope it stands, and the quantities said of it.
        put: The words from the `not` or the quantity that is said of it to its own; empty
            if there is none.
        figure: Which figure it is, from 0; `None` for any other unit.
        identity: Whether it tells of a religion, an origin, a sex or an age.
        kind: Whether it is a `name`, a `figure`, a `date` or a `word`.
    """

    term: str
    said: str
    at: int
    end: int
    clause: int
    opposite: bool
    denied: bool
    under: int
    operators: frozenset[str]
    put: str
    figure: int | None
    identity: bool
    kind: str


def _kind(term: str) -> str:
    if term[0] in "@#":
        return "name" if term[0] == "@" else "figure"
    return "date" if term[0] in "ym" and term[1:].isdigit() else "word"


class Units:
    """One walk over a text's tokens.

    Attributes:
        units: In order.
        whole: For each clause, how many of its words deny all of it, as `nobody` does.
        loose: Each `not`, as it stands, that nothing follows in its clause: `it was not`.
        heard: For each phrase its first token, the token after its last, and its roles.
        speech: The tokens that are words for saying something.
        moods: The operators, each with the word for it.
        operated: For each token of such a word which operator it is.
        denies: Whether it says of all of itself that it is false.
        carried: For each clause that opens with `who` or `which`, the unit that this is, and
            the token behind it.
    """

    def __init__(self, senses: Senses, said: Sequence[str]) -> None:
        """Read `said`, in which a token that opens with `FIGURE` stands for a figure."""
        self.senses, self.said = senses, said
        self.stemmed = [stem(token) for token in said]
        self.units: list[Unit] = []
        self.heard: list[tuple[int, int, Mapping[str, str]]] = []
        self.speech: set[int] = set()
        self.denies = False
        self.moods: dict[str, str] = {}
        self.operated: dict[int, str] = {}
        self.carried: dict[int, tuple[int, int]] = {}
        self.whole: list[int] = [0]
        self.loose: list[str] = []
        self.clause = 0
        self._open()
        at = 0
        while at < len(said):
            at = self._step(at)
        self._loosen()
        self._bind()

    def _open(self) -> None:
        """Begin a clause: no operator of the one before reaches into it."""
        self.scope: set[str] = set()
        self.quantity: dict[str, int] = {}
        self.limits: dict[str, tuple[int, int]] = {}
        self.direct = 0
        self.filled = self.led = False
        self.under = 0

    def _heads(self, at: int) -> bool:
        """Whether a `to` follows no more than a name, as in a headline."""
        inside = [unit for unit in self.units if unit.clause == self.clause]
        named = bool(inside) and all(unit.kind == "name" for unit in inside)
        people = len(inside) == 1 and is_people(inside[0].said)
        return (named or people) and inside[-1].end == at

    def _step(self, at: int) -> int:
        token = self.said[at]
        if token in ENDING and self.units and self.units[-1].end == at:
            self.quantity.clear()  # `several arrests in the town` are of one town
        if token == "to" and self._heads(at):
            self._operate("future", token)  # a headline: `Agency to oversee the work`
        if token == ",":
            self._loosen()  # `a record is lacking, she found`
        if token in STOPS or (token == "," and self.led):
            self._close()
            return at + 1
        if token in RISEN and has_moved(self.said, at):
            self._add(at, at + 1, RISEN[token])
            return at + 1
        if token[0] == FIGURE:
            self._add(at, at + 1, token[1:], figure=int(token[1:]), way=measure(self.said, at))
            return at + 1
        dated = f"y{token}" if is_year(token) else f"m{is_month(self.said, at)}"
        if dated != "m0":
            self._add(at, at + 1, dated, way=way_to(self.said, at))
            return at + 1
        size, roles = self.senses.match(self.said, self.stemmed, at)
        if "not" in roles and self.said[at + size - 1] == "to" and self._is_done(at):
            size, roles = self.senses.match([token], self.stemmed[at : at + 1], 0)
        phrasal = (
            f"{self.stemmed[at]}_{self.said[at + 1]}" if is_particle(self.said, at + 1) else ""
        )
        if size == 1 and phrasal and related(phrasal).same:
            self._add(at, at + 2, phrasal)
            return at + 2
        self.heard.append((at, at + size, roles))
        self._read(roles, at, at + size)
        return at + size

    def _is_done(self, at: int) -> bool:
        """Whether a form of `be` leads a word: `entry was refused to Dorn`."""
        return not BEING.isdisjoint(self.said[max(0, at - 2) : at])

    def _read(self, roles: Mapping[str, str], at: int, end: int) -> None:
        said = " ".join(self.said[at:end])
        if "break" in roles:
            self._break(said, at)
        if "operator" in roles and "idle" not in roles and not is_harm(self.said, self.stemmed, at):
            self._operate(roles["operator"], said)
            self.limits[roles["operator"]] = at, end
            self.operated.update(dict.fromkeys(range(at, end), roles["operator"]))
        sought = is_attempt(self.said, at)
        if sought:
            self._operate("attempt", said)
        if end - at == 1 and is_denial(self.said, at):
            self._operate("denied", said)
        if "quantity" in roles:
            self._limit(roles["quantity"], end)
            self.limits["all" if roles["quantity"] == "any" else roles["quantity"]] = at, end
        if "not" in roles and "idle" not in roles:
            self._deny(said, at, end)
        term = "" if sought else self._term(roles, at, end)
        if term and self._is_limited_before(at):
            self.quantity.clear()  # `mostly young men robbed them` limits no robbing
        if term:
            self._add(
                at,
                end,
                term,
                opposite="opposite" in roles and "name" not in roles,
                identity="identity" in roles,
            )
        if "speech" in roles:
            self._tell(at, end)

    def _tell(self, at: int, end: int) -> None:
        """Let a word for saying be one, or else the order that it gives."""
        if is_order(self.said, at):
            self._operate("order", self.said[at])
            self.operated[at] = "order"
            return
        self.speech.update(range(at, end))
        self._spoken(end)

    def _is_limited_before(self, at: int) -> bool:
        """Whether a verb stands at `at`, and what a quantity limits right before it."""
        last = self.units[-1] if self.units and self.units[-1].clause == self.clause else None
        limited = last is not None and any(end <= last.at for end in self.quantity.values())
        token = self.said[at]
        return limited and (token in PAST or token.endswith("ed"))

    def _break(self, said: str, at: int) -> None:
        """Begin a clause that `who`, `because` or the like opens."""
        before = self.units[-1] if self.units else None
        self._close(at)
        self.led = said not in RELATIVE
        if said in RELATIVE and before and self._follows(before, at, said):
            self.carried[self.clause] = len(self.units) - 1, at + 1

    def _deny(self, said: str, at: int, end: int) -> None:
        """Let a `not` be said of what follows, or `nobody` of the whole clause that it opens.

        Two make up for each other: who `never failed to pay` paid.
        """
        if said in NOBODY and self.said[at - 1 : at] in (["and"], [","], ["but"]):
            self._close()
        self.under += 1
        self.limits["not"] = (self.limits["not"][0] if self.direct else at), end
        before = {*self.said[max(0, at - 1) : at]}
        opening = said in OPENING and not self.filled and before.isdisjoint(BEING)
        self.whole[self.clause] += opening
        self.direct = 0 if opening or self.direct else DIRECT

    def _follows(self, unit: Unit, at: int, relative: str) -> bool:
        """Whether a relative clause is of a unit; `…, which the keeper drained` need not be."""
        between = self.said[unit.end : at]
        return not between or (between == [","] and relative == "who")

    def _term(self, roles: Mapping[str, str], at: int, end: int) -> str:
        """Return what a phrase stands for; empty if it says nothing by itself."""
        if self.said[at] in TAKING and is_counted(self.said, end):
            return "last"
        meaning = roles.get("name")
        if not meaning and not {"quantity", "idle"} & roles.keys():
            meaning = roles.get("same") or roles.get("opposite")
            meaning = meaning or self._plain(roles, at, end)
        return meaning or ""

    def _plain(self, roles: Mapping[str, str], at: int, end: int) -> str:
        """Return the stem of a word that the senses give no meaning."""
        if "identity" in roles:
            return "_".join(self.stemmed[at:end])
        stemmed = self.stemmed[at]
        if roles.get("operator", "claimed") != "claimed" and is_noun(self.said, at):
            return stemmed  # what is only claimed says no more
        if roles.keys() & MEANINGLESS or (end - at > 1 and "speech" not in roles):
            return ""
        return stemmed if len(stemmed) > 1 and stemmed[0].isalpha() else ""

    def _operate(self, operator: str, said: str) -> None:
        """Let an operator hold for what follows in its clause; `said` is the word for it."""
        self.denies ^= operator == "framing"
        self.scope.add(operator)
        self.moods.setdefault(operator, said)

    def _limit(self, quantity: str, end: int) -> None:
        """Let a quantity hold for what follows; `not … any` is said of all."""
        following = self.said[end] if end < len(self.said) else "."
        if quantity == "some" and following[0] == FIGURE:
            return  # `some 300 passengers` are about as many
        if self.said[end - 1] == "of" and following.endswith("ing"):
            return  # `an important part of protecting them`
        if quantity != "any":
            self.quantity[quantity] = end
        elif self.under and not self._moved(end):
            self.quantity["all"] = end

    def _moved(self, end: int) -> bool:
        """Put a denial where it belongs: `did not find any evidence` says `found no evidence`."""
        last = self.units[-1] if self.units else None
        if last is None or not last.denied or last.clause != self.clause or last.end != end - 1:
            return False
        self.units[-1] = last._replace(denied=False, under=last.under - 1)
        self.direct = DIRECT
        return True

    def _spoken(self, end: int) -> None:
        """End the clause of who says something, if what is said follows."""
        following = self.said[end] if end < len(self.said) else ""
        told = self.said[end - 1].startswith(("told", "tell", "warn"))
        if following in {"that", ":", ","} or (not told and self._is_subject(end)):
            self._close(end)

    def _is_subject(self, at: int) -> bool:
        """Whether who does something may stand at `at`."""
        if at >= len(self.said):
            return False
        named = "name" in self.senses.match(self.said, self.stemmed, at)[1]
        people = is_people(self.said[at])  # `she claimed victims were ignored`
        return (
            named or people or is_counted(self.said, at) or self.said[at] in DETERMINERS | SUBJECTS
        )

    def _close(self, at: int = 0) -> None:
        """End a clause before `at`; one that holds nothing yet goes on."""
        if not self.filled:
            return
        self._loosen()
        self._bind()
        embeds = self.under > 0 and self.said[at - 1] in EMBEDDING
        self.clause += 1
        self.whole.append(0)
        self._open()
        self.under = int(embeds)

    def _loosen(self) -> None:
        """Let a `not` that is said of nothing yet be said of nothing."""
        if self.direct:
            self.loose.append(" ".join(self.said[slice(*self.limits["not"])]))
        self.direct = 0

    def _bind(self) -> None:
        """Let a quantity that nothing follows hold for what stands before: `so in all cases`."""
        if self.units and self.units[-1].clause == self.clause:
            unit = self.units[-1]
            late = {name for name, last in self.quantity.items() if last > unit.at}
            put = self._put(unit.at, unit.end, late) if late else unit.put
            self.units[-1] = unit._replace(operators=unit.operators | late, put=put)

    def _add(
        self,
        at: int,
        end: int,
        term: str,
        *,
        opposite: bool = False,
        figure: int | None = None,
        way: str | None = None,
        identity: bool = False,
    ) -> None:
        bound = {name for name, last in self.quantity.items() if at - last <= BOUND}
        operators = frozenset(self.scope | bound | ({way} if way else set()))
        term = term if figure is None else f"#{term}"
        self.units.append(
            Unit(
                term,
                " ".join(self.said[at:end]),
                at,
                end,
                self.clause,
                opposite,
                self.direct > 0,
                self.under,
                operators,
                self._put(at, end, operators & LIMITS),
                figure,
                identity,
                _kind(term),
            )
        )
        self.direct = max(0, self.direct - 1)
        self.filled = True

    def _put(self, at: int, end: int, limits: AbstractSet[str]) -> str:
        """Return the words from the first of the limits, or of a `not`, to a unit's own."""
        wanted = {*limits, "not"} if self.direct or not limits else limits
        known = [self.limits[name] for name in wanted if name in self.limits]
        if not known:
            return ""
        first, last = min(known)
        start, stop = min(first, at), max(last, end)
        if stop - start <= QUOTED:
            return " ".join(self.said[start:stop])
        return " ".join((*self.said[first:last], "…", *self.said[at:end]))
