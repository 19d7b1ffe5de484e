"""What says that a post is not to be published, where a folder has no generator of its own rules."""

from pathlib import PurePosixPath

from inkwright.platforms.metadata import flag, lookup
from inkwright.platforms.platform import Entry

_PERMITS = ("published", "publish")
_DRAFT_FOLDERS = frozenset({"_drafts", "drafts"})
_UNFINISHED = frozenset({"draft", "private", "unpublished", "hidden"})


def unclear_draft(entry: Entry) -> str:
    """Why a post whose `draft` is neither yes nor no stays at home under every generator; "" when it is clear."""
    value = lookup(entry.front, "draft")
    if value is None or value == "" or flag(value) is not None:
        return ""
    return f"`draft: {value}` is neither true nor false"


def kept_back_by_its_words(entry: Entry) -> str:
    """Why the front matter or the folder of a post keeps it back: a draft by any common key; "" when nothing does."""
    if entry.metadata.draft:
        return "draft"
    for key in _PERMITS:
        if flag(lookup(entry.front, key)) is False:
            return f"{key}: false"
    for key in ("status", "visibility"):
        said = str(lookup(entry.front, key) or "").strip().lower()
        if said in _UNFINISHED:
            return f"{key}: {said}"
    folder = next((part for part in PurePosixPath(entry.file.path).parts[:-1] if part.lower() in _DRAFT_FOLDERS), "")
    return f"in the folder {folder}" if folder else ""
