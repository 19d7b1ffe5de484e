"""Builds what the rules may know about a document besides itself: settings, metadata, files that its links reach."""

from collections.abc import Sequence

from msgspec.structs import replace

from inkwright.flows.check_data import data_faults
from inkwright.flows.check_design import design_of
from inkwright.flows.check_excerpts import Excerpts
from inkwright.flows.check_experiments import open_experiments
from inkwright.flows.check_exports import export_states
from inkwright.flows.check_hearsay import hearsay
from inkwright.flows.check_kept import Kept
from inkwright.flows.check_links import Links
from inkwright.flows.check_lookups import Lookups
from inkwright.flows.check_numbers import Numbers
from inkwright.flows.check_pictures import Pictures
from inkwright.flows.check_sources import Sources
from inkwright.flows.letter_size import letter_size
from inkwright.flows.references import Bibliographies
from inkwright.flows.writers import of_author
from inkwright.model.context import Context
from inkwright.model.document import Document
from inkwright.plan.templates import template_or_none
from inkwright.workspace.folder import Workspace


class Surroundings:
    """The contexts of the documents of one workspace. `look_over` as in `Lookups`."""

    def __init__(self, workspace: Workspace, today: str, look_over: bool) -> None:
        self._workspace = workspace
        self._known = Lookups(workspace, today, look_over)
        self._kept = Kept(self._known)
        self._links = Links(workspace)
        self._works = Bibliographies(workspace)
        self._excerpts = Excerpts(workspace)
        self._pictures = Pictures(workspace)
        self._numbers = Numbers(workspace)

    @property
    def remarks(self) -> Sequence[str]:
        """Sentences about what could not be looked up so far."""
        return self._known.remarks

    def of(self, document: Document, path: str, words: bool = True) -> Context:
        """The context of one document; its link targets are looked up on the disk. Without `words`, which take most of
        the time, no rule can tell a slip from a word of the trade."""
        known, base = self._known, self._known.base
        reached = self._links.reached(document, path, base.roots, known.survey)
        metadata = self._kept.metadata(document, path)
        is_post = path in known.posts
        rates = of_author(known.rates, metadata)
        return replace(
            base,
            path=path,
            metadata=metadata,
            audience=metadata.audience,
            accepted_words=base.accepted_words | (known.vocabulary.of(document) if words else frozenset()),
            files=reached.files,
            anchors=reached.anchors,
            pages=reached.pages,
            is_post=is_post,
            template=template_or_none(metadata.template),
            own_posts=frozenset(known.posts),
            sizes=reached.sizes,
            pictures=self._pictures.of(reached.sizes),
            voice=of_author(known.voices, metadata),
            rates=rates.rates if rates and is_post else {},
            sources=Sources(known.shelf, path, metadata) if self._workspace.inside else None,
            run=self._kept.standing(document, path) if self._workspace.inside else None,
            hearsay=hearsay(self._workspace, document, reached.files, known.shelf.kinds) if is_post else frozenset(),
            experiments=open_experiments(self._workspace, document, reached.files, known.shelf.kinds),
            ignores=frozenset(self._kept.record(path).ignores),
            bibliography=self._works.of(document, path, metadata, known.survey.layout if known.survey else None),
            numbers=self._numbers.of(document, path),
            excerpts=self._excerpts.of(document),
            data_faults=data_faults(self._workspace, document, path),
            design=design_of(self._workspace, document, path),
            exports=export_states(self._workspace, document, path),
            letter=letter_size(self._workspace, path, document.text, base.today) if is_post else None,
        )

    def run_state(self, document: Document, path: str) -> str:
        """How the snippets of a document stand, as `evidence.record.state_of` says it."""
        return self._kept.standing(document, path).state

    def id_of(self, path: str) -> str:
        """The id under which a file's record is kept."""
        return self._kept.file(path).id
