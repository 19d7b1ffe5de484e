"""Short formulas as styled text: a mail can neither lay out MathML nor fetch a font."""

from html import escape
from unicodedata import name, normalize
from xml.etree.ElementTree import Element

from inkwright.render.math import math_tree

MOST = 60
"""Characters of a formula in a sentence beyond which a picture reads better. **Source:** own choice: one line."""
_RELATIONS = frozenset("=≠<>≤≥≈≡∼≃∝∈∉⊂⊆⊃⊇→←⇒⇐⇔↦≪≫∣")
_OPERATORS = frozenset("+−-×·⋅∘∗±∓÷∪∩∧∨⊕⊗")
_SPACED = _RELATIONS | _OPERATORS
_LARGE = frozenset("∑∏∫∮⋃⋂")
_LIMITS = frozenset({"lim", "max", "min", "sup", "inf", "argmax", "argmin"})
_NAMES = frozenset({"mi", "mn", "msub", "msup", "msubsup", "word"})
_SCRIPTS = {"msub": ("sub",), "msup": ("sup",), "msubsup": ("sub", "sup")}


def styled(tex: str) -> str | None:
    """A formula as HTML of letters, signs, `<i>`, `<sub>` and `<sup>`; None for one that needs two dimensions, such as
    a fraction or a root, and for one that cannot be read."""
    tree = math_tree(tex.strip(), False)
    if tree is None:
        return None
    html = (_all(tree) or "").replace("</i><i>", "").strip()
    return html if html and len("".join(tree.itertext())) <= MOST else None


def _all(element: Element, tight: bool = False) -> str | None:
    """What stands in a row; `tight` leaves out the blanks around operators, as in an exponent."""
    out: list[str] = []
    before = ""
    for child in element:
        one = _one(child, bool(out), tight)
        if one is None:
            return None
        word = _is_word(child)
        if out and ((before == "word" and child.tag in _NAMES) or (word and before in _NAMES)):
            out.append(" ")
        out.append(one)
        before = "word" if word else child.tag
    return "".join(out)


def _is_word(element: Element) -> bool:
    """Whether an element is the name of a function, such as log."""
    return element.tag == "mi" and len((element.text or "").strip()) > 1


def _one(element: Element, inside: bool, tight: bool) -> str | None:
    tag, text = element.tag, (element.text or "").strip()
    if tag == "mi":
        return _letter(text, element.get("mathvariant", ""))
    if tag == "mn":
        return escape(text)
    if tag == "mtext":
        return escape(element.text or "")
    if tag == "mo":
        return _operator(text, inside and not tight)
    if tag == "mspace":
        return None if element.get("linebreak") else " "
    if tag in ("mrow", "mstyle"):
        return _all(element, tight)
    return _script(element) if tag in _SCRIPTS else None


def _operator(text: str, spaced: bool) -> str | None:
    if text in _LARGE:
        return None
    shown = escape("−" if text == "-" else text)
    if not spaced:
        return shown
    return f" {shown} " if text in _SPACED else f"{shown} " if text in (",", ";", ":") else shown


def _letter(text: str, variant: str) -> str | None:
    if variant not in ("", "normal", "italic", "bold", "bold-italic"):
        return None
    plain = normalize("NFKC", text)
    bold = "bold" in variant or ("MATHEMATICAL BOLD" in name(text, "") if len(text) == 1 else False)
    slanted = "italic" in variant or (not variant and len(text) == 1 and plain == text and text.isalpha())
    shown = f"<i>{escape(plain)}</i>" if slanted else escape(plain if bold else text)
    return f"<b>{shown}</b>" if bold else shown


def _script(element: Element) -> str | None:
    base, *scripts = list(element)
    if (base.text or "").strip() in _LIMITS:
        return None
    parts = [_one(base, False, True), *(_one(script, False, True) for script in scripts)]
    if any(part is None for part in parts):
        return None
    shown = [parts[0] or ""]
    for tag, part in zip(_SCRIPTS[element.tag], parts[1:], strict=True):
        shown.append(f"<{tag}>{(part or '').strip()}</{tag}>")
    return "".join(shown)
