"""A published post -> what it gives its writer to say in an interview: its best sentences, its tools."""

import re

from inkwright.flows.word_weights import word_weight
from inkwright.measure.impact import LEAST, impact
from inkwright.measure.tools import tools_of
from inkwright.model.document import Document
from inkwright.model.interview import Quote, Telling
from inkwright.model.post import Post
from inkwright.model.regex import regex
from inkwright.promote.brief import compared
from inkwright.promote.sayings import sayings
from inkwright.promote.score import Scores
from inkwright.promote.told import Told, best_told
from inkwright.text.prose import passages
from inkwright.text.snippets import snippets

COMPARISON = "comparison"
"""The kind of post that compares."""
_IMPORT = regex(r"^\s*(?:import|from)\s+([A-Za-z_]\w*)", re.M)


def telling(post: Post) -> Telling:
    """What a post with its plan gives; `best` is empty for a post without a sentence that stands alone."""
    metadata, planning, document = post.metadata, post.metadata.planning, post.document
    about = f"{metadata.title} {metadata.subtitle} {metadata.description} {metadata.keyword}"
    said = sayings(document, doubtful=True)
    alone = Scores([one for one in said if one.alone], about, word_weight).scored
    tools = tools_of(
        compared(metadata.title, metadata.template == COMPARISON), metadata.tags, _prose(document), _modules(document)
    )
    best = best_told(alone, said, tools, impact, LEAST)
    return Telling(
        post.file.id, metadata.title or post.file.id, post.file.path, metadata.date[:10], metadata.tags,
        metadata.pillar.strip(), metadata.template, str(planning.get("project") or ""), metadata.audience, tools,
        {role: (one.worth, _quote(post, one)) for role, one in best.items()},
    )  # fmt: skip


def _quote(post: Post, told: Told) -> Quote:
    return Quote(told.quoted, post.file.path, post.document.position(told.saying.span.start).line)


def _prose(document: Document) -> str:
    return "\n".join(passage.text for passage in passages(document))


def _modules(document: Document) -> list[str]:
    """What the Python of a post imports, in its order."""
    return [name for one in snippets(document) if one.language == "python" for name in _IMPORT.findall(one.code)]
