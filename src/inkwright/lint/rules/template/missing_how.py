"""Posts for the team and for leaders that say why and never how."""

import re
from collections.abc import Iterator

from inkwright.lint.front import key_span
from inkwright.lint.outline import outline_headings
from inkwright.lint.rule import found, number
from inkwright.lint.tokens import is_english, prose
from inkwright.model.context import Context
from inkwright.model.document import Document
from inkwright.model.finding import Finding
from inkwright.model.regex import regex
from inkwright.text.prose import word_count

_HOW = regex(
    r"\b(?:how (?:it|we|i|the|to)|method\w*|approach|data(?:set)?s?|set-?up|experiment\w*|evaluat\w+|evals?|"
    r"ablation\w*|benchmark\w*|measure\w*|implement\w*|architecture|design|steps?|under the hood|details|"
    r"reproduc\w+)\b",
    re.I,
)
_METHOD = regex(
    r"\b(?:we|i|and) (?:\w+ )?(?:measured|trained|evaluated|benchmarked|ran|timed|sampled|labell?ed|collected|"
    r"compared|removed|replaced|tested|counted)\b"
    r"|\b(?:ablation|baseline|held-out|data ?set|training set|test set|sample of|runs? of)\b",
    re.I,
)
_SIGNS = 2


def check(document: Document, context: Context) -> Iterator[Finding]:
    """One finding on `audience:` when both read it and no section, code, table or sentence shows how it was done."""
    if not {"team", "leadership"} <= set(context.audience) or not is_english(document):
        return
    if word_count(document) < number(context, "missing-how", "words") or document.of_kind("code", "table", "math"):
        return
    if any(_HOW.search(heading.plain()) for heading in outline_headings(document)):
        return
    if sum(len(_METHOD.findall(passage.text)) for passage in prose(document)) < _SIGNS:
        message = "the team reads it too: show how it was done (data, method, evaluation, what each part brings)"
        yield found(key_span(document, "audience"), message)
