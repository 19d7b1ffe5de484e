"""HTML as MDX reads it: elements closed, styles as objects, braces as text. Tags that nobody closed stay open.

**Source:** mdxjs.com/docs/what-is-mdx (no HTML comments, each element closed, braces are code), react.dev/reference
(the `style` of an element is an object).
"""

import json
import re

from inkwright.model.regex import regex

_PIECES = regex(
    r"(?P<raw><(?P<name>script|style)\b[^>]*>.*?</(?P=name)\s*>)|(?P<doctype><!doctype[^>]*>|<\?.*?\?>)"
    r"|(?P<tag></?[a-z][\w-]*(?:[^<>\"']|\"[^\"]*\"|'[^']*')*>)|(?P<brace>[{}])|(?P<less><)",
    re.I | re.S,
)
_VOID = regex(r"<(?:br|hr|img|input|wbr|source|col|embed|link|meta|track|area|base)\b", re.I)
_STYLE = regex(r"""(?<=\s)style\s*=\s*(?P<quote>["'])(?P<rules>.*?)(?P=quote)""", re.I | re.S)
_CONTENT = regex(r"\A(<[^>]*>)(.*)(</[^>]*>)\Z", re.S)


def jsx_of(html: str) -> str:
    """A piece of HTML as it may stand in an MDX file; "" for a document type."""
    return _PIECES.sub(_piece, html)


def _piece(found: re.Match[str]) -> str:
    if found["raw"]:
        opened, inside, closed = _CONTENT.match(found["raw"]).groups()  # type: ignore[union-attr]
        return f"{opened}{{{json.dumps(inside)}}}{closed}"
    if found["doctype"]:
        return ""
    if found["less"]:
        return "&lt;"
    if found["brace"]:
        return "&#123;" if found["brace"] == "{" else "&#125;"
    tag = _STYLE.sub(lambda style: f"style={{{{{_rules(style['rules'])}}}}}", found["tag"])
    return f"{tag[:-1].rstrip()} />" if _VOID.match(tag) and not tag.endswith("/>") else tag


def _rules(css: str) -> str:
    """Rules of style as the fields of an object; "" for none."""
    pairs = [rule.partition(":") for rule in re.split(r";(?![^(]*\))", css) if ":" in rule]
    return ", ".join(f"{json.dumps(_camel(name.strip()))}: {json.dumps(value.strip())}" for name, _, value in pairs)


def _camel(name: str) -> str:
    """`margin-top` as `marginTop`; a variable keeps its name."""
    return name if name.startswith("--") else re.sub(r"-(\w)", lambda found: found[1].upper(), name.lower())
