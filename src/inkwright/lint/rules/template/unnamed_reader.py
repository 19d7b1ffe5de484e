"""Posts for outsiders or for one level that never say for whom they are."""

import re
from collections.abc import Iterator

from inkwright.lint.front import key_span
from inkwright.lint.opening import opening
from inkwright.lint.outline import outline_headings
from inkwright.lint.rule import found, number
from inkwright.lint.tokens import is_english
from inkwright.model.context import Context
from inkwright.model.document import Document
from inkwright.model.finding import Finding
from inkwright.model.regex import regex
from inkwright.text.prose import word_count

_FOR = regex(
    r"\b(?:(?:is|are|was|wrote (?:this|it)|written|meant|made|intended|aimed) (?:\w+ )?(?:for|at)\b|"
    r"for (?:\w+ ){0,4}(?:who|that|with|new to|whose)\b|for (?:\w+ ){0,3}(?:engineers|developers|researchers|leaders|"
    r"managers|beginners|practitioners|newcomers|teams?|readers|programmers|scientists|analysts|students|writers|anyone|everyone|"
    r"people|those|you)\b|if you(?:'re| are|'ve| have|r| run| use| want| need| work| write| build| know)|"
    r"(?:you|readers?) (?:should|need|must|may|do not need|don't need)|whether you|you (?:already )?know|"
    r"(?:no|prior|some|basic) (?:\w+ )?(?:knowledge|experience|background))",
    re.I,
)
_SECTION = regex(
    r"\b(?:who\b.*\b(?:is|should|for)|audience|prerequisites?|requirements|before you (?:start|begin))", re.I
)


def check(document: Document, context: Context) -> Iterator[Finding]:
    """One finding on `level:`, else on `audience:`, when neither the opening nor a heading names the reader."""
    level = str(context.metadata.planning.get("level") or "").strip()
    outside = {"leadership", "community"} & set(context.audience)
    key = "level" if level else "audience"
    if not (level or outside) or key not in document.front_matter.data or not is_english(document):
        return
    if word_count(document) < number(context, "unnamed-reader", "words"):
        return
    if any(_SECTION.search(heading.plain()) for heading in outline_headings(document)):
        return
    text = " ".join(passage.text for passage in opening(document)).replace("’", "'")
    if not _FOR.search(text):
        yield found(key_span(document, key), "say in the opening for whom this is, and what they must know already")
