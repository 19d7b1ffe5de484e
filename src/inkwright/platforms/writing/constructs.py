"""Which constructs a text holds that a platform may have to be set up for."""

from inkwright.model.document import Document
from inkwright.text.diagrams import kind_of


def constructs_in(document: Document) -> frozenset[str]:
    """Of math, mermaid, callout, html, footnote and table those that a document holds."""
    found = {name for name, kinds in _BLOCKS.items() if document.of_kind(*kinds)}  # type: ignore[arg-type]
    found |= {name for name, kinds in _INLINES.items() if document.inlines_of(*kinds)}  # type: ignore[arg-type]
    if any(kind_of(block) == "mermaid" for block in document.of_kind("code")):
        found.add("mermaid")
    return frozenset(found)


_BLOCKS = {
    "math": ("math",),
    "callout": ("callout",),
    "html": ("html",),
    "footnote": ("footnote",),
    "table": ("table",),
}
_INLINES = {"math": ("math",), "html": ("html",), "footnote": ("footnote_ref", "inline_note")}
