"""Which posts are others under a new name: told by the records whose post is gone, and by the words of all posts."""

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any

from inkwright.model.errors import InkwrightError
from inkwright.model.post import PostFile
from inkwright.model.record import Former
from inkwright.plan.identity import fits, followed, mark
from inkwright.platforms.addresses import post_id
from inkwright.platforms.generators import entry_of
from inkwright.platforms.platform import Folder, Layout, SiteGenerator
from inkwright.text.front_matter import read_front_matter
from inkwright.workspace.folder import Workspace
from inkwright.workspace.records import FOLDER, load_record, record_path


class PostIdentities:
    """The posts of a workspace that was looked over. No post is opened unless there is a record whose post is gone."""

    def __init__(
        self,
        workspace: Workspace,
        generator: SiteGenerator,
        layout: Layout,
        folder: Folder,
        posts: Iterable[PostFile],
    ) -> None:
        self._workspace = workspace
        self._generator, self._layout, self._folder = generator, layout, folder
        self._posts = {file.id: file for file in posts}

    def former(self, post_id: str) -> Former:
        """Where the record of a post that has none of its own is kept."""
        if post_id not in self._posts or not self._lost:
            return Former()
        mine = self.mark(post_id)  # most posts fit no lost one, and then no other is opened
        return self._former.get(post_id, Former()) if any(fits(one, mine) for one in self._lost.values()) else Former()

    def mark(self, post_id: str) -> Mapping[str, Any]:
        """By what the post is known again under another name; {} for no post, and for one that cannot be read."""
        file = self._posts.get(post_id)
        if file is None:
            return {}
        try:
            text = self._workspace.read(file.path).text
            front = read_front_matter(text)
            metadata = entry_of(self._generator, self._layout, file, front).metadata
        except InkwrightError:
            return {}
        return mark(text[front.span.end :], metadata.title, metadata.date)

    @cached_property
    def _former(self) -> dict[str, Former]:
        bare = [name for name in self._posts if not self._workspace.exists(record_path(name))]
        return followed(self._lost, {name: self.mark(name) for name in self._posts}, bare) if bare else {}

    @cached_property
    def _lost(self) -> dict[str, Mapping[str, Any]]:
        """The marks of the records that belong to no file any more."""
        names = (name.removesuffix(".toml") for name in self._workspace.files(("**/*.toml",), below=FOLDER))
        gone = [name for name in names if name not in self._posts]
        if gone:
            there = {post_id(name, self._layout.roots) for name in self._folder.names}
            gone = [name for name in gone if name not in there]
        return {name: found for name in gone if (found := self._kept(name))}

    def _kept(self, name: str) -> Mapping[str, Any]:
        """The mark that a record holds; for one from before there were marks, the digest it was published with."""
        try:
            record = load_record(self._workspace, name)
        except InkwrightError:
            return {}
        published = record.publishing.get("text")
        return record.content or ({"whole": published} if published else {})
