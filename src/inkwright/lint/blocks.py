"""What is said of each top-level block of a document, taken over from version to version."""

from collections.abc import Callable
from typing import Any, TypeVar
from weakref import WeakKeyDictionary

from inkwright.model.document import Block, Document
from inkwright.text.versions import before

T = TypeVar("T")
_said: WeakKeyDictionary[Document, dict[Callable[..., Any], list[Any]]] = WeakKeyDictionary()


def of_blocks(document: Document, judge: Callable[[Document, Block], T]) -> list[T]:
    """What a function says of each top-level block, in reading order.

    A block that an earlier version has as well is not asked about again, so what is said must follow from the block
    and its source alone and hold no offset.
    """
    known = before(document)
    earlier, kept = known if known else (None, {})
    was: list[T] | None = _said.get(earlier, {}).get(judge) if earlier else None
    if was is None:
        said = [judge(document, block) for block in document.blocks]
    else:
        said = [was[kept[at]] if at in kept else judge(document, block) for at, block in enumerate(document.blocks)]
    _said.setdefault(document, {})[judge] = said
    return said
