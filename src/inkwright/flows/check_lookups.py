"""What is the same for all documents of a workspace that are checked in one go: looked up on the first question."""

from collections.abc import Mapping
from functools import cached_property

from msgspec.structs import replace

from inkwright.flows.check_always import always_ignored
from inkwright.flows.check_private import private_words
from inkwright.flows.check_settings import chosen
from inkwright.flows.check_shelf import Shelf
from inkwright.flows.check_words import Vocabulary
from inkwright.flows.survey import Survey, survey
from inkwright.model.context import Context
from inkwright.model.errors import UnreadableError
from inkwright.model.post import PostFile
from inkwright.model.rates import WriterRates
from inkwright.model.voice import VoiceProfile
from inkwright.workspace.folder import Workspace
from inkwright.workspace.rates import load_rates
from inkwright.workspace.voices import load_voices


class Lookups:
    """One workspace. `look_over`: the folder may be searched for its generator; outside a workspace only one that was
    named as a whole. `remarks` are sentences about what could not be looked up, so that it was done without."""

    def __init__(self, workspace: Workspace, today: str, look_over: bool) -> None:
        self.workspace = workspace
        self.remarks: list[str] = []
        self._today = today
        self._look_over = look_over or workspace.inside

    @cached_property
    def survey(self) -> Survey | None:
        """The workspace looked over; None where that is not wanted."""
        return survey(self.workspace) if self._look_over else None

    @cached_property
    def posts(self) -> Mapping[str, PostFile]:
        """The workspace's own posts by path; empty outside a workspace."""
        found = self.survey.posts if self.survey and self.workspace.inside else ()
        return {file.path: file for file in found if file.kind == "post"}

    @cached_property
    def shelf(self) -> Shelf:
        """The texts that a post may have been copied from; read on the first question."""
        return Shelf(self.workspace, self.posts)

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The words that the workspace knows besides the dictionary."""
        return Vocabulary(self.workspace, self.shelf)

    @cached_property
    def voices(self) -> tuple[VoiceProfile, ...]:
        """The voice profiles of the workspace; none, with a remark, where they cannot be read."""
        try:
            return load_voices(self.workspace) if self.workspace.inside else ()
        except UnreadableError as error:
            self.remarks.append(f"no paragraph was compared with your voice: {error}")
            return ()

    @cached_property
    def rates(self) -> tuple[WriterRates, ...]:
        """What is usual for the writers of the workspace; none, with a remark, where that cannot be read."""
        try:
            return load_rates(self.workspace) if self.workspace.inside else ()
        except UnreadableError as error:
            self.remarks.append(f"nothing was held as usual for you: {error}")
            return ()

    @cached_property
    def base(self) -> Context:
        """The context without what belongs to one document. Raises SettingsError for wrong settings."""
        layout = self.survey.layout if self.survey else None
        return replace(
            chosen(self.workspace.settings.check),
            root=str(self.workspace.root),
            today=self._today,
            generator=self.survey.generator.name if self.survey else "",
            roots=layout.static if layout else (),
            private_words=private_words(self.workspace),
            always_ignored=always_ignored(self.workspace, self.remarks),
        )
