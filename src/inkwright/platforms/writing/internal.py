"""A letter to colleagues: a page to copy into any mail program, and the same as Markdown for a wiki or a chat.

What mail programs keep of a pasted page differs; nothing is taken that the strictest of them drop.
"""

from inkwright.platforms.writing.paste import Paste
from inkwright.render.markdown.flavour import Flavour

PASTE = Paste(
    "an internal newsletter",
    (
        "New mail, subject as below, then copy the text below and paste it.",
        "The .md file beside this page says the same, for a wiki or a chat.",
    ),
    Flavour(math=("`", "`"), display=None, notes=False, highlight=("**", "**"), html=False),
    where="mail",
    markdown=True,
)
