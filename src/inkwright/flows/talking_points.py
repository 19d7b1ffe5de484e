"""A post -> what its writer can talk about, each sentence with its line and the heading that it stands below."""

from inkwright.flows.word_weights import word_weight
from inkwright.model.document import Document
from inkwright.model.post import Post
from inkwright.model.talking_point import TalkingPoint
from inkwright.promote.sayings import sayings
from inkwright.promote.score import Scores
from inkwright.promote.talking import talking_points
from inkwright.text.anchors import anchors


def points_of(post: Post, title_id: str = "") -> tuple[TalkingPoint, ...]:
    """The talking points of a post; () for one that gives none. `title_id` is the anchor of the heading that became the
    title, which is on no page."""
    metadata = post.metadata
    about = f"{metadata.title} {metadata.subtitle} {metadata.description} {metadata.keyword}"
    scored = Scores(sayings(post.document), about, word_weight).scored
    return tuple(
        TalkingPoint(
            kind, one.text, post.file.path, post.document.position(one.span.start).line,
            _anchor(post.document, one.span.start, title_id),
        )
        for kind, one in talking_points(scored)
    )  # fmt: skip


def _anchor(document: Document, at: int, title_id: str) -> str:
    above = [name for block, name in anchors(document) if block.span.start < at]
    return above[-1] if above and above[-1] != title_id else ""
