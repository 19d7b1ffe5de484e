"""What a dropped file is, and the note that is made of it. Its words are kept as they are."""

import plistlib
import re
from pathlib import PurePosixPath
from xml.parsers.expat import ExpatError

from inkwright.model.errors import FrontMatterError, UnreadableError
from inkwright.model.inbox import DropKind
from inkwright.model.regex import regex
from inkwright.notes.clips import PICTURES
from inkwright.notes.fields import one_line
from inkwright.text.front_matter import patch, read_front_matter

LINE = 300
"""Characters up to which a text of one line is an idea."""
_TEXTS = frozenset({".md", ".markdown", ".txt", ".text", ".mdown", ""})
_HEADING = regex(r"(?m)^#{1,2}[ \t]+(.+?)[ \t#]*$")
_ADDRESS = regex(r"(?im)^\s*(?:URL\s*=\s*)?(https?://\S{3,2000})\s*$")
_NUMBERED = regex(r" [0-9a-f]{32}\Z")


def kind_of_drop(name: str, text: str = "") -> DropKind:
    """What a file is by its name, and a text by its words: one line is an idea, an address alone a link."""
    suffix = PurePosixPath(name).suffix.lower()
    if suffix in PICTURES:
        return "sketch"
    if suffix in (".url", ".webloc"):
        return "link"
    if suffix in (".html", ".htm"):
        return "page"
    if suffix == ".zip":
        return "archive"
    if suffix not in _TEXTS:
        return "unknown"
    lines = [line for line in text.removeprefix("\ufeff").splitlines() if line.strip()]
    if len(lines) == 1 and len(lines[0]) <= LINE and not lines[0].startswith("#"):
        return "idea"
    return "note"


def is_text(name: str) -> bool:
    """Whether a file of that name is read as text."""
    return PurePosixPath(name).suffix.lower() in _TEXTS


def decoded(data: bytes, name: str) -> str:
    """A dropped text, in UTF-8 or with the mark of UTF-16. Raises UnreadableError."""
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise UnreadableError(
            "this text is neither UTF-8 nor UTF-16", path=name, line=line, hint="Save it as UTF-8."
        ) from error
    if "\0" in text:
        raise UnreadableError("this is no text", path=name)
    return text


def address_in(data: bytes, name: str) -> str:
    """The address in a .url or .webloc file. Raises UnreadableError when there is none."""
    found = ""
    if name.lower().endswith(".webloc"):
        try:
            value = plistlib.loads(data)
            found = str(value.get("URL", "")) if isinstance(value, dict) else ""
        except (plistlib.InvalidFileException, ExpatError, ValueError, OverflowError, TypeError, IndexError, KeyError,
                AttributeError, RecursionError, MemoryError, OSError):  # fmt: skip
            found = ""
    else:
        matched = _ADDRESS.search(data.decode("utf-8", "replace").replace("\0", ""))
        found = matched[1] if matched else ""
    if not re.match(r"https?://", found):
        raise UnreadableError("there is no web address in it", path=name)
    return found


def link_idea(address: str, name: str) -> str:
    """The idea that a dropped link is: what the file is called, and the address."""
    title = one_line(PurePosixPath(name).stem)
    return f"{title} <{one_line(address)}>" if title else f"<{one_line(address)}>"


def title_of_drop(name: str, text: str) -> str:
    """What a dropped text is called: its title, its first heading, else its name without what Notion adds to it."""
    front = read_front_matter(text)
    heading = _HEADING.search(text[front.span.end :])
    stem = _NUMBERED.sub("", PurePosixPath(name).stem)
    return one_line(str(front.data.get("title") or (heading[1] if heading else stem)))


def note_of_drop(name: str, text: str, date: str) -> str:
    """The note of a dropped text: its words as they are, below the keys that it lacks. `date` is ISO."""
    text = text.removeprefix("\ufeff")
    data = read_front_matter(text).data
    missing = {"title": title_of_drop(name, text), "captured": date}
    try:
        return patch(text, {key: value for key, value in missing.items() if value and key not in data})
    except FrontMatterError:
        return text
