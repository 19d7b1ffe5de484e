"""Posts that are published although their author has not finished them: told of after a build, not held back."""

from collections.abc import Iterator

from inkwright.model.site import Unreadable
from inkwright.site.catalog import Catalog

_HINT = "Finish it, or set `draft: true`."


def unfinished(shown: Catalog) -> Iterator[Unreadable]:
    """One sentence for each thing that published posts lack, about the first of them: text, answers to the open
    questions of its plan, what a TK in its prose stands for."""
    found: dict[str, list[tuple[str, int]]] = {}
    for entry in shown.entries:
        if entry.card.lacking is not None and entry.file.kind == "post" and not entry.preview:
            line, said = entry.card.lacking
            found.setdefault(said, []).append((entry.file.path, line))
    for said, places in found.items():
        (path, line), more = places[0], f" (and {len(places) - 1} more like it)" if len(places) > 1 else ""
        yield Unreadable(path, line, f"it is published and {said}{more}", _HINT)
