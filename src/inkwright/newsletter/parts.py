"""The frame around a text: greeting, ways to leave, sign-off, earlier posts; as HTML and as text. Pure.

Both templates are filled once for an issue. What is a reader's own is a mark in them (see `message`).
"""

from collections.abc import Sequence
from functools import cache
from html import escape
from importlib.resources import files
from typing import Any

import minijinja
from css_inline import CSSInliner
from msgspec import Struct

from inkwright.model.regex import regex
from inkwright.newsletter.message import mark, unmarkable

_LEAVE, _CHOOSE, _GREETING, _BODY = (
    "\ufdd2leave\ufdd2",
    "\ufdd2choose\ufdd2",
    "\ufdd2greeting\ufdd2",
    "\ufdd2body\ufdd2",
)
_GREETED = regex(f"(<p[^>]*>){_GREETING}(</p>\n?)")
_RULE = regex(r"([^{}]+)\{([^}]*)\}\n?")


class Earlier(Struct, frozen=True):
    """An earlier post as the foot of a mail names it."""

    title: str
    url: str
    excerpt: str = ""


class Frame(Struct, frozen=True):
    """What stands around the text. `web` is the address of the post, `home` that of the blog, both may be "".
    `greeting` holds `{name}` where the reader's name goes; `sign_off` is (HTML, text). `by_page` says whether readers
    leave by a page of ours, else by a mail."""

    title: str
    name: str
    subtitle: str = ""
    preheader: str = ""
    web: str = ""
    home: str = ""
    language: str = "en"
    greeting: str = ""
    greeting_unnamed: str = ""
    sign_off: tuple[str, str] = ("", "")
    cadence: str = ""
    postal: str = ""
    recent: Sequence[Earlier] = ()
    by_page: bool = True


def html_part(frame: Frame, body: str, more: str) -> str:
    """The HTML part around a body whose styles are inlined already. `more` is the HTML behind a text that was cut."""
    values = _values(frame) | {"body": _BODY, "sign_off": frame.sign_off[0]}
    greeting = f"<p>{_GREETING}</p>" if frame.greeting or frame.greeting_unnamed else ""
    html = _templates().render_template("issue.html", greeting=greeting, **values)
    inliner = CSSInliner(load_remote_stylesheets=False, minify_css=True, extra_css=_style("mail.css"))
    html = inliner.inline(html).replace("</head>", f"<style>{dark_style()}</style>\n</head>", 1)
    html = _GREETED.sub(lambda found: _greeted(frame, found[1], found[2], html=True), html)
    return _with_links(html, frame).replace(_BODY, body + more)


def text_part(frame: Frame, body: str, more: str) -> str:
    """The text part. `more` is the address where a text that was cut goes on, "" for a whole one."""
    greeting = _greeted(frame, "", "\n\n", html=False)
    ruled = f"{frame.title}\n{'=' * min(len(frame.title), 72)}"
    values = _values(frame) | {
        "title": ruled,
        "body": body,
        "sign_off": f"{text}\n\n" if (text := frame.sign_off[1]) else "",
    }
    return _with_links(_templates().render_template("issue.txt", greeting=greeting, more=more, **values), frame)


def inlined(fragment: str) -> str:
    """A piece of a body with the styles of our sheet on its tags."""
    return CSSInliner(load_remote_stylesheets=False, minify_css=True).inline_fragment(fragment, _style("mail.css"))


@cache
def dark_style() -> str:
    """The one style sheet that stays in a mail: dark pages for who reads on them, and more room on a phone.

    Outlook marks what it turned dark (`data-ogsc` colours, `data-ogsb` backgrounds) and reads no media query.
    """
    found = _RULE.findall(_style("dark.css"))
    rules = [(selectors.strip(), f"{said.replace(';', '!important;')}!important") for selectors, said in found]
    dark = "".join(f"{selectors}{{{said}}}" for selectors, said in rules)
    outlook = "".join(_for_outlook(selectors, one) for selectors, said in rules for one in said.split(";"))
    return (
        ":root{color-scheme:light dark;supported-color-schemes:light dark}"
        f"@media (prefers-color-scheme:dark){{{dark}}}{outlook}"
        "@media (max-width:620px){td.sheet{padding:16px!important}td.page{padding:0!important}}"
    )


def _for_outlook(selectors: str, said: str) -> str:
    """One declaration for what Outlook made dark: it marks colours and backgrounds apart."""
    mark = "[data-ogsb]" if said.startswith("background") else "[data-ogsc]"
    return f"{','.join(f'{mark} {one}' for one in selectors.split(','))}{{{said}}}"


def _values(frame: Frame) -> dict[str, Any]:
    """What both templates are filled with; nothing in it can be taken for a mark."""
    texts = ("title", "name", "subtitle", "preheader", "web", "home", "language", "cadence", "postal")
    clean = {name: unmarkable(getattr(frame, name)) for name in texts}
    recent = [
        {"title": unmarkable(one.title), "url": one.url, "excerpt": unmarkable(one.excerpt)} for one in frame.recent
    ]
    shown = frame.home.partition("://")[2].rstrip("/")
    return {**clean, "home_shown": shown, "recent": recent, "leave": _LEAVE, "choose": _CHOOSE if frame.by_page else ""}


def _greeted(frame: Frame, start: str, end: str, html: bool) -> str:
    """The greeting as a mark with what stands around it, "" for none."""

    def written(text: str) -> str:
        return f"{start}{escape(text, quote=False) if html else text}{end}" if text else ""

    before, named, after = unmarkable(frame.greeting).partition("{name}")
    unnamed = unmarkable(frame.greeting_unnamed)
    if not named:
        return written(before or unnamed)
    around = [escape(part, quote=False) if html else part for part in (before, after)]
    return mark("name", start + around[0], around[1] + end, written(unnamed))


def _with_links(written: str, frame: Frame) -> str:
    """The places of the links to leave and to choose, as marks."""
    leave = mark("unsubscribe") if frame.by_page else mark("mailto", "mailto:", "?subject=unsubscribe")
    return written.replace(_LEAVE, leave).replace(_CHOOSE, mark("preferences"))


@cache
def _style(name: str) -> str:
    return (files("inkwright.newsletter") / "templates" / name).read_text(encoding="utf-8")


@cache
def _templates() -> Any:
    templates = {name: _style(name) for name in ("issue.html", "issue.txt")}
    return minijinja.Environment(templates=templates, trim_blocks=True, lstrip_blocks=True, undefined_behavior="strict")
