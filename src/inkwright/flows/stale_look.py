"""One published post -> all that shows its age, whether its author answered that before or not."""

from collections.abc import Mapping

from msgspec.structs import replace

from inkwright.flows.check_context import Surroundings
from inkwright.flows.later import later
from inkwright.flows.ledger_place import has_ledger
from inkwright.lint.engine import check
from inkwright.lint.rule import is_on, table
from inkwright.measure.stale import RULES, fall, is_old, signs
from inkwright.measure.traffic import Lately
from inkwright.model.net import LinkAnswer
from inkwright.model.post import Post
from inkwright.model.site import Site
from inkwright.model.stale import StalePost
from inkwright.process.installed import version_of
from inkwright.workspace.folder import Workspace


class Look:
    """Looks posts of a workspace over; what belongs to it is looked up once, and only rules that show age are asked.

    `answers` is what asking for external addresses showed, `look_over` as in `Lookups`, `site` has the posts where
    the caller has loaded them. Raises LedgerError.
    """

    def __init__(
        self,
        workspace: Workspace,
        today: str,
        answers: Mapping[str, LinkAnswer],
        look_over: bool,
        site: Site | None = None,
    ) -> None:
        self._today = today
        self._answers = answers
        self._surroundings = Surroundings(workspace, today, look_over)
        self._read: Mapping[str, Lately] = (
            later("post_stats").read_lately(workspace, today, site) if has_ledger(workspace) else {}
        )

    def at(self, post: Post) -> StalePost:
        """One post with its signs, gravest first. Raises UnreadableError for a record that cannot be read."""
        metadata, id_ = post.metadata, post.file.id
        context = replace(self._surroundings.of(post.document, post.file.path, words=False), answers=self._answers)
        asked = [name for name in RULES if is_on(table().rules[name], context)]
        looked_at = (metadata.updated or metadata.date)[:10]
        found = signs(
            post.document, metadata.title, looked_at, self._today, check(post.document, context, asked), version_of, id_
        )
        read = self._read.get(id_)
        if read and read.fell and is_old(looked_at, self._today):
            found = (*found, fall(read.fell, id_))
        return StalePost(id_, post.file.path, metadata.title, looked_at, found, read.views if read else None)
