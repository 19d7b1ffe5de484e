"""Mermaid to SVG with merman: offline, without a browser, the same bytes each time."""

import atexit
import json
import re
from functools import cache, lru_cache
from importlib.util import find_spec
from typing import Any

from inkwright.model.diagram import Fault, Theme
from inkwright.model.regex import regex

MAX_SOURCE = 100_000
"""Characters of a diagram beyond which it is not drawn."""
_LABELS = {"light": "#ffffff", "dark": "#14171b"}
"""What stands behind the words on an arrow: the page."""
_SEE_THROUGH, _SOLID = ".edgeLabel rect{opacity:0.5;", ".edgeLabel rect{opacity:1;"
"""Words on an arrow can be read when the arrow does not run through them."""
_TODAY = regex(r'<g class="today">.*?</g>', re.S)
"""The line in a Gantt chart that would make every day's build another one."""
_AT_THE_END = "fallback location"
"""How merman says that it does not know the place and took the end."""
_NO_MATH = "formulas in labels (`$$...$$`) are not drawn: say it in words"
_SEARCHED = 80
"""Lines in which the place of such a mistake is searched for; each costs a millisecond."""


def ready() -> bool:
    """Whether merman is installed and loads here."""
    return _client() is not None


@lru_cache(16)
def draw(source: str, theme: Theme) -> str:
    """The SVG of a diagram. Raises ValueError for one that cannot be drawn."""
    client = _client()
    if client is None:
        raise ValueError("merman is not installed")
    import merman

    try:
        svg: str = client.render_svg(source, _options(theme))
    except merman.MermanError as error:
        raise ValueError(_said(error)) from error
    return _TODAY.sub("", svg.replace(_SEE_THROUGH, _SOLID))


def fault(source: str) -> Fault | None:
    """The first mistake in a diagram; None for a sound one."""
    client = _client()
    if client is None:
        return None
    if len(source) > MAX_SOURCE:
        return Fault(f"it has more than {MAX_SOURCE:,} characters", 1)
    first = _first_error(client, source)
    if first is None:
        return _undrawable(source)
    message, span = _plain(first["message"]), first.get("span") or {}
    line, column = span.get("line", 1), span.get("column", 1)
    if any(_AT_THE_END in related.get("message", "") for related in first.get("related", ())):
        line, column = _searched(client, source, first["message"]) or (line, column)
    if first["message"] == "no Mermaid diagram detected":
        line, column = _first_content(source), 1
    lines = source.split("\n")
    while line > 1 and (line > len(lines) or not lines[line - 1].strip()):
        line, column = line - 1, 1
    return Fault(message, line, column)


def _undrawable(source: str) -> Fault | None:
    """Why a diagram without a mistake cannot be drawn all the same; None for one that can."""
    try:
        draw(source, "light")
    except ValueError as error:
        before = source.partition("$$")[0] if str(error) == _NO_MATH else ""
        return Fault(str(error), before.count("\n") + 1)
    return None


def _first_error(client: Any, source: str) -> dict[str, Any] | None:
    found = json.loads(client.analyze_json(source, _options("light")))
    errors = [one for one in found["diagnostics"] if one["severity"] == "error"]
    return errors[0] if errors else None


def _searched(client: Any, source: str, message: str) -> tuple[int, int] | None:
    """The first line with which the diagram so far has this mistake."""
    lines = source.split("\n")
    for count in range(1, min(len(lines), _SEARCHED) + 1):
        found = _first_error(client, "\n".join(lines[:count]) + "\n")
        if found is not None and found["message"] == message:
            return count, len(lines[count - 1]) - len(lines[count - 1].lstrip()) + 1
    return None


def _first_content(source: str) -> int:
    """The first line that is neither blank nor a comment: where the kind of the diagram should stand."""
    for number, line in enumerate(source.split("\n"), 1):
        if line.strip() and not line.strip().startswith("%%"):
            return number
    return 1


def _plain(message: str) -> str:
    if message == "no Mermaid diagram detected":
        return "no kind of diagram is named: begin with `flowchart LR`, `sequenceDiagram` or the like"
    return message[:1].lower() + message[1:].rstrip(".")


def _said(error: Any) -> str:
    whole = str(getattr(error, "message", error))
    message = whole.split(": ", 1)[-1]
    if "resource limit" in whole:
        return "it is too large to be laid out: split it"
    if "capability `math`" in whole:
        return _NO_MATH
    return _plain(message)


@cache
def _client() -> Any:
    if find_spec("merman") is None:
        return None
    try:
        import merman

        atexit.register(_client.cache_clear)  # while the library can still be called
        return merman.Merman()
    except (ImportError, OSError, RuntimeError):
        return None  # a wheel of another platform or an older C library: as good as not installed


@cache
def _options(theme: Theme) -> str:
    """Labels as SVG text instead of HTML, no scripts, nothing that needs a clock, bounded work."""
    config = {
        "theme": "default" if theme == "light" else "dark",
        "htmlLabels": False,
        "flowchart": {"htmlLabels": False},
        "securityLevel": "strict",
        "fontFamily": "arial, sans-serif",
        "themeVariables": {"edgeLabelBackground": _LABELS[theme]},
    }
    svg = {"pipeline": "resvg-safe", "diagram_id": "diagram"}
    return json.dumps({"site_config": config, "svg": svg, "resources": {"profile": "interactive"}})
