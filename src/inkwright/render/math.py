"""Formulas: TeX to MathML, with the TeX kept for whoever copies it. What cannot be converted is shown as TeX."""

import re
from functools import lru_cache
from html import unescape
from typing import Any
from xml.etree.ElementTree import Element, SubElement, tostring

from inkwright.render.escape import escape

MAX_TEX = 20_000
"""Characters of a formula beyond which it is shown as TeX."""

_ENVIRONMENT = re.compile(r"\\(begin|end)\{(aligned|alignedat|split|gathered|eqnarray\*?|multline\*?|equation\*?)\}")
_STARRED = {"aligned": "align*", "alignedat": "align*", "split": "align*", "gathered": "align*", "multline": "align*"}
_TAG = re.compile(r"\\(?:label|nonumber|notag)\b(?:\{[^{}]*\})?|\\tag\*?\{[^{}]*\}")
_KEPT_ATTRIBUTES = frozenset(
    {"display", "xmlns", "stretchy", "fence", "form", "separator", "accent", "accentunder", "movablelimits", "lspace",
     "rspace", "width", "height", "depth", "voffset", "minsize", "maxsize", "mathvariant", "mathcolor",
     "mathbackground", "mathsize", "displaystyle", "scriptlevel", "linethickness", "columnalign", "rowalign",
     "columnspacing", "rowspacing", "columnlines", "rowlines", "frame", "notation", "linebreak", "symmetric",
     "largeop", "columnspan", "rowspan", "align", "side", "minlabelspacing"}
)  # fmt: skip
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


@lru_cache(4096)
def math_html(tex: str, display: bool) -> str:
    """A formula as MathML, or its TeX in `<code class="math">` where it cannot be read; "" for an empty one."""
    tex = tex.strip()
    if not tex:
        return ""
    tree = _element(tex, display) if len(tex) <= MAX_TEX else None
    return tex_html(tex, display) if tree is None else tostring(tree, encoding="unicode")


def tex_html(tex: str, display: bool) -> str:
    """A formula as its TeX."""
    mark = "$$" if display else "$"
    return f'<code class="math">{escape(mark + tex + mark)}</code>'


def _element(tex: str, display: bool) -> Element | None:
    """The MathML tree; None where the converter gives up."""
    from latex2mathml import exceptions
    from latex2mathml.converter import Converter

    said: tuple[Any, ...] = tuple(kind for kind in vars(exceptions).values() if isinstance(kind, type))
    try:
        tree = Converter(display="block" if display else "inline").convert_to_element(_known_environments(tex))
    except (*said, RecursionError, IndexError, KeyError, ValueError, StopIteration, RuntimeError):
        return None
    _clean(tree)
    return _with_source(tree, _CONTROL.sub("", tex))


def _known_environments(tex: str) -> str:
    """TeX with environments that the converter does not know as their nearest relatives, and labels left out."""
    if "\\" not in tex:
        return tex

    def named(match: re.Match[str]) -> str:
        kind = match[2].rstrip("*")
        if kind == "equation":
            return ""
        return f"\\{match[1]}{{{_STARRED.get(kind, 'align*')}}}"

    return _TAG.sub("", _ENVIRONMENT.sub(named, _CONTROL.sub("", tex)))


def _clean(tree: Element) -> None:
    """Turn the converter's character references into characters, so that writing the tree escapes everything once,
    and keep only attributes that lay out."""
    for element in tree.iter():
        if element.text:
            element.text = _CONTROL.sub("", unescape(element.text))
        for name in list(element.attrib):
            if name not in _KEPT_ATTRIBUTES:
                del element.attrib[name]
            else:
                element.attrib[name] = _CONTROL.sub("", element.attrib[name])


def _with_source(tree: Element, tex: str) -> Element:
    """The tree with the TeX beside it, where screen readers ignore it and copying finds it."""
    body = list(tree)
    for child in body:
        tree.remove(child)
    semantics = SubElement(tree, "semantics")
    row = body[0] if len(body) == 1 else Element("mrow")
    if len(body) != 1:
        row.extend(body)
    semantics.append(row)
    annotation = SubElement(semantics, "annotation", {"encoding": "application/x-tex"})
    annotation.text = tex
    return tree
