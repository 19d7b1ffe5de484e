"""Builds what the rules may know about a document besides itself: settings, metadata, files that its links reach."""

import contextlib
from collections.abc import Mapping
from dataclasses import replace
from functools import cached_property

from inkwright.evidence.record import state_of
from inkwright.flows.check_hearsay import hearsay
from inkwright.flows.check_links import Links
from inkwright.flows.check_private import private_words
from inkwright.flows.check_settings import chosen
from inkwright.flows.check_shelf import Shelf
from inkwright.flows.check_sources import Sources
from inkwright.flows.check_words import Vocabulary
from inkwright.flows.planning import with_planning
from inkwright.flows.survey import Survey, survey
from inkwright.flows.voice import profile_for
from inkwright.model.context import Context
from inkwright.model.document import Document
from inkwright.model.errors import UnreadableError
from inkwright.model.post import Metadata, Post, PostFile
from inkwright.model.voice import VoiceProfile
from inkwright.plan.templates import template_or_none
from inkwright.platforms.addresses import post_id
from inkwright.platforms.generators import entry_of
from inkwright.platforms.metadata import metadata_of
from inkwright.text.snippets import snippets
from inkwright.workspace.folder import Workspace
from inkwright.workspace.records import load_record
from inkwright.workspace.voices import load_voices


class Surroundings:
    """What is the same for all documents of a workspace, looked up once.

    `look_over`: the folder may be searched for its generator; outside a workspace only one that was named as a whole.
    """

    def __init__(self, workspace: Workspace, today: str, look_over: bool) -> None:
        self._workspace = workspace
        self._today = today
        self._look_over = look_over or workspace.inside
        self._links = Links(workspace)

    @cached_property
    def survey(self) -> Survey | None:
        """The workspace looked over; None where that is not wanted."""
        return survey(self._workspace) if self._look_over else None

    @cached_property
    def posts(self) -> Mapping[str, PostFile]:
        """The workspace's own posts by path; empty outside a workspace."""
        found = self.survey.posts if self.survey and self._workspace.inside else ()
        return {file.path: file for file in found if file.kind == "post"}

    @cached_property
    def shelf(self) -> Shelf:
        """The texts that a post may have been copied from; read on the first question."""
        return Shelf(self._workspace, self.posts)

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The words that the workspace knows besides the dictionary."""
        return Vocabulary(self._workspace, self.shelf)

    @cached_property
    def voices(self) -> tuple[VoiceProfile, ...]:
        """The voice profiles of the workspace; none where they were not built or cannot be read."""
        with contextlib.suppress(UnreadableError):
            return load_voices(self._workspace) if self._workspace.inside else ()
        return ()

    @cached_property
    def base(self) -> Context:
        """The context without what belongs to one document. Raises SettingsError for wrong settings."""
        layout = self.survey.layout if self.survey else None
        return replace(
            chosen(self._workspace.settings.check),
            root=str(self._workspace.root),
            today=self._today,
            generator=self.survey.generator.name if self.survey else "",
            roots=layout.static if layout else (),
            private_words=private_words(self._workspace),
        )

    def of(self, document: Document, path: str) -> Context:
        """The context of one document; its link targets are looked up on the disk."""
        reached = self._links.reached(document, path, self.base.roots, self.survey)
        metadata = self._metadata(document, path)
        return replace(
            self.base,
            path=path,
            metadata=metadata,
            audience=metadata.audience,
            accepted_words=self.base.accepted_words | self.vocabulary.of(document),
            files=reached.files,
            anchors=reached.anchors,
            pages=reached.pages,
            is_post=path in self.posts,
            template=template_or_none(metadata.template),
            own_posts=frozenset(self.posts),
            sizes=reached.sizes,
            voice=profile_for(self.voices, metadata),
            sources=Sources(self.shelf, path, metadata) if self._workspace.inside else None,
            run_state=self.run_state(document, path) if path in self.posts else "",
            hearsay=hearsay(self._workspace, document, reached.files, self.shelf.kinds)
            if path in self.posts
            else frozenset(),
            ignores=self._ignores(path),
        )

    def run_state(self, document: Document, path: str) -> str:
        """How the snippets of a document stand, as `evidence.record.state_of` says it."""
        record = load_record(self._workspace, self._file(path).id).run if self._workspace.inside else {}
        return state_of(snippets(document), record)

    def _ignores(self, path: str) -> frozenset[str]:
        """Fingerprints of the findings that the author asked to leave alone in a file."""
        if not self._workspace.inside:
            return frozenset()
        return frozenset(load_record(self._workspace, self.id_of(path)).ignores)

    def id_of(self, path: str) -> str:
        """The id under which a file's record is kept."""
        return self._file(path).id

    def _file(self, path: str) -> PostFile:
        known = self.posts.get(path)
        roots = self.survey.layout.roots if self.survey else ("",)
        return known or PostFile(post_id(path, roots), path, "page")

    def _metadata(self, document: Document, path: str) -> Metadata:
        """Front matter in our words, with what the post's record says of its plan."""
        if self.survey is None:
            return metadata_of(document.front_matter.data)
        entry = entry_of(self.survey.generator, self.survey.layout, self._file(path), document.front_matter)
        if path not in self.posts:
            return entry.metadata
        return with_planning(self._workspace, Post(entry.file, document, entry.metadata)).metadata
