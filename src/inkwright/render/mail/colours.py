"""The colours of code in a mail. Code stands on a dark box in either theme: then no program has to be told to change
its colours, and those that turn light pages dark leave it alone."""

from collections.abc import Sequence
from functools import lru_cache

from inkwright.render.code_style import DARK_BACKGROUND, DARK_MARK, DARK_TEXT, groups

BACKGROUND, TEXT = DARK_BACKGROUND, DARK_TEXT


def colour_of(css: Sequence[str]) -> str:
    """The style of a stretch of code by the classes of the highlighter; "" for plain text."""
    return next((found for one in css if (found := _styles().get(one))), "")


@lru_cache(1)
def _styles() -> dict[str, str]:
    styles = {name: f"color:{dark}" for _, classes, _, dark in groups() for name in classes.split()}
    marked = {"hll": f"background:{DARK_MARK}", "ln": styles["c"], "ge": "font-style:italic", "gs": "font-weight:bold"}
    return styles | marked
