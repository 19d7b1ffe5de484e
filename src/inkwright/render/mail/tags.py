"""Which tags a mail carries, and what stands for those that mail programs do not know."""

from inkwright.render.mail.colours import BACKGROUND


def _named(words: str) -> frozenset[str]:
    return frozenset(words.split())


KEPT = _named(
    "p ul ol li blockquote em strong b i u s del ins mark sup sub kbd small code cite q abbr dl dt dd table thead "
    "tbody tr th td h1 h2 h3 h4 h5 h6"
)
"""Tags that stay, without their attributes."""
HEADINGS = _named("h1 h2 h3 h4 h5 h6")
BLOCKS = HEADINGS | _named(
    "p ul ol li blockquote dl dt dd table pre div figure figcaption aside details summary section article hr address "
    "header footer main nav"
)
"""Tags that no paragraph holds."""
CELLS = _named("thead tbody tfoot tr td th caption colgroup col")
"""Tags that only stand in a table: elsewhere one would close the cell that holds the text."""
SKIPPED = _named(
    "script style svg canvas template noscript head title select textarea button datalist frameset noframes"
)
"""Tags that are left out with what they hold."""
BOX = '<table class="box" role="presentation" width="100%" cellpadding="0" cellspacing="0"><tr><td class="{}">'
"""A box is a cell: mail programs keep a cell's colour and its room, and forget those of a div."""
CODE = BOX.format(f'code" bgcolor="{BACKGROUND}')
"""The box of code; its colour is also said in the way of old programs, as light words depend on it."""
_BOXED = "</td></tr></table>"
_CALM = frozenset({"note", "info", "quote", "abstract", "example", "question", "todo"})
_GOOD = frozenset({"tip", "success"})
_ALIGNS = ("left", "right", "center")
Written = tuple[str, str]
"""What is written where a tag begins and where it ends."""


def opening(tag: str, css: list[str], attrs: dict[str, str]) -> Written | None:
    """What stands for a tag that a mail carries in another form or with attributes; None for every other."""
    if tag in ("aside", "details") and "callout" in css:
        kind = next((one for one in css if one != "callout"), "note")
        look = "calm" if kind in _CALM else "good" if kind in _GOOD else "loud"
        return BOX.format(f"call {look}"), _BOXED
    if tag == "p" and ("callout-title" in css or "label" in css or "tab-label" in css or "opaque-label" in css):
        return '<p class="label">', "</p>"
    if tag == "summary":
        return '<p class="label">', "</p>"
    if tag in ("figure", "details") or (tag == "div" and "table" in css):
        return f'<div class="{"wide" if tag == "div" else "fig"}">', "</div>"
    if tag == "figcaption" or (tag == "p" and "data-title" in css):
        return '<p class="cap">', "</p>"
    if tag == "section" and "footnotes" in css:
        return '<div class="notes">', "</div>"
    if tag == "table":
        return '<table class="grid" cellpadding="6" cellspacing="0">', "</table>"
    if tag == "tr":
        return '<tr valign="top">', "</tr>"
    if tag == "caption":
        return "", ""
    if tag in ("td", "th"):
        align = next((one for one in _ALIGNS if one in css or attrs.get("align") == one), "")
        spans = "".join(
            f' {name}="{attrs[name]}"' for name in ("colspan", "rowspan") if attrs.get(name, "").isdecimal()
        )
        aligned = f' align="{align}"' if align else ""
        return f"<{tag}{aligned}{spans}>", f"</{tag}>"
    if tag == "ol" and attrs.get("start", "").lstrip("-").isdecimal():
        return f'<ol start="{attrs["start"]}">', "</ol>"
    return None
