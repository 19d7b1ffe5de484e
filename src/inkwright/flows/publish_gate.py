"""A post -> what stands in the way of publishing it: errors of the editor, what its author left open, its thesis, and
another post at its address."""

import unicodedata
from collections.abc import Iterator

from inkwright.flows.check_paths import Place
from inkwright.flows.checker import Checker
from inkwright.flows.load import load_post
from inkwright.flows.outline import outlined
from inkwright.flows.planning import with_planning
from inkwright.flows.survey import Survey
from inkwright.model.finding import Finding
from inkwright.model.post import Post
from inkwright.model.publishing import Obstacle
from inkwright.plan.breaches import is_empty
from inkwright.workspace.folder import Workspace

_HELP = {"stale-run": "run", "failed-snippet": "run", "stale-number": "numbers", "broken-binding": "numbers"}
"""The command that tells more of a rule's findings than `check` does."""


def obstacles(workspace: Workspace, post: Post, today: str) -> tuple[Obstacle, ...]:
    """All that blocks, in the order of lines: each finding of severity error (open questions and TK among them, stale
    output, figures that no longer fit their data), a thesis that is no one short sentence, a post without any text.

    Raises UnreadableError.
    """
    place = Place(post.file.path, workspace, post.file.path)
    checked = Checker([place], today, force=True).check(place)
    found = [_of(finding, checked.document.position(finding.span.start).line, post)
             for finding in checked.findings if finding.severity == "error"]  # fmt: skip
    planned = outlined(with_planning(workspace, post))
    if not is_empty(planned.post.metadata.planning.get("thesis")):
        wrong = (breach for breach in planned.plan.breaches if breach.kind == "thesis")
        found += [Obstacle(post.file.path, one.line, one.message, f"inkwright outline {post.file.id}") for one in wrong]
    if not checked.words:
        found.append(Obstacle(post.file.path, 0, "it has no text yet", f"inkwright write {post.file.id}"))
    return tuple(sorted(found, key=lambda one: one.line))


def address_taken(found: Survey, path: str, url: str, today: str) -> Iterator[Obstacle]:
    """What blocks a post whose address `url` another one has that is published: one of the two would have no page."""
    own = _folded(url)
    others = (other for other, address in found.urls.items() if other != path and _folded(address) == own)
    for other in others:
        if load_post(found, other, today).published:
            message = f"its address {url} is that of {other}: give one of them another `slug`"
            yield Obstacle(path, 0, message)


def _folded(url: str) -> str:
    """An address as far as two may not differ on a disk that knows no capitals."""
    return unicodedata.normalize("NFC", url).casefold()


def thesis_of(workspace: Workspace, post: Post) -> str:
    """The post's one sentence, to be asked of its author again; "" where there is none."""
    said = with_planning(workspace, post).metadata.planning.get("thesis")
    return "" if is_empty(said) else " ".join(str(said).split())


def _of(finding: Finding, line: int, post: Post) -> Obstacle:
    verb = _HELP.get(finding.rule, "check")
    return Obstacle(post.file.path, line, f"{finding.message} [{finding.rule}]", f"inkwright {verb} {post.file.id}")
