"""LinkedIn articles: no API for writing, so a page to paste.

**Source:** linkedin.com/help (Publish articles on LinkedIn; looked at 2026-11-21).
"""

from inkwright.platforms.writing.paste import Paste

PASTE = Paste(
    "LinkedIn",
    (
        "Write article, then copy the text below and paste it.",
        "Drag each picture in from this page; LinkedIn takes none from the clipboard's text.",
        "LinkedIn has no field for the original; the last line names it.",
    ),
)
