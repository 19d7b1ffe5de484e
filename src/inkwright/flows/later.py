"""Flows that few runs need: they are imported when they are first asked for, so that the others start sooner."""

import importlib
from typing import Any


def later(flow: str) -> Any:
    """The module of a flow by the name of its file. Raises ModuleNotFoundError when there is none."""
    return importlib.import_module(f"inkwright.flows.{flow}")
