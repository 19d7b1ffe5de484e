"""Front matter: read safely, written back changing only the bytes concerned."""

import re
import tomllib
from typing import Any

import yaml

from inkwright.model.document import FrontMatter, Problem
from inkwright.model.span import Span

_FENCE = re.compile(r"\A(\ufeff?)(---|\+\+\+)[ \t]*(\r\n|\n|\r)")


def read_front_matter(text: str) -> FrontMatter:
    """The front matter on top of a text; an empty one when there is none."""
    opened = _FENCE.match(text)
    if not opened:
        return FrontMatter()
    fence = opened[2]
    closed = re.compile(rf"^{re.escape(fence)}[ \t]*(\r\n|\n|\r|\Z)", re.M).search(text, opened.end())
    if not closed:
        return FrontMatter()
    span = Span(opened.end(1), closed.end())
    inner = Span(opened.end(), closed.start())
    data: Any = {}
    problems: tuple[Problem, ...] = ()
    try:
        written = text[inner.start : inner.end]
        data = yaml.load(written, yaml.CSafeLoader) if fence == "---" else tomllib.loads(written)
    except (yaml.YAMLError, tomllib.TOMLDecodeError) as error:
        problems = (Problem(inner, f"the front matter cannot be read: {error}"),)
    known = data if isinstance(data, dict) else {}
    return FrontMatter("yaml" if fence == "---" else "toml", span, inner, known, problems)
