"""Several values in an order, which don't change."""

from collections.abc import Iterator, Sequence
from typing import TypeVar, overload

Item = TypeVar("Item")


class Listed(Sequence[Item]):
    """The items that it was given."""

    def __init__(self, items: Sequence[Item]) -> None:
        """Take the items, in order."""
        self._items = tuple(items)

    @overload
    def __getitem__(self, at: int) -> Item: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Item]: ...
    def __getitem__(self, at: int | slice) -> Item | Sequence[Item]:
        """Return the item at a place, or those in a range."""
        return self._items[at]

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._items)

    def __iter__(self) -> Iterator[Item]:
        """Yield them in order."""
        return iter(self._items)
