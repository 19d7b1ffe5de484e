"""Medium: no new API keys are given, so a page to paste.

**Source:** help.medium.com (Importing a post; canonical links; code blocks; looked at 2026-11-21).
"""

from inkwright.platforms.writing.paste import Paste

PASTE = Paste(
    "Medium",
    (
        "When the post is online you may instead take Import a story under your stories and give its address: the"
        " original is then named by itself. Diagrams and formulas come better by pasting.",
        "Copy the text below and paste it into a new story.",
        "Name the original: story settings, Advanced settings, Customize canonical link.",
        "Look at each picture: one that did not come along is dragged in from this page.",
    ),
)
