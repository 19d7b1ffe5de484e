"""Findings as text for people and machines: a format is a file of `lint/report`, found by its name."""

import importlib
import pkgutil
from collections.abc import Sequence

import inkwright.lint.report
from inkwright.lint.report.json import CheckOut
from inkwright.lint.report.style import Style
from inkwright.model.finding import Checked

__all__ = ["FORMATS", "CheckOut", "Style", "render"]

_NO_FORMAT = "style"
FORMATS = tuple(
    sorted(found.name for found in pkgutil.iter_modules(inkwright.lint.report.__path__) if found.name != _NO_FORMAT)
)
"""Names of all report formats."""


def render(checked: Sequence[Checked], format_: str, style: Style | None = None) -> str:
    """The report on some files in one of the formats."""
    module = importlib.import_module(f"inkwright.lint.report.{format_}")
    text: str = module.report(checked, style or Style())
    return text
