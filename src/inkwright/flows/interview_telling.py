"""A published post -> what it gives its writer to say in an interview: its best sentences, its tools."""

import re
from collections.abc import Iterator, Sequence

from inkwright.flows.word_weights import word_weight
from inkwright.measure.impact import LEAST, impact
from inkwright.measure.tools import tools_of
from inkwright.model.document import Document
from inkwright.model.interview import Quote, Telling
from inkwright.model.post import Post
from inkwright.model.promotion import Role, Saying
from inkwright.promote import signs
from inkwright.promote.brief import compared
from inkwright.promote.sayings import sayings
from inkwright.promote.score import ENOUGH, Scored, Scores
from inkwright.text.prose import passages
from inkwright.text.snippets import snippets

ROLES: tuple[Role, ...] = ("finding", "surprise", "why", "limits", "takeaway")
TRIED: tuple[Role, ...] = ("takeaway", "limits", "surprise", "finding")
"""Roles of a sentence that tells what came of trying a tool."""
LONGEST = 320
"""Characters of two sentences that are quoted as one passage. **Source:** own choice: what is said in one breath."""
COMPARISON = "comparison"
"""The kind of post that compares."""
OPENS, OPENING = 0.5, 0.15
"""What a sentence in the first part of a post gains, and how much of a post that part is."""
_IMPORT = re.compile(r"^\s*(?:import|from)\s+([A-Za-z_]\w*)", re.M)
_OWN = re.compile(r"\b(?:I|we|me|us|my|our)\b")


def telling(post: Post) -> Telling:
    """What a post with its plan gives; `best` is empty for a post without a sentence that stands alone."""
    metadata, planning, document = post.metadata, post.metadata.planning, post.document
    about = f"{metadata.title} {metadata.subtitle} {metadata.description} {metadata.keyword}"
    said = sayings(document, doubtful=True)
    alone = Scores([one for one in said if one.alone], about, word_weight).scored
    tools = tools_of(
        compared(metadata.title, metadata.template == COMPARISON), metadata.tags, _prose(document), _modules(document)
    )
    return Telling(
        post.file.id, metadata.title or post.file.id, post.file.path, metadata.date[:10], metadata.tags,
        metadata.pillar.strip(), metadata.template, str(planning.get("project") or ""), metadata.audience, tools,
        dict(_best(post, alone, said, tools)),
    )  # fmt: skip


def _best(
    post: Post, alone: Sequence[Scored], said: Sequence[Saying], tools: Sequence[str]
) -> Iterator[tuple[str, tuple[float, Quote]]]:
    """The sentence that is worth most in each role, of those that are worth enough."""
    for role in ROLES:
        top = max(alone, key=lambda one: one.worth[role], default=None)
        if top and top.worth[role] >= ENOUGH[role]:
            yield role, (top.worth[role], _quote(post, top.saying.text, top.saying))
    plain = max(alone, key=_plainness, default=None)
    if plain and (worth := _plainness(plain)) >= LEAST:
        yield "impact", (worth, _quote(post, _with_next(plain.saying, said), plain.saying))
    tried = max(((_tried(one, tools), one) for one in alone), key=lambda pair: pair[0], default=None)
    if tried and tried[0] > 0:
        yield "tool", (tried[0], _quote(post, tried[1].saying.text, tried[1].saying))


def _plainness(one: Scored) -> float:
    """How plainly a sentence puts first what changes; a post that begins so is the better one to tell."""
    text = one.saying.text
    if signs.ORDERS.match(text) or ": " in text or signs.THANKS.search(text):
        return 0.0
    return impact(text) + OPENS * (one.saying.place < OPENING)


def _tried(one: Scored, tools: Sequence[str]) -> float:
    """How well a sentence tells what came of trying one of the tools; 0 for one that names none."""
    text = one.saying.text
    if not any(re.search(rf"(?<!\w){re.escape(tool)}(?!\w)", text, re.I) for tool in tools):
        return 0.0
    return max(one.worth[role] for role in TRIED) + 1.0 * bool(_OWN.search(text))


def _with_next(saying: Saying, said: Sequence[Saying]) -> str:
    """A sentence with the one behind it, which tells how, as far as both are short."""
    behind = (one for one in said if (one.passage, one.order) == (saying.passage, saying.order + 1))
    both = f"{saying.text} {text}" if (text := next((one.text for one in behind), "")) else saying.text
    return both if len(both) <= LONGEST else saying.text


def _quote(post: Post, text: str, saying: Saying) -> Quote:
    return Quote(text, post.file.path, post.document.position(saying.span.start).line)


def _prose(document: Document) -> str:
    return "\n".join(passage.text for passage in passages(document))


def _modules(document: Document) -> list[str]:
    """What the Python of a post imports, in its order."""
    return [name for one in snippets(document) if one.language == "python" for name in _IMPORT.findall(one.code)]
