"""Put the nodes of a JSON-LD graph where others refer to them by `@id`.

Each value grows by a bounded part, whatever refers to what: nodes that refer to each
other many times over would else fill the memory.
"""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple, TypeVar

from factcheck.importing.fields import Repeated

Where = TypeVar("Where")
REFERRING = ("author", "publisher", "itemReviewed", "reviewRating", "claimReviewed")
"""The keys of a review, and of what it reviews, under which a node may stand elsewhere."""
READ = (
    *REFERRING,
    *("@id", "@type", "alternateName", "bestRating", "datePublished"),
    *("name", "ratingValue", "text", "url"),
)
"""The keys of a node that are read where others refer to it."""
DEPTH = 8
"""So far into a node references are followed: a review, its claim, who made it, lists between."""
MOST = 10_000
"""So many nodes are held at once, and so many that wait for others."""
ROOM = 300
"""By so many values a value may grow by all that it refers to; a long text counts for several."""


class _Node(NamedTuple):
    """What others can refer to, and how many values it has."""

    size: int
    value: dict[str, Any]


def linked(found: Iterable[tuple[Where, Any]]) -> Iterator[tuple[Where, Any]]:
    """Yield each value with the nodes that it refers to in the place of their references.

    Values that refer to a node that comes later are yielded last. What refers to no
    node at all, or to more than fits, is left as it is.
    """
    nodes: dict[str, _Node] = {}
    waiting: list[tuple[Where, Any]] = []
    for where, value in found:
        _keep(value, nodes)
        filling = _Filling(nodes)
        whole = filling.filled(value, DEPTH)
        if filling.is_open and len(waiting) < MOST:
            waiting.append((where, value))
        else:
            yield where, whole
    for where, value in waiting:
        yield where, _Filling(nodes).filled(value, DEPTH)


def reference(value: Any) -> str | None:
    """Return what `value` refers to; `None` if it is no reference."""
    if not isinstance(value, dict) or len(value) != 1:
        return None
    name = value.get("@id")
    return name if isinstance(name, str) else None


def _keep(value: Any, nodes: dict[str, _Node]) -> None:
    """Hold what others need of a node, if it has a name and is no larger than fits."""
    name = value.get("@id") if isinstance(value, dict) else None
    if isinstance(name, str) and len(value) > 1 and len(nodes) < MOST:
        needed = {key: value[key] for key in READ if key in value}
        size = _size(needed)
        if size <= ROOM:
            nodes[name] = _Node(size, needed)


def _size(value: Any) -> int:
    """Return how many values there are in `value`, or some number larger than fits."""
    size, waiting = 0, [value]
    while waiting and size <= ROOM:
        one = waiting.pop()
        size += 1 + len(one) // 100 if isinstance(one, str) else 1
        if isinstance(one, dict | list):
            held = one.values() if isinstance(one, dict) else one
            if len(held) > ROOM:
                return len(held)
            waiting.extend(held)
    return size


class _Filling:
    """Fills one value.

    Attributes:
        is_open: Whether something refers to a node that was not seen yet.
    """

    def __init__(self, nodes: dict[str, _Node]) -> None:
        self.nodes, self.room, self.is_open = nodes, ROOM, False

    def filled(self, value: Any, depth: int) -> Any:
        """Return `value` with nodes in the place of references, so far down."""
        if isinstance(value, Repeated) or not depth:
            return value
        if isinstance(value, list):
            return [self.filled(one, depth - 1) for one in value]
        if not isinstance(value, dict):
            return value
        node = self._node(value)
        held = {key: self.filled(node[key], depth - 1) for key in REFERRING if key in node}
        return {**node, **held} if held else node

    def _node(self, value: dict[str, Any]) -> dict[str, Any]:
        """Return what `value` refers to, if it does, it is held, and there is room for it."""
        name = reference(value)
        node = self.nodes.get(name) if name is not None else None
        self.is_open |= name is not None and node is None
        if node is None or node.size > self.room:
            return value
        self.room -= node.size
        return node.value
