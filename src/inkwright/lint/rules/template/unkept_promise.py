"""What an opening promises and the post does not hold."""

import re
from collections.abc import Iterator

from inkwright.lint.content import content_stems
from inkwright.lint.opening import after, opening
from inkwright.lint.rule import found, number
from inkwright.lint.tokens import is_english
from inkwright.model.context import Context
from inkwright.model.document import Document
from inkwright.model.finding import Finding
from inkwright.model.regex import regex
from inkwright.text.prose import HIDDEN, word_count

_VERB = (
    r"(?:see|show|learn|cover|explain|explore|build|compare|benchmark|measure|discuss|describe|demonstrate|look at|"
    r"walk (?:you )?through|go (?:over|through)|present|introduce|examine|teach|find out|understand|discover|write|"
    r"implement|create|add|make|use|touch on|dive into|take a look at|try|test)"
)
_PROMISE = regex(
    rf"\b(?:we|i|you)(?:'ll| will| shall| are going to|'re going to|'m going to| am going to) (?:\w+ly |also |then |"
    rf"first |even |now |finally |briefly |be able to |have |start by |end by |how to )*{_VERB}(?:ing)?\b"
    r"(?P<what>[^.;:!?]*)"
    rf"|\b(?:this|the) (?:post|article|tutorial|guide|essay|note) (?:will |also |then )*"
    r"(?:shows?|explains?|covers?|compares?|describes?|walks|goes through|benchmarks|measures|discusses|explores|"
    r"teaches|introduces|demonstrates|presents)\b(?P<this>[^.;:!?]*)"
    r"|\b(?:at|by) the end(?: of \w+ \w+)?,? you(?:'ll| will) (?P<end>[^.;:!?]*)",
    re.I,
)
_ELSEWHERE = regex(
    r"\b(?:next|follow-?up|another|later|future|upcoming|separate|second|other) (?:post|part|article|section|chapter|"
    r"time|one|tutorial|week|note)|\b(?:course|series|book|chapters?|not |won't|someday|one day|in part)\b",
    re.I,
)
_EMPTY = """
detail details example examples approach approaches question questions problem problems solution solutions
part section sections thing step steps issue topic topics idea ideas basic basics point world post article
reader different following simple quick able end time real common various whole entire deep next hand shortly
later below here soon moment minute brief briefly action order course finished today far
"""
_VAGUE = content_stems(_EMPTY)
"""Words that promise nothing of their own."""


def check(document: Document, context: Context) -> Iterator[Finding]:
    """One finding for each sentence of the opening whose promise no later words take up."""
    if word_count(document) < number(context, "unkept-promise", "words") or not is_english(document):
        return
    first = opening(document)
    if not first or not any(_PROMISE.search(passage.text.replace("’", "'")) for passage in first):
        return
    rest = after(document, first[-1])
    kept = content_stems(" ".join(passage.block.plain() for passage in rest) + " " + _code(document))
    for passage in first:
        for sentence in passage.sentences:
            said = " ".join(passage.slice(sentence).replace("’", "'").split())
            match = None if HIDDEN in said or _ELSEWHERE.search(said) else _PROMISE.search(said)
            if match:
                wanted = content_stems(_what(match)) - _VAGUE
                if wanted and not wanted & kept:
                    yield found(sentence, "promised here, and no later section says a word of it")


def _what(match: re.Match[str]) -> str:
    return match["what"] or match["this"] or match["end"] or ""


def _code(document: Document) -> str:
    return " ".join(block.text for block in document.of_kind("code"))
