"""Fences that are no code: tables and charts to be drawn from a data file."""

from typing import Literal

from inkwright.model.document import Block
from inkwright.text.info_string import parse_info

DATA = 'class="data"'
"""What the HTML of every table and chart that was drawn holds."""
FROM = ("from", "form", "frm", "fron", "fom")
"""How the option that names the file is written, and its slips, of which the drawing then says that they are none."""


def drawn_as(block: Block) -> Literal["", "table", "chart"]:
    """What a block is to be drawn as; "" for any other, also for a fence called so that names no file (`from=`)."""
    if block.kind != "code" or not block.info.startswith(("table", "chart")):
        return ""
    info = parse_info(block.info)
    if not any(name in info.options for name in FROM):
        return ""
    return "table" if info.language == "table" else "chart" if info.language == "chart" else ""
