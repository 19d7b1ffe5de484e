"""Substack: no API for writing, so a page to paste.

**Source:** support.substack.com (the post editor; looked at 2026-11-21).
"""

from inkwright.platforms.writing.paste import Paste

PASTE = Paste(
    "Substack",
    (
        "Copy the text below and paste it into a new post.",
        "Look at each picture: one that did not come along is dragged in from this page.",
        "Make footnotes of the numbers in brackets, if you like, with the editor's own command.",
        "Substack has no field for the original; the last line names it.",
    ),
)
