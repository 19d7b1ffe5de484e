"""Figures as people write them: read from prose, and written again in the style of the one that stood there.

A figure is what stands before the digits (sign, currency, `~`), the digits with their separators, and a unit. What a
figure is bound to lives in `marks.py`.
"""

import re
import unicodedata

from msgspec import Struct

_FIGURE = (
    r"(?<![\w.])(?P<before>(?:[~≈<>]|[-+−]|±[ \u00a0\u202f\u2009]?)*[$€£¥]?[-+−]?)"
    r"(?P<digits>(?:\d|\.(?=\d))[\d,._'\u00a0\u202f\u2009]*(?<=\d)"
    r"(?:[eE][-+−]?\d+|[ \u00a0\u202f\u2009]?[×·][ \u00a0\u202f\u2009]?10[⁻⁺]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+)?)"
    r"(?P<unit>(?:[ \u00a0\u202f\u2009]?[^\s\d<>|*_`~\[\](){}.,;:!?]+){0,3})\Z"
)  # the patterns are texts, compiled when they are first needed: most posts bind no number
_MANTISSA = (
    r"(?P<mantissa>[\d,._'\u00a0\u202f\u2009]*\d)"
    r"(?:(?P<e>[eE])(?P<power>[-+−]?\d+)"
    r"|(?P<times>[ \u00a0\u202f\u2009]?[×·][ \u00a0\u202f\u2009]?)10(?P<raised>[⁻⁺⁰¹²³⁴⁵⁶⁷⁸⁹]+))?\Z"
)
_GROUPED = r"[1-9]\d{0,2}(?:([,._' \u00a0\u202f\u2009])\d{3})(?:\1\d{3})*\Z"
_SPEC = r"(?P<before>[~≈<>±$€£¥]*)(?P<spec>\+?(?P<group>[,_]?)(?P<precision>\.\d{1,2})?(?P<type>[defgEFG%]))"
_RAISED = str.maketrans("⁻⁺⁰¹²³⁴⁵⁶⁷⁸⁹", "-+0123456789")
_LOWERED = {ord(low): high for low, high in zip("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹", strict=True)}


class Shape(Struct, frozen=True):
    """How a mark wants its figure: a Python number format ("" for none), what stands before it and the unit after
    it; `glued` when no space stands between."""

    spec: str = ""
    before: str = ""
    unit: str = ""
    glued: bool = False


def figure_at_end(text: str) -> re.Match[str] | None:
    """The figure that ends a text, its parts `before`, `digits` and `unit`; None when none does."""
    return re.search(_FIGURE, text)


def read_shape(written: str) -> Shape:
    """`.1f ms`, `,.0f`, `$,.2f`, `.1%`, `.1f×`, `ms` as a shape; "" gives the empty one. Raises ValueError saying what
    is wrong with the format."""
    first, _, rest = " ".join(written.split()).partition(" ")
    found = re.match(_SPEC, first)
    glued = first[found.end() :] if found else ""
    plain = found and not (found["group"] or found["precision"] or found["before"] or found["spec"][0] == "+")
    if found and not (glued[:1].isalnum() and plain):
        percent = "%" if found["type"] == "%" else ""
        unit = " ".join(filter(None, [percent + glued, rest]))
        return Shape(found["spec"], found["before"], unit, bool(percent or glued))
    if any(char.isdigit() for char in first) or first[:1] in (".", ","):
        raise ValueError(f"`{first}` is no format for a number: write one such as `.1f`, `,.0f` or `.1%`")
    return Shape("", "", " ".join(filter(None, [first, rest])))


def write_number(value: float | int, spec: str, like: str = "") -> str:
    """A value as digits, with a leading sign where it has one. Without a format it gets as many decimals as `like`, or
    is written in full. Raises ValueError when the format does not fit the value."""
    if not spec:
        number = _read(like)
        kind = "f" if number is None or "e" not in number else "e"
        spec = "" if number is None else f".{len(number.partition('e')[0].partition('.')[2])}{kind}"
    if spec.endswith("d"):
        if value != int(value):
            raise ValueError(f"`{spec}` is for whole numbers and the value is {value}: write `.0f` or `.1f`")
        value = int(value)
    try:
        text = _whole(value, spec) if isinstance(value, int) and spec[-1:] in ("f", "F") else format(value, spec)
    except (OverflowError, ValueError) as error:
        raise ValueError(f"`{spec}` does not fit the value {str(value)[:30]}: {error}") from error
    text = text.removesuffix("%")
    return text[1:] if text[:1] == "-" and not text.strip("-0.,_eE+") else text


def _whole(value: int, spec: str) -> str:
    """A whole number in a format with `f`, exact also where a float would not be."""
    flags, _, places = spec[:-1].partition(".")
    return format(value, flags + "d") + ("." + "0" * int(places or 6) if places != "0" else "")


