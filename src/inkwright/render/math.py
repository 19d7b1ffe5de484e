"""Formulas: TeX to MathML, with the TeX kept for whoever copies it. What cannot be converted is shown as TeX."""

import re
from functools import lru_cache
from html import unescape
from typing import Any, NamedTuple
from xml.etree.ElementTree import Element, SubElement, tostring

from inkwright.model.regex import regex
from inkwright.render.escape import escape

MAX_TEX = 20_000
"""Characters of a formula beyond which it is shown as TeX."""

_ENVIRONMENT = regex(r"\\(begin|end)\{(aligned|alignedat|split|gathered|eqnarray\*?|multline\*?|equation\*?)\}")
_STARRED = {"aligned": "align*", "alignedat": "align*", "split": "align*", "gathered": "align*", "multline": "align*"}
_TAG = regex(r"\\(?:label|nonumber|notag)\b(?:\{[^{}]*\})?|\\tag\*?\{[^{}]*\}")
_KEPT_ATTRIBUTES = frozenset(
    {"display", "xmlns", "stretchy", "fence", "form", "separator", "accent", "accentunder", "movablelimits", "lspace",
     "rspace", "width", "height", "depth", "voffset", "minsize", "maxsize", "mathvariant", "mathcolor",
     "mathbackground", "mathsize", "displaystyle", "scriptlevel", "linethickness", "columnalign", "rowalign",
     "columnspacing", "rowspacing", "columnlines", "rowlines", "frame", "notation", "linebreak", "symmetric",
     "largeop", "columnspan", "rowspan", "align", "side", "minlabelspacing"}
)  # fmt: skip
_COMMAND = regex(r"\\[a-zA-Z]+")
_PARTS = {"mfrac": 2, "msub": 2, "msup": 2, "msubsup": 3, "munder": 2, "mover": 2, "munderover": 3, "mroot": 2}
"""Children that an element must have. **Source:** W3C MathML Core, chapter 3."""
_SETS = {"R": "R", "Reals": "R", "reals": "R", "N": "N", "natnums": "N", "Z": "Z", "Q": "Q", "C": "C", "Complex": "C"}
_SHORT = {"arg": r"\operatorname{arg}", **{name: rf"\mathbb{{{letter}}}" for name, letter in _SETS.items()}}
"""Commands that renderers in browsers know and the converter does not. **Source:** katex.org/docs/supported.html"""
_SHORTENED = regex(rf"\\({'|'.join(_SHORT)})(?![a-zA-Z])")
_POINTS = regex(r"\\(?:eq)?ref\{([^{}]*)\}")
_OWN = regex(r"\\(?:new|renew|provide)command|\\def(?![a-zA-Z])|\\let(?![a-zA-Z])|\\DeclareMathOperator")
_WRITTEN = {"mfrac": r"\\(?:[dtc]?frac|[dt]?binom|genfrac)(?![a-zA-Z])", "mroot": r"\\sqrt(?![a-zA-Z])"}
_DEFINES = regex(r"\\(?:renew|provide)command\b")
_CONTROL = regex(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


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


class Trouble(NamedTuple):
    """What of a formula cannot be shown: where in its TeX, and what is wrong. `certain` is False for a command that
    somebody else's renderer may have been taught."""

    offset: int
    length: int
    message: str
    certain: bool = True


def trouble(tex: str) -> Trouble | None:
    """The first thing in a formula that cannot be shown as it was meant; None for one that becomes valid MathML."""
    bare = tex.strip()
    if not bare:
        return None
    if len(bare) > MAX_TEX:
        return Trouble(tex.index(bare), 1, f"it has more than {MAX_TEX:,} characters")
    tree = _converted(bare, True)
    if isinstance(tree, str):
        return Trouble(*_whole(tex), tree)
    for element in tree.iter():
        written = unescape(element.text or "")
        if _COMMAND.fullmatch(written) and (at := re.search(re.escape(written) + r"(?![a-zA-Z])", tex)):
            return Trouble(at.start(), len(written), f"`{written}` is no command that is known here", certain=False)
        wanted = _PARTS.get(element.tag, 0)
        if wanted and len(element) != wanted:
            return _incomplete(tex, element.tag)
    return None


def _whole(tex: str) -> tuple[int, int]:
    """The first line with something on it."""
    at = len(tex) - len(tex.lstrip())
    return at, len(tex[at:].split("\n", 1)[0].rstrip())


def _incomplete(tex: str, tag: str) -> Trouble:
    """A command without all of its arguments, at the last one of its kind: arguments run out at an end."""
    found = [*re.finditer(_WRITTEN.get(tag, r"[_^]"), tex)]
    at, size = (found[-1].start(), len(found[-1][0])) if found else _whole(tex)
    return Trouble(at, size, f"`{tex[at : at + size]}` lacks a part that it needs")


def _element(tex: str, display: bool) -> Element | None:
    """The MathML tree with the TeX beside it; None where the converter gives up."""
    tree = math_tree(tex, display)
    return None if tree is None else _with_source(tree, _CONTROL.sub("", tex))


def math_tree(tex: str, display: bool) -> Element | None:
    """A formula as a tree of MathML, clean and whole; None where the converter gives up."""
    tree = _converted(tex, display)
    if isinstance(tree, str):
        return None
    _clean(tree)
    return tree


def _converted(tex: str, display: bool) -> Element | str:
    """What the converter makes of TeX; where it gives up, why in a few words."""
    from latex2mathml import exceptions
    from latex2mathml.converter import Converter

    said: tuple[Any, ...] = tuple(kind for kind in vars(exceptions).values() if isinstance(kind, type))
    try:
        return _whole_bases(Converter(display="block" if display else "inline").convert_to_element(familiar(tex)))
    except said as error:
        return _reason(type(error).__name__)
    except (RecursionError, IndexError, KeyError, ValueError, StopIteration, RuntimeError):
        return "it cannot be read"


def _reason(name: str) -> str:
    """The converter's name of a fault, in words: `DoubleSuperscriptsError` is "double superscripts"."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name.removesuffix("Error")).lower()


def _whole_bases(tree: Element) -> Element:
    """The tree with the base of each script as one element: the converter writes a matrix or a binomial in its
    brackets as three or more."""
    for element in tree.iter():
        extra = len(element) - _PARTS.get(element.tag, len(element))
        if extra > 0 and element.tag not in ("mfrac", "mroot"):
            base = Element("mrow")
            base.extend(element[: extra + 1])
            element[: extra + 1] = [base]
    return tree


def familiar(tex: str) -> str:
    """TeX with environments and commands that converters do not know as their nearest relatives, labels left out."""
    if "\\" not in tex:
        return tex

    def named(match: re.Match[str]) -> str:
        kind = match[2].rstrip("*")
        if kind == "equation":
            return ""
        return f"\\{match[1]}{{{_STARRED.get(kind, 'align*')}}}"

    plain = _TAG.sub("", _ENVIRONMENT.sub(named, _CONTROL.sub("", tex)))
    if _OWN.search(plain):
        return _DEFINES.sub(r"\\newcommand", plain)
    plain = _POINTS.sub(r"\\text{(\1)}", plain) if "ref{" in plain else plain
    return _SHORTENED.sub(lambda match: _SHORT[match[1]], plain)


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
