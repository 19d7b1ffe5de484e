"""Technical names written with the wrong capitals, in one word or in two."""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from inkwright.lint.rule import found
from inkwright.lint.spelling import WORDS
from inkwright.lint.suspects import touches_code
from inkwright.lint.tokens import Tokens, tokens
from inkwright.model.context import Context
from inkwright.model.document import Document, Passage
from inkwright.model.finding import Edit, Finding, Fix
from inkwright.model.span import Span

NAMES = WORDS / "names.txt"
_BETWEEN = frozenset({" ", "\n", ".", "-"})


class Form(NamedTuple):
    """One way to write a name: its `words` in lower case, the `right` form, and the `wrong` ones as they are listed.
    `free` says that any other mix of capitals is wrong as well."""

    words: tuple[str, ...]
    right: str
    wrong: frozenset[str]
    free: bool


def check(document: Document, context: Context) -> Iterator[Finding]:
    """One finding for each name that is not written as its owners write it."""
    forms = _forms()
    for held in tokens(document):
        if held.passage.kind == "quote":
            continue
        for at, word in [(at, word) for at, word in enumerate(held.words) if word in forms or not word.isalnum()]:
            for form in forms.get(word.partition("-")[0].removesuffix("'s"), ()):
                span = _span(held, at, form)
                said = " ".join(held.passage.slice(span).split()) if span else ""
                if span and _is_wrong(form, said, context) and not _is_code(held.passage, span):
                    yield _finding(document, span, said, form.right)
                    break


@cache
def _forms() -> dict[str, tuple[Form, ...]]:
    """The forms by their first word, the longest first."""
    known: dict[tuple[str, ...], tuple[str, set[str], bool]] = {}
    for line in NAMES.read_text(encoding="utf-8").splitlines():
        if line[:1] == "#":
            continue
        right, _, listed = line.partition(":")
        known.setdefault(_split(right), (right, set(), True))
        for wrong in filter(None, map(str.strip, listed.split(","))):
            known.setdefault(_split(wrong), (right, set(), wrong.islower()))[1].add(wrong)
    by_first: dict[str, list[Form]] = {}
    for words, (right, forms, free) in sorted(known.items(), key=lambda pair: -len(pair[0])):
        by_first.setdefault(words[0], []).append(Form(words, right, frozenset(forms), free))
    return {first: tuple(forms) for first, forms in by_first.items()}


def _split(name: str) -> tuple[str, ...]:
    """The words of a name in lower case, as `passage.words` divides them, except at hyphens."""
    return tuple(name.lower().replace(".", " ").replace("-", " ").split())


def _span(held: Tokens, at: int, form: Form) -> Span | None:
    """Where the words of a form stand from a word on, joined by a space, a point or a hyphen, if they do."""
    passage = held.passage
    start = passage.words[at].start
    size = len(" ".join(form.words))
    begin = start - passage.span.start
    text = passage.text[begin : begin + size + 1]
    low = text[:size].lower()
    offset = 0
    for word in form.words:
        if not low.startswith(word, offset) or (offset and low[offset - 1] not in _BETWEEN):
            return None
        offset += len(word) + 1
    return None if text[size:].isalnum() or text[size:] == "_" else Span(start, start + size)


def _is_wrong(form: Form, said: str, context: Context) -> bool:
    if (
        said == form.right
        or said in context.accepted_words
        or (form.right.islower() and said == form.right.capitalize())
    ):
        return False
    if said in form.wrong or said.islower() or said.isupper():
        return said in form.wrong
    return form.free and not (len(form.words) > 1 and said.istitle() and form.right.islower())


def _is_code(passage: Passage, span: Span) -> bool:
    start, end = span.start - passage.span.start, span.end - passage.span.start
    text = passage.text
    if text[start - 1 : start] == ".":
        return True  # a folder such as ".github"
    hyphen = text[end : end + 1] == "-" and not text[start:end].islower()
    return touches_code(text, start, end) and not (hyphen and not touches_code(text[:end], start, end))


def _finding(document: Document, span: Span, said: str, right: str) -> Finding:
    fix = None
    if " ".join(document.slice(span).split()) == said:
        fix = Fix(f"Write “{right}”", (Edit(span, right),), safe=True)
    return found(span, f"“{said}” is written “{right}”", fix=fix)
