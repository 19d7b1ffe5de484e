"""Builds what the rules may know about a document besides itself: settings, metadata, files that its links reach."""

from collections.abc import Mapping
from dataclasses import replace
from functools import cached_property

from inkwright.flows.survey import Survey, survey
from inkwright.lint.links import Target, offered_anchors, targets
from inkwright.lint.rule import find_rule
from inkwright.model.context import Context
from inkwright.model.document import Document
from inkwright.model.errors import InkwrightError, SettingsError, UsageError
from inkwright.model.finding import CATEGORIES
from inkwright.model.post import PostFile
from inkwright.platforms.addresses import post_id
from inkwright.platforms.generators import entry_of
from inkwright.platforms.metadata import metadata_of
from inkwright.text.markdown import parse
from inkwright.workspace.folder import Workspace


class Surroundings:
    """What is the same for all documents of a workspace, looked up once.

    `look_over`: the folder may be searched for its generator; outside a workspace only one that was named as a whole.
    """

    def __init__(self, workspace: Workspace, today: str, look_over: bool) -> None:
        self._workspace = workspace
        self._today = today
        self._look_over = look_over or workspace.inside
        self._anchors: dict[str, frozenset[str] | None] = {}

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
    def base(self) -> Context:
        """The context without what belongs to one document. Raises SettingsError for a rule that does not exist."""
        settings = self._workspace.settings.check
        layout = self.survey.layout if self.survey else None
        return Context(
            root=str(self._workspace.root),
            today=self._today,
            accepted_words=frozenset(settings.words),
            rules_on=frozenset(map(_known, settings.on)),
            rules_off=frozenset(map(_known, settings.off)),
            severities={_known(name): level for name, level in settings.severity.items()},
            options={_known(name): options for name, options in settings.options.items()},
            generator=self.survey.generator.name if self.survey else "",
            roots=layout.static if layout else (),
        )

    def of(self, document: Document, path: str) -> Context:
        """The context of one document; its link targets are looked up on the disk."""
        found = targets(document, path, self.base.roots)
        files = frozenset(file for target in found for file in target.candidates if self._workspace.exists(file))
        metadata = metadata_of(document.front_matter.data)
        if self.survey:
            layout = self.survey.layout
            file = self.posts.get(path) or PostFile(post_id(path, layout.roots), path, "page")
            metadata = entry_of(self.survey.generator, layout, file, document.front_matter).metadata
        return replace(
            self.base,
            path=path,
            metadata=metadata,
            audience=metadata.audience,
            files=files,
            anchors=dict(self._anchors_of(found, files)),
            is_post=path in self.posts,
        )

    def _anchors_of(self, found: tuple[Target, ...], files: frozenset[str]) -> list[tuple[str, frozenset[str]]]:
        """The anchors of every Markdown file that a fragment points into, where they can be known."""
        wanted = {file for target in found if target.fragment for file in target.candidates if file in files}
        offers = []
        for path in sorted(wanted):
            if path.lower().endswith((".md", ".mdx", ".markdown", ".qmd", ".rmd")):
                if path not in self._anchors:
                    self._anchors[path] = self._read_anchors(path)
                offered = self._anchors[path]
                if offered is not None:
                    offers.append((path, offered))
        return offers

    def _read_anchors(self, path: str) -> frozenset[str] | None:
        try:
            return offered_anchors(parse(self._workspace.read(path)))
        except InkwrightError:
            return None  # the file has its own finding when it is checked itself


def _known(name: str) -> str:
    """A rule's name behind a name or alias in the settings, or a category. Raises SettingsError."""
    if name in CATEGORIES:
        return name
    try:
        return find_rule(name).name
    except UsageError as error:
        raise SettingsError(error.message, path="inkwright.toml", hint=error.hint) from error
