"""Under what names a post may have gone to its list: that of today, and those from before it was moved or renamed."""

import contextlib
from pathlib import PurePosixPath

from msgspec.structs import replace

from inkwright.model.errors import InkwrightError
from inkwright.model.record import PostRecord
from inkwright.plan.place import slug_in
from inkwright.workspace.folder import Workspace
from inkwright.workspace.records import kept_as, load_record, save_record


def mailed_as(workspace: Workspace, post_id: str, slug: str = "") -> tuple[str, ...]:
    """The slugs of a post whose survey was made, `slug` of today first, each once. Raises UnreadableError."""
    record = load_record(workspace, post_id)
    former = kept_as(workspace, post_id)
    names = (slug or slug_in(post_id), *record.mailed, *_published(record), slug_in(former))
    return tuple(dict.fromkeys(filter(None, names)))


def _published(record: PostRecord) -> tuple[str, ...]:
    """The slugs at which readers found it."""
    return (*record.former_slugs, PurePosixPath(str(record.publishing.get("url") or "")).name)


def remember_mailed(workspace: Workspace, post_id: str, slug: str) -> None:
    """Keep in a post's record that it goes out by a slug; a record that cannot be written keeps no mail back."""
    with contextlib.suppress(InkwrightError):
        record = load_record(workspace, post_id)
        save_record(workspace, replace(record, mailed=tuple(sorted({*record.mailed, slug}))))
