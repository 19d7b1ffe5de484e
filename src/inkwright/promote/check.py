"""The rules of a network on a draft. They are data, in the pages of the networks; here is what each kind looks at."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from functools import lru_cache

from inkwright.model.finding import Finding
from inkwright.model.promotion import Network, NetworkRule
from inkwright.model.regex import regex
from inkwright.model.span import Span
from inkwright.promote import signs
from inkwright.promote.counting import length
from inkwright.promote.layout import BLANK, Part, parts, title_of

CATEGORY = "promotion"
_HASHTAG = regex(r"(?<![\w&/#])#[^\W\d_]\w*")
_SHOUT = regex(r"(?:\b[A-Z]{4,}\b\W+){2,}\b[A-Z]{2,}|\b[A-Z]{2,}(?:\s+[A-Z]{2,}){3,}|!")
_COUNT = regex(
    r"\W*(?:top\s+)?\d{1,3}\s+(?:\w+\s+){0,2}(?:ways|things|tips|reasons|tricks|lessons|mistakes|secrets|steps|facts|"
    r"tools|ideas)\b",
    re.I,
)
_SHOW = regex(r"\W*show hn\b", re.I)
_RUNNABLE = regex(r"https?://(?:www\.)?(?:github\.com|gitlab\.com|codeberg\.org|sr\.ht|pypi\.org|npmjs\.com|crates\.io|huggingface\.co|"
    r"play\.|app\.|demo\.)|https?://[^/\s]+/(?:demo|app|play|try)\b")  # fmt: skip
_GAP = r"(?:\S+\s+){0,4}?"
Found = Iterator[tuple[Span, str]]


def check(text: str, network: Network) -> list[Finding]:
    """What breaks the rules of a network in a draft, in the order of the text; empty for a draft that may be sent."""
    found = []
    messages = parts(text, network)
    for rule in network.rules:
        for span, more in _KINDS[rule.kind](messages, network, rule):
            message = f"{rule.message}{f' ({more})' if more else ''}"
            found.append(Finding(f"{network.name}/{rule.name}", CATEGORY, rule.severity, span, message, rule.why))
    return sorted(found, key=lambda one: (one.span, one.rule))


def _blank(messages: list[Part], network: Network, rule: NetworkRule) -> Found:
    for part in messages:
        for mark in BLANK.finditer(part.text):
            yield part.at(*mark.span()), mark[0][2:-1].strip()


def _limit(messages: list[Part], network: Network, rule: NetworkRule) -> Found:
    for number, part in enumerate(messages, 1):
        long = length(part.sent, network.counting)
        if network.limit and long > network.limit:
            which = f"message {number}: " if network.form == "thread" else ""
            yield part.span, f"{which}{long:,} of {network.limit:,}"


def _title(messages: list[Part], network: Network, rule: NetworkRule) -> Found:
    for part in messages[:1]:
        span = title_of(part)
        long = length(part.text[span.start : span.end], network.counting)
        if long > int(rule.value) and not BLANK.match(part.text):
            yield part.at(*span), f"{long} of {rule.value}"


def _parts(messages: list[Part], network: Network, rule: NetworkRule) -> Found:
    low, high = map(int, rule.value.split("-"))
    if not low <= len(messages) <= high:
        yield _all(messages), f"{len(messages)}"


def _sentences(messages: list[Part], network: Network, rule: NetworkRule) -> Found:
    low, high = map(int, rule.value.split("-"))
    count = sum(len(part.sentences) for part in messages)
    open_ = sum(len(BLANK.findall(part.text)) for part in messages)
    if not (low <= count <= high) and not (open_ and count <= high):
        yield _all(messages), f"{count}"


def _link(messages: list[Part], network: Network, rule: NetworkRule) -> Found:
    """The last address ends the last message; a marked place may stand in for it."""
    if not messages:
        return
    last = messages[-1]
    if not any(part.addresses for part in messages):
        if not BLANK.search(last.text[last.text.rfind("\n") + 1 :]):
            yield last.at(max(len(last.text) - 1, 0), len(last.text)), "there is none"
        return
    ends = last.addresses[-1].end if last.addresses else 0
    rest = last.text[ends:].strip(" \n\t.)]")
    if not ends or (rest and not all(word.startswith("#") for word in rest.split()) and not BLANK.search(rest)):
        where = next(part for part in reversed(messages) if part.addresses)
        yield where.at(*where.addresses[-1]), ""


def _opening(messages: list[Part], network: Network, rule: NetworkRule) -> Found:
    """Wordings in the first sentence, the title among it, and in the second where the first is a greeting."""
    for part in messages[:1]:
        opening = part.sentences[:1]
        for span in opening:
            yield from _said(part, span, rule)


def _wording(messages: list[Part], network: Network, rule: NetworkRule) -> Found:
    for part in messages:
        yield from _said(part, Span(0, len(part.text)), rule)


def _headline(messages: list[Part], network: Network, rule: NetworkRule) -> Found:
    for part in messages[:1]:
        yield from _said(part, title_of(part), rule)


def _said(part: Part, span: Span, rule: NetworkRule) -> Found:
    """The first of a rule's wordings that stands in a stretch of a message."""
    for pattern in map(_pattern, rule.phrases):
        found = pattern.search(part.text, span.start, span.end)
        if found:
            yield part.at(*found.span()), f"“{' '.join(found[0].split())}”"
            return


