"""Whose export it is, by what only that platform writes: so that one given under another name is not read wrongly."""

import re

from inkwright.model.errors import InkwrightError, UnreadableError
from inkwright.model.regex import regex
from inkwright.platforms.reading.export import Export

_SIGNS = (
    ("medium", (".html",), regex(rb'class="(?:h-entry|graf graf--|section section--body)')),
    ("wordpress", (".xml",), regex(rb"<wp:wxr_version>|<wp:post_type>")),
    ("ghost", (".json",), regex(rb'"(?:mobiledoc|lexical|comment_id)"\s*:')),
    ("substack", ("posts.csv",), regex(rb"\A[^\n]*\bpost_id\b[^\n]*\bemail_sent_at\b")),
)
"""Platforms whose exports are told from each other, the endings of the files that tell, and what they say."""
_LOOKED = 5
"""Files of each ending that are looked at."""
_BYTES = 200_000


def require_whose(name: str, export: Export) -> None:
    """Raises UnreadableError for what is plainly another platform's export than that of the format `name`."""
    known = {one for one, _, _ in _SIGNS}
    found = [one for one, endings, sign in _SIGNS if _says(export, endings, sign)] if name in known else []
    if found and name not in found:
        hint = f"Read it with `inkwright import {found[0]} {export.name}`."
        raise UnreadableError(f"this is an export of {found[0].capitalize()}", path=export.name, hint=hint)


def _says(export: Export, endings: tuple[str, ...], sign: re.Pattern[bytes]) -> bool:
    files = [name for name in export.names if name.lower().endswith(endings)][:_LOOKED]
    return any(sign.search(_start(export, name)) for name in files)


def _start(export: Export, name: str) -> bytes:
    try:
        return export.read(name)[:_BYTES]
    except InkwrightError:
        return b""
