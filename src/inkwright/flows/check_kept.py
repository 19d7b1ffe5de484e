"""What the workspace keeps about one file under check: its id, its record, and its front matter in our words."""

from inkwright.flows.check_lookups import Lookups
from inkwright.flows.planning import with_planning
from inkwright.flows.run_state import run_standing
from inkwright.model.document import Document
from inkwright.model.post import Metadata, Post, PostFile
from inkwright.model.record import PostRecord
from inkwright.model.run import Standing
from inkwright.platforms.addresses import post_id
from inkwright.platforms.generators import entry_of
from inkwright.platforms.metadata import metadata_of
from inkwright.workspace.records import load_record


class Kept:
    """The files of one workspace as it knows them."""

    def __init__(self, known: Lookups) -> None:
        self._known = known

    def file(self, path: str) -> PostFile:
        """A file as post or page; the id under which its record is kept is part of it."""
        survey = self._known.survey
        roots = survey.layout.roots if survey else ("",)
        return self._known.posts.get(path) or PostFile(post_id(path, roots), path, "page")

    def record(self, path: str) -> PostRecord:
        """The record of a file, an empty one outside a workspace. Raises UnreadableError for one that is no TOML."""
        id_ = self.file(path).id
        return load_record(self._known.workspace, id_) if self._known.workspace.inside else PostRecord(id_)

    def standing(self, document: Document, path: str) -> Standing:
        """How the snippets of a document stand since their last run."""
        return run_standing(self._known.workspace, document, self.file(path).id)

    def metadata(self, document: Document, path: str) -> Metadata:
        """Front matter in our words, with what the post's record says of its plan."""
        survey = self._known.survey
        if survey is None:
            return metadata_of(document.front_matter.data)
        entry = entry_of(survey.generator, survey.layout, self.file(path), document.front_matter)
        if path not in self._known.posts:
            return entry.metadata
        return with_planning(self._known.workspace, Post(entry.file, document, entry.metadata)).metadata