def same_number(digits: str, number: str) -> bool:
    """Whether digits as a person wrote them say the number that `write_number` gave, sign apart: separators, zeros of
    an exponent and its form do not count, decimals do."""
    said = _read(digits)
    return said is not None and said == _read(number.lstrip("+-"))


def amount(digits: str) -> tuple[float, float]:
    """Digits as a number, and half of what their last place is worth: "45" gives 45 and 0.5, "1,200" 1200 and 50.
    Raises ValueError for what is no number."""
    said = _read(digits)
    if said is None:
        raise ValueError(f"`{digits}` is no number")
    mantissa, _, power = said.partition("e")
    whole, _, decimals = mantissa.partition(".")
    zeros = 0 if decimals else len(whole) - len(whole.rstrip("0") or whole)
    return float(said), 0.5 * 10.0 ** (int(power or 0) - len(decimals) + zeros)


def restyled(number: str, like: str) -> str:
    """A number of `write_number`, without its sign, with the separators and the exponent of the digits `like`; as it is
    where they would make another number of it: `1.000` with a comma would be a thousand."""
    text = _restyled(number, like)
    return text if same_number(text, number) else number.lstrip("+-")


def _restyled(number: str, like: str) -> str:
    plain = number.lstrip("+-")
    style, own = re.match(_MANTISSA, like), re.match(_MANTISSA, plain)
    if not style or not own:
        return plain
    group, point = _separators(style["mantissa"])
    whole, dot, decimals = re.sub("[,_]", "", own["mantissa"]).partition(".")
    if not group and _separators(own["mantissa"])[0]:
        group = "." if point == "," else _separators(own["mantissa"])[0]
    if group:
        whole = re.sub(r"(?<=\d)(?=(?:\d{3})+\Z)", group, whole)
    text = whole + (point if dot else "") + decimals
    if not own["e"]:
        return text
    power = int(own["power"])
    if style["times"] is not None:
        return f"{text}{style['times']}10{str(power).translate(_LOWERED)}"
    return f"{text}{own['e']}{own['power'] if not style['e'] or _padded(style['power']) else power}"


def resigned(before: str, number: str) -> str:
    """What stands before a figure's digits, with the sign of a number in its place: `~$` and the like are kept."""
    bare = re.sub("[-+−]", "", before)
    if "±" in before:
        return bare
    minus = "−" if "−" in before else "-"
    plus = number[:1] == "+" or ("+" in before and number[:1] != "-")
    sign = minus if number[:1] == "-" else "+" if plus else ""
    old = re.search("[-+−]", before)
    at = old.start() if old else len(bare) - len(bare.lstrip("~≈<>"))
    return bare[:at] + sign + bare[at:]


def is_negative(before: str) -> bool:
    """Whether what stands before a figure's digits holds a minus."""
    return "-" in before or "−" in before


def same_unit(one: str, other: str) -> bool:
    """Whether two units are the same to a reader: form of the space, of µ and ², and a plural s do not count."""
    first, second = (unit_of(unit) for unit in (one, other))
    return first == second or (bool(first and second) and first.removesuffix("s") == second.removesuffix("s"))


def unit_of(written: str) -> str:
    """A unit in one form: no space or hyphen around it, compatible characters made the same."""
    return " ".join(unicodedata.normalize("NFKC", written).split()).strip("- ")


def _padded(power: str) -> bool:
    """Whether an exponent is written as Python does it, `e-05` or `e+05`."""
    return power[:1] == "+" or re.match(r"[-−]?0\d", power) is not None


def _separators(mantissa: str) -> tuple[str, str]:
    """The sign between groups ("" for none) and the decimal sign of digits."""
    grouped = re.match(_GROUPED, mantissa)
    if grouped and grouped[1] != ".":
        return grouped[1], "."
    if grouped and mantissa.count(".") > 1:
        return ".", ","
    last = max(mantissa.rfind(","), mantissa.rfind("."))
    point = mantissa[last] if last >= 0 else "."
    whole = re.match(_GROUPED, mantissa[:last]) if last >= 0 else None
    return (whole[1] if whole else ""), point


def _read(digits: str) -> str | None:
    """Digits in one form, such as "1234.5" or "1.2e-5"; None for what is no number, as 3.11.7."""
    found = re.match(_MANTISSA, digits)
    if not found:
        return None
    group, point = _separators(found["mantissa"])
    whole, dot, decimals = found["mantissa"].partition(point)
    whole = whole.replace(group, "") if group else whole
    if not (whole + decimals).isdecimal():
        return None
    power = found["power"] or (found["raised"] or "").translate(_RAISED)
    return (whole or "0") + dot.replace(",", ".") + decimals + (f"e{int(power.replace('−', '-'))}" if power else "")
