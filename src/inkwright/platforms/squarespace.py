"""Squarespace, the reading side: its export is WordPress's file.

**Source:** support.squarespace.com, Exporting your site (the .xml file for WordPress).
"""

from inkwright.model.imports import Arrival
from inkwright.platforms import wordpress
from inkwright.platforms.reading.export import Export, Importer


def read(export: Export) -> Arrival:
    """All posts and pages of an export. Raises UnreadableError when it is none."""
    return wordpress.read(export, "squarespace")


IMPORTER = Importer(
    name="squarespace", label="Squarespace", read=read, takes="the .xml file of Import & Export > Export",
    carries=("post", "draft", "page", "picture", "date", "redirect", "tag", "embed", "comment"),
)  # fmt: skip
