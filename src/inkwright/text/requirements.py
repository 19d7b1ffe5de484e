"""The packages that a post's code needs, as the post declares them.

Either a block of PEP 723 in the first Python fence (`# /// script`), or `requires: [numpy, pandas>=2]` in front matter.
"""

import tomllib

from inkwright.model.document import Document
from inkwright.model.errors import UnreadableError
from inkwright.model.regex import regex
from inkwright.model.snippet import Snippet

_BLOCK = regex(r"(?m)^# /// (?P<type>[a-zA-Z0-9-]+)$\s(?P<content>(^#(| .*)$\s)+)^# ///$")


def requirements(document: Document, found: tuple[Snippet, ...]) -> tuple[str, ...] | None:
    """The declared packages in the order written; None when the post declares nothing (an empty list is something).

    Raises UnreadableError with the line for a declaration that cannot be read.
    **Source:** PEP 723.
    """
    first = next((snippet for snippet in found if snippet.language == "python" and not snippet.prompt), None)
    match = next((m for m in _BLOCK.finditer(first.code) if m["type"] == "script"), None) if first else None
    if first and match:
        line = document.position(first.block.span.start).line + first.code[: match.start()].count("\n") + 1
        return _listed(_script(match["content"], document, line), "dependencies", document, line)
    data = document.front_matter.data
    if "requires" not in data:
        return None
    span = document.front_matter.key_spans.get("requires")
    return _listed(data["requires"], "requires", document, document.position(span.start).line if span else 1)


def _script(content: str, document: Document, line: int) -> object:
    text = "".join(row[2:] if row.startswith("# ") else row[1:] for row in content.splitlines(keepends=True))
    try:
        return tomllib.loads(text).get("dependencies", [])
    except tomllib.TOMLDecodeError as error:
        said = f"this script block is no TOML: {error}"
        raise UnreadableError(said, path=document.source.path, line=line, hint="Mend it.") from error


def _listed(value: object, key: str, document: Document, line: int) -> tuple[str, ...]:
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return tuple(item.strip() for item in value if item.strip())
    hint = f'For example {key}: ["numpy", "pandas>=2"].'
    raise UnreadableError(f"`{key}` must be a list of packages", path=document.source.path, line=line, hint=hint)
