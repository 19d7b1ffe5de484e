"""Questions in captured lines and notes, and which of them are the same one asked again."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from inkwright.model.found import Asked, QuestionGroup
from inkwright.model.regex import regex
from inkwright.similar.stems import stems
from inkwright.similar.vectors import rarity
from inkwright.similar.words import plain

ENOUGH = 3
"""Times that a question is asked before an FAQ is proposed. **Source:** requirement CAP-8."""
ALIKE = 0.45
"""Share of weighted words in common, on average with the others of a group, from which a question is the same one.
**Source:** ten questions asked three ways each, beside fourteen others; see the tests."""
_BACKGROUND = 20
"""Questions that are taken to have been asked besides, so that a word in each of three still says something."""
_OPENERS = r"(?:why|how|what|when|where|which|who|whose|can|could|does|do|did|is|are|should|would|will|has|have)\b"
_ASKED = regex(rf"(?:^|(?<=[.!?:;–—-]\s)){_OPENERS}[^?]*\?|[^.!?:;]*\?", re.I)
_LEAD = regex(r"\A[\"'“‘(]+|\A(?:but|and|so)\s+(?=\S)", re.I)
_STARTS = regex(_OPENERS, re.I)
_LINE = regex(r"(?m)^[ \t>]*(?:[-*+][ \t]+(?:\[[ xX]\][ \t]+)?|\d+[.)][ \t]+|#{1,6}[ \t]+)?(.+?)[ \t]*\r?$")
_EMPTY = frozenset(
    stems(
        "why how what when where which who asked asks asking ask again question someone somebody people team colleague "
        "really actually best good better need want get gets choose pick way much many there right should did"
    )
)


def question_in(text: str, meant: bool = False) -> str:
    """The question in a line, "" for none. Where it is `meant` as one a line without a question mark is one too."""
    found = _ASKED.search(text)
    if found and any(char.isalpha() for char in found[0]):
        return _LEAD.sub("", found[0].strip())
    return text.strip() if meant or (_STARTS.match(text.strip()) and len(text.split()) > 2) else ""


def questions_of(text: str) -> list[tuple[int, str]]:
    """The questions of a note with their 1-based lines: lines that end with a question mark; code holds none."""
    shown = plain(text)
    if "?" not in shown:
        return []
    found = []
    for line in _LINE.finditer(text):
        if line[1].endswith("?") and "?" in shown[line.start(1) : line.end(1)] and "://" not in line[1]:
            asked = question_in(line[1])
            if asked:
                found.append((text.count("\n", 0, line.start(1)) + 1, asked))
    return found


def grouped(asked: Iterable[Asked]) -> list[QuestionGroup]:
    """Questions put together by what they ask, the most asked first; each question stands in one group."""
    listed = sorted((one for one in asked), key=lambda one: (one.date or "9999", one.path, one.line))
    bags = [frozenset(stems(one.text)) - _EMPTY for one in listed]
    held = Counter(word for bag in bags for word in bag)
    weight = {word: rarity(len(listed) + _BACKGROUND, count) for word, count in held.items()}
    groups: list[list[int]] = []
    by_word: dict[str, set[int]] = {}
    for at, bag in enumerate(bags):
        near = Counter(group for word in bag for group in by_word.get(word, ()))
        home = _home(at, bags, [groups[no] for no in sorted(near)], weight)
        no = groups.index(home) if home else len(groups)
        if home:
            home.append(at)
        else:
            groups.append([at])
        for word in bag:
            by_word.setdefault(word, set()).add(no)
    made = [_group([listed[at] for at in group]) for group in groups]
    return sorted(made, key=lambda group: -group.count)


def _home(
    at: int, bags: Sequence[frozenset[str]], groups: Sequence[list[int]], weight: Mapping[str, float]
) -> list[int] | None:
    """The group whose questions are most like one, None when none is alike."""
    scored = [(sum(_alike(bags[at], bags[one], weight) for one in group) / len(group), group) for group in groups]
    best = max(scored, key=lambda pair: pair[0], default=None)
    return best[1] if best and best[0] >= ALIKE else None


def _alike(one: frozenset[str], other: frozenset[str], weight: Mapping[str, float]) -> float:
    """Twice the weight in common by the weight of both (Dice), 0 to 1; 0 where only one word of several is shared."""
    shared = one & other
    if len(shared) < min(2, len(one), len(other)):
        return 0.0
    total = sum(weight[word] for word in one) + sum(weight[word] for word in other)
    return 2 * sum(weight[word] for word in shared) / total if total else 0.0


def _group(asked: Sequence[Asked]) -> QuestionGroup:
    said = min((one.text for one in asked), key=lambda text: (not text.endswith("?"), len(text)))
    advice = (
        f"asked {len(asked)} times: write an FAQ (inkwright new TITLE --template faq)" if len(asked) >= ENOUGH else ""
    )
    return QuestionGroup(said, len(asked), tuple(asked), advice)
