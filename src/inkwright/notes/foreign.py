"""Notes of other programs that are no Markdown -> their words, each on the line where it stands in the file.

Saved pages and the HTML that Notion and Apple Notes export, and Slack's export of one's own messages. Line numbers stay
what they are, so that a passage that is found can be opened.
"""

import html
import json
import re
from pathlib import PurePosixPath

from inkwright.model.regex import regex

PAGES = (".html", ".htm")
_SLACK = regex(r"\d{4}-\d\d-\d\d\.json")
_HIDDEN = regex(r"<(script|style|head|template)\b.*?(?:</\1\s*>|\Z)|<!--.*?(?:-->|\Z)", re.I | re.S)
_TAG = regex(r"<[a-zA-Z/!][^<>]*>?")
_TITLE = regex(r"<title[^>]*>([^<]{1,500})", re.I)
_TEXT = regex(r'(\s*)"text":\s*("(?:[^"\\]|\\.)*"),?\s*')
_CALLED = regex(r"<(?:https?://[^|>]+\|([^>]*)|(https?://[^|>]+)|[@#!][^>]*)>")


def is_foreign(path: str) -> bool:
    """Whether a file of that name is read here: a page, or a day of Slack's export."""
    name = PurePosixPath(path).name
    return name.lower().endswith(PAGES) or bool(_SLACK.fullmatch(name))


def words_of(path: str, text: str) -> tuple[str, str]:
    """Title and words of a foreign note; as many lines as the file has. Both "" for a file that is none after all."""
    if path.lower().endswith(PAGES):
        title = _TITLE.search(text)
        return " ".join(html.unescape(title[1]).split()) if title else "", _of_page(text)
    return _slack_title(path), _of_slack(text)


def _blank(match: re.Match[str]) -> str:
    """As many line ends as there were."""
    return "\n" * match[0].count("\n") or " "


def _of_page(text: str) -> str:
    lines = html.unescape(_TAG.sub(_blank, _HIDDEN.sub(_blank, text)).replace("&#10;", " ")).split("\n")
    return "\n".join(" ".join(line.split()) for line in lines)


def _slack_title(path: str) -> str:
    place = PurePosixPath(path)
    return f"{place.parent.name} {place.stem}".strip()


def _of_slack(text: str) -> str:
    """The messages of a day: of each the text, on its line. "" for JSON of another kind."""
    try:
        messages = json.loads(text)
    except (ValueError, RecursionError):
        return ""
    if not isinstance(messages, list) or not any(
        isinstance(one, dict) and "ts" in one and "text" in one for one in messages
    ):
        return ""
    found = [(number, match) for number, line in enumerate(text.split("\n")) if (match := _TEXT.fullmatch(line))]
    if not found:  # all on one line
        said = (_said(one["text"]) for one in messages if isinstance(one, dict) and isinstance(one.get("text"), str))
        return " ".join(said) + "\n" * text.count("\n")
    least = min((len(match[1]) for _, match in found), default=0)
    lines = [""] * (text.count("\n") + 1)
    for number, match in found:
        if len(match[1]) == least:
            lines[number] = _said(str(json.loads(match[2])))
    return "\n".join(lines)


def _said(written: str) -> str:
    """A message on one line, its links by their words."""
    one_line = " ".join(written.split())
    return html.unescape(_CALLED.sub(lambda link: link[1] or link[2] or "", one_line)).strip()