@lru_cache(maxsize=512)
def _pattern(phrase: str) -> re.Pattern[str]:
    words = [_GAP if word == "…" else re.escape(word).replace("'", "['’]") + r"\s+" for word in phrase.split()]
    said = "".join(words).removesuffix(r"\s+")
    before = r"(?<!\w)" if phrase[0].isalnum() else ""
    return re.compile(before + said + (r"(?!\w)" if phrase[-1].isalnum() else ""), re.I)


def _lead(messages: list[Part], network: Network, rule: NetworkRule) -> Found:
    """Whether the first sentences hold an amount, a result, a surprise or a question."""
    for part in messages[:1]:
        spans = part.sentences[:2]
        first = " ".join(part.text[span.start : span.end] for span in spans)
        if spans and not signs.tells(first) and not BLANK.match(part.text):
            yield part.at(*spans[0]), ""


def _hashtags(messages: list[Part], network: Network, rule: NetworkRule) -> Found:
    marks = [part.at(*mark.span()) for part in messages for mark in _HASHTAG.finditer(part.text)]
    if len(marks) > int(rule.value):
        yield marks[int(rule.value)], f"{len(marks)}"


def _asks(messages: list[Part], network: Network, rule: NetworkRule) -> Found:
    said = [part.text[span.start : span.end] for part in messages for span in part.sentences]
    if (
        said
        and not any(one.rstrip('"”’)').endswith("?") for one in said)
        and not any(BLANK.search(p.text) for p in messages)
    ):
        yield _all(messages), ""


def _show(messages: list[Part], network: Network, rule: NetworkRule) -> Found:
    for part in messages[:1]:
        found = _SHOW.match(part.text)
        if found and not _RUNNABLE.search(part.text):
            yield part.at(*found.span()), ""


def _shouting(messages: list[Part], network: Network, rule: NetworkRule) -> Found:
    for part in messages[:1]:
        found = _SHOUT.search(part.text, *title_of(part))
        if found:
            yield part.at(*found.span()), ""


def _count(messages: list[Part], network: Network, rule: NetworkRule) -> Found:
    for part in messages[:1]:
        found = _COUNT.match(part.text)
        if found:
            yield part.at(*found.span()), ""


def _people(messages: list[Part], network: Network, rule: NetworkRule) -> Found:
    most = int(rule.value)
    if len(messages) > most:
        yield messages[most].span, f"{len(messages)}"


def _same(messages: list[Part], network: Network, rule: NetworkRule) -> Found:
    """Messages that are the same but for the name above; what is not written yet is no message."""
    said = [
        " ".join(" ".join(part.text[span.start : span.end] for span in part.sentences).split()) for part in messages
    ]
    often = Counter(one for one in said if one)
    for part, one in zip(messages, said, strict=True):
        if one and often[one] > 1:
            yield part.span, ""
            return


def _all(messages: list[Part]) -> Span:
    return Span(messages[0].span.start, messages[-1].span.end) if messages else Span(0, 0)


_KINDS: dict[str, Callable[[list[Part], Network, NetworkRule], Found]] = {
    "blank": _blank, "limit": _limit, "title": _title, "parts": _parts, "sentences": _sentences, "link": _link,
    "opening": _opening, "wording": _wording, "headline": _headline, "lead": _lead, "hashtags": _hashtags,
    "asks": _asks, "show": _show, "shouting": _shouting, "count": _count, "people": _people, "same": _same,
}  # fmt: skip
"""What each kind of rule looks at; a page that names another one is refused by the tests of the pages."""
KINDS = frozenset(_KINDS)
"""The kinds of rule that a page may name."""
