"""One post on its way out: what its file must say for that, and what its record keeps of it."""

from collections.abc import Mapping
from datetime import datetime
from functools import cached_property
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from inkwright.flows.load import load_post
from inkwright.flows.survey import Survey
from inkwright.model.post import Post
from inkwright.model.publishing import KeyChange
from inkwright.model.record import PostRecord
from inkwright.model.zones import zone
from inkwright.plan.trail import text_digest
from inkwright.platforms.generators import entry_of
from inkwright.platforms.platform import Entry
from inkwright.platforms.publishing import changed_lines, insisted, released
from inkwright.site.dates import moment
from inkwright.text.front_matter import patch
from inkwright.text.markdown import parse
from inkwright.workspace.folder import Workspace, hash_of
from inkwright.workspace.records import save_record


class Subject(Struct, frozen=True, dict=True):
    """A post as its file has it. `today` is ISO."""

    found: Survey
    post: Post
    record: PostRecord
    today: str

    @property
    def workspace(self) -> Workspace:
        """Where it stands."""
        return self.found.workspace

    @cached_property
    def entry(self) -> Entry:
        """Its front matter in our words."""
        return entry_of(self.found.generator, self.found.layout, self.post.file, self.post.document.front_matter)

    @cached_property
    def text(self) -> str:
        """The digest of its words."""
        return text_digest(self.post.document, self.post.metadata.title)

    @cached_property
    def when(self) -> datetime | None:
        """The moment of its date in the workspace's time zone; None without one."""
        return moment(self.post.metadata.date, zone(self.workspace.settings.timezone))

    def changed(self, changes: Mapping[str, Any], today: str = "") -> Post:
        """The post with other front matter; `today` ISO, "" for any day. Raises FrontMatterError."""
        document = parse(self.workspace.source(self.post.file.path, patch(self.post.document.text, changes)))
        return load_post(self.found, self.post.file.path, today, document)

    def release(self) -> dict[str, Any]:
        """The changes of front matter that make it no draft, whatever is handed down to it."""
        changes = released(self.post.document.front_matter.data)
        return changes if self.changed(changes).published else {**changes, **insisted(self.found.generator)}

    def lines(self, changes: Mapping[str, Any]) -> tuple[KeyChange, ...]:
        """The lines of the file that those changes touch."""
        before = self.post.document.text
        return tuple(KeyChange(*pair) for pair in changed_lines(before, patch(before, changes)))

    def write(self, changes: Mapping[str, Any]) -> "Subject":
        """Change its front matter, only the bytes concerned. Raises ConflictError when the file changed meanwhile."""
        before = self.post.document.text
        if (after := patch(before, changes)) != before:
            self.workspace.write(self.post.file.path, after, expected=hash_of(before))
        return Subject(self.found, self.changed(changes, self.today), self.record, self.today)

    def keep(self, record: PostRecord) -> None:
        """Keep its record; a slug that it was published under and has no more is among the former ones."""
        before, after = (str(one.publishing.get("url") or "") for one in (self.record, record))
        former = {*record.former_slugs, before.strip("/").rpartition("/")[2] if before != after else ""}
        save_record(self.workspace, replace(record, former_slugs=tuple(sorted(former - {""}))))
