"""What a point of a note is: a step, a figure, an error ... told by its words alone, so that the reason shows."""

import re
from typing import NamedTuple

from inkwright.model.point import Point, Sign
from inkwright.model.regex import regex
from inkwright.plan.coverage import content_words

STRONG, WEAK, NAMED = 1.0, 0.4, 0.5
"""What a sign counts that stands in the words, one that nearly every sentence could have, a name in code."""
LABELLED = 1.6
"""What a sign counts in the point's own label (`Limits: ...`): the author says what it is."""
HEADED, TITLED = 0.8, 0.5
"""What it counts in the heading that the point stands under, and in its note's title. **Source** of all five: own trial
on the demo's notes."""
ABOUT = 1.2
"""What a point counts that has every word of its note's title; with some of them, that share."""
LEADS = 0.4
"""What is left of a sign in a sentence that ends in a colon: what it leads to is code or a list, and stays in the note.
**Source** of both: own trial on 574 published notes, whose sentences before code were half of all bullets."""


class _Kind(NamedTuple):
    said: str
    words: re.Pattern[str]


def _words(pattern: str) -> re.Pattern[str]:
    return regex(rf"(?<!\w)(?:{pattern})(?!\w)", re.I)


_UNIT = r"%|[kKMGT]i?B|[mµn]?s|ms|[GM]?Hz|[GT]?flops|minutes?|hours?|seconds?|days?|weeks?|tokens?|rows?|times|x|×"
_VERBS = (
    "add|avoid|build|cache|call|change|check|choose|compare|compile|copy|create|declare|define|export|fuse|group|import"
    "|install|keep|launch|load|log|look|make|mark|measure|move|open|pad|pin|print|profile|put|read|reduce|remove|replace"
    "|reuse|run|send|set|sort|split|start|take|test|trace|try|tune|turn|use|warm|wrap|write"
)
KINDS: dict[str, _Kind] = {
    "error": _Kind("tells what went wrong", _words(
        r"errors?|fail(?:s|ed|ing|ure|ures)?|bugs?|bit me|crash\w*|exceptions?|out of memory|OOM|forgot\w*|wrong"
        r"|broken?|broke|wasted|stall\w*|mistakes?|warnings?|traceback|deadlock\w*|leak\w*|timed? ?outs?|hangs?|killed"
        r"|traps?|pitfalls?|troubleshooting|gotchas?|symptoms?")),
    "figure": _Kind("gives a figure", regex(
        rf"(?<![\w.\-/])\d[\d,.]*(?:\s?(?:{_UNIT})(?!\w))|(?:twice|\w+ times) (?:as )?(?:fast|slow|larg|small)\w*"
        r"|(?<!\w)(?:numbers|results?|measured|benchmark\w*|percent|speed-?up)(?!\w)", re.I)),
    "comparison": _Kind("compares", _words(
        r"vs\.?|versus|compared?|comparison|instead of|whereas|rather than|on par"
        r"|(?:fast|slow|larg|small|bett|wors)er? than|more than|less than")),
    "limit": _Kind("says where it ends", regex(
        r"^(?:don['’]t|never)\b|(?<!\w)(?:limits?|limitations?|caveats?|unless|except|only if|only when|so never"
        r"|not worth|doesn['’]t work|won['’]t do|by design|trade-?offs?|stops? helping|when not)(?!\w)",
        re.I)),
    "belief": _Kind("corrects a belief", _words(
        r"i(?:['’]d)? (?:thought|believed|assumed|expected)|believed|beliefs?|myths?|superstition|turns? out|turned out"
        r"|did(?: not|n['’]t) expect|surpris\w+|misconceptions?|used to think|not a (?:score|hack|goal)|happily")),
    "picture": _Kind("draws a picture", _words(
        r"imagine|picture|as if|think of|like (?:a|an)|analogy|metaphor|explained to|whiteboard|buse?s?|polite name"
        r"|in one sentence|beautiful")),
    "cause": _Kind("says why it matters", _words(
        r"why|problems?|motivation|hurts?|matters?|bottleneck|too slow|asked|background|context|symptoms?"
        r"|the whole cost")),
    "need": _Kind("names what is needed", _words(
        r"needs?|needed|requires?|required|prerequisites?|requirements?|versions?|wheels?|drivers?|must be|had to"
        r"|hardware|at least")),
    "design": _Kind("describes the parts", _words(
        r"architecture|the whole design|designs?|components?|layers?|schedulers?|partitions?|consists? of|pipeline"
        r"|diagram|split into|anatomy|overview|blueprint|structure|each .{3,40} has")),
    "step": _Kind("says what to do", regex(
        rf"^(?:(?:first|then|next|finally|now)\b(?! (?:call|run|time|half))"
        rf"|(?:{_VERBS})\b(?! (?:of|is|was|are|and|time)\b))"
        r"|(?<!\w)(?:step \d|steps|how to|setup|set up|fix(?:es)?)(?!\w)", re.I)),
    "view": _Kind("takes a view", _words(
        r"my view|my take|i think|i would|i['’]d (?:rather|say|take|use|choose|pick|like)|should|in my opinion|opinion"
        r"|prefer|recommend\w*|right abstraction|worth it|rule of thumb|rule i|corollary|note to self")),
    "task": _Kind("is left to do", _words(
        r"todos?|to-dos?|next time|could be a post|still have to|should time|follow-?up|don['’]t know yet")),
    "question": _Kind("asks", regex(r"\?\s*$|(?<!\w)(?:open questions?|don['’]t know yet|unclear)(?!\w)", re.I)),
    "link": _Kind("points elsewhere", regex(r"https?://|^see\b|(?<!\w)(?:see also|further reading)(?!\w)", re.I)),
}  # fmt: skip
"""The signs that are told by words, by their names in templates."""
SAID = {name: kind.said for name, kind in KINDS.items()} | {
    "paper": "is what a paper says", "code": "comes with code", "how": "explains",
    "about": "says what its note is about",
}  # fmt: skip
NAMES = tuple(sorted(SAID))
"""All signs that a template's section may take."""

_LABEL = regex(r"([^:.!?]{2,40}):(?=\s)")


def signs(text: str, heading: str = "", title: str = "") -> dict[str, Sign]:
    """The signs of a point by name; `heading` is the one it stands under, `title` its note's. Empty for words that show
    nothing."""
    found: dict[str, Sign] = {}
    label = _LABEL.match(text)
    for name, kind in KINDS.items():
        for where, strength in (
            (label[1] if label else "", LABELLED),
            (text, STRONG),
            (heading, HEADED),
            (title, TITLED),
        ):
            seen = kind.words.search(where)
            if seen:
                found[name] = Sign(name, strength, seen[0].strip())
                break
    return found


def about(text: str, title: str) -> Sign | None:
    """The sign of a point that says what its note's title says; None for fewer than two words in common."""
    titled = content_words(title)
    same = content_words(text) & titled
    return Sign("about", ABOUT * len(same) / len(titled), title) if len(same) > 1 else None


def weight(point: Point) -> float:
    """How much a point shows, whatever it is."""
    return sum(one.strength for one in point.signs)
