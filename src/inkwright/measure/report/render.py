"""The page as HTML: one file without scripts, fonts, pictures or addresses; one style, allowed by its hash."""

from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.resources import files

import minijinja

from inkwright.measure.report import goal, lead_times, life, newsletter, pillars, posts, themes, writing
from inkwright.measure.report.facts import Facts
from inkwright.measure.report.parts import Section, words

MADE_BY = '<meta name="generator" content="Inkwright stats report">'
"""What tells a page of ours, so that no other file is replaced by one."""
LONG = 12
"""Rows above which a table is folded away."""
WIDE = 20
"""Characters above which a cell may be broken into lines."""


def sections(facts: Facts) -> tuple[Section, ...]:
    """The parts of the page in their order."""
    return tuple(part.section(facts) for part in (goal, posts, life, pillars, themes, writing, lead_times, newsletter))


def page(facts: Facts) -> str:
    """The whole page."""
    style = _part("page.css")
    filled: str = minijinja.Environment(
        templates={"page.html": _part("page.html")}, trim_blocks=True, lstrip_blocks=True, undefined_behavior="strict"
    ).render_template(
        "page.html", name=words(facts.name), today=facts.today, sections=sections(facts), made_by=MADE_BY, style=style,
        policy=_policy(style), long=LONG, wide=WIDE,
    )  # fmt: skip
    return filled


def _policy(style: str) -> str:
    """**Source:** CSP Level 3, 6.1 and 8.3 (a style allowed by its hash)."""
    return f"default-src 'none'; style-src 'sha256-{b64encode(sha256(style.encode()).digest()).decode()}'"


@cache
def _part(name: str) -> str:
    return (files("inkwright.measure.report") / "page" / name).read_text(encoding="utf-8")
