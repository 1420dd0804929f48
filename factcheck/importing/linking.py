"""Put the nodes of a JSON-LD graph where others refer to them by `@id`."""

from collections.abc import Iterable, Iterator
from typing import Any, TypeVar

Where = TypeVar("Where")
Nodes = dict[str, dict[str, Any]]
REFERRING = ("author", "publisher", "itemReviewed", "reviewRating")
"""The keys of a review, and of what it reviews, under which a node may stand elsewhere."""
DEPTH = 8
"""So far into a node references are followed: a review, its claim, who made it, lists between."""
MOST = 10_000
"""So many nodes are held at once, and so many that wait for others."""


def linked(found: Iterable[tuple[Where, Any]]) -> Iterator[tuple[Where, Any]]:
    """Yield each value with the nodes that it refers to in the place of their references.

    Values that refer to a node that comes later are yielded last. What refers to no
    node at all is left as it is.
    """
    nodes: Nodes = {}
    waiting: list[tuple[Where, Any]] = []
    for where, value in found:
        name = value.get("@id") if isinstance(value, dict) else None
        if isinstance(name, str) and len(value) > 1 and len(nodes) < MOST:
            nodes[name] = value
        if len(waiting) < MOST and _is_open(value, nodes, DEPTH):
            waiting.append((where, value))
        else:
            yield where, _filled(value, nodes, DEPTH)
    for where, value in waiting:
        yield where, _filled(value, nodes, DEPTH)


def reference(value: Any) -> str | None:
    """Return what `value` refers to; `None` if it is no reference."""
    if not isinstance(value, dict) or len(value) != 1:
        return None
    name = value.get("@id")
    return name if isinstance(name, str) else None


def _is_open(value: Any, nodes: Nodes, depth: int) -> bool:
    """Whether anything in `value` refers to a node that was not seen yet."""
    if isinstance(value, list) and depth:
        return any(_is_open(one, nodes, depth - 1) for one in value)
    if not isinstance(value, dict) or not depth:
        return False
    node = nodes.get(reference(value) or "", value)
    if reference(node) is not None:
        return True
    return any(_is_open(node[key], nodes, depth - 1) for key in REFERRING if key in node)


def _filled(value: Any, nodes: Nodes, depth: int) -> Any:
    if isinstance(value, list) and depth:
        return [_filled(one, nodes, depth - 1) for one in value]
    if not isinstance(value, dict) or not depth:
        return value
    node = nodes.get(reference(value) or "", value)
    held = {key: _filled(node[key], nodes, depth - 1) for key in REFERRING if key in node}
    return {**node, **held} if held else node
