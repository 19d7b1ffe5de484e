"""A post that was published under another name: its record is found again, and its former address leads on."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from inkwright.flows.survey import Survey
from inkwright.model.errors import UnreadableError
from inkwright.model.post import Post
from inkwright.model.record import PostRecord
from inkwright.plan.trail import PUBLISHED, state, text_digest
from inkwright.platforms.platform import Entry
from inkwright.platforms.publishing import led_on
from inkwright.workspace.folder import Workspace
from inkwright.workspace.records import FOLDER, load_record, record_path


def known_record(found: Survey, post: Post) -> tuple[PostRecord, str]:
    """The record of a post, and the path of the one that it is taken over from, "" for one of its own: a post that has
    none, and says just what a published one said that is gone, is that one under another name."""
    workspace = found.workspace
    if workspace.exists(record_path(post.file.id)):
        return load_record(workspace, post.file.id), ""
    ids = {file.id for file in found.posts}
    said = text_digest(post.document, post.metadata.title)
    for name in workspace.files(("**/*.toml",), below=FOLDER):
        other = name.removesuffix(".toml")
        if other in ids:
            continue
        try:
            record = load_record(workspace, other)
        except UnreadableError:
            continue
        if state(record) == PUBLISHED and record.publishing.get("text") == said:
            return replace(record, id=post.file.id), record_path(other)
    return PostRecord(post.file.id), ""


def take_over(workspace: Workspace, path: str, post_id: str) -> None:
    """Give a post the record at a path, as it stands there. Raises ConflictError, UnwritableError, UnreadableError."""
    workspace.write(record_path(post_id), workspace.read(path).text, expected="")


def leading_on(found: Survey, entry: Entry, record: PostRecord, url: str) -> Mapping[str, Any]:
    """The change of front matter by which a post at `url` leads on the readers of the address that it was published at;
    {} where that is still its own, or its generator knows no such key."""
    former = moved_from(record, url)
    return led_on(entry, found.generator, former, url) if former else {}


def moved_from(record: PostRecord, url: str) -> str:
    """The address that a post was last published at, "" where it is still its own or there is none."""
    former = str(record.publishing.get("url") or "") if state(record) == PUBLISHED else ""
    return former if former != url else ""
