"""What a note's own words, its kind and its origin say about the kind of post that it wants to be part of."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from inkwright.model.regex import regex

STRONG, WEAK = 1.0, 0.5
"""What a sign counts in a title, a kind or an origin, and one in the text."""
READ = 3000
"""Characters of a text that are looked at; a note says early what it is."""
_VERSUS_TITLE = regex(
    r"\b(?:vs\.?(?! code)|versus|compared (?:to|with)|comparing|comparison of|which \w+ (?:to|should|is))(?=\s)"
    r"|\bcompare\b",
    re.I,
)
_HOW = regex(
    r"\b(?:how to|how i|set(?:ting)? up|install(?:ing)?|configur(?:e|ing)|step by step|getting started)\b"
    r"|^(?:runn|us|build|deploy|creat|add|writ|convert|publish|test|scrap|stream|generat|upgrad|debugg|connect|enabl"
    r"|load|migrat|mak|export|import|updat|cach|serv|host|fix|profil|measur)ing\b",
    re.I,
)
_VIEW = regex(
    r"\b(?:should(?:n['’]t)?|wrong|myth|harmful|overrated|underrated|stop \w+ing|i disagree|in defen[cs]e of"
    r"|considered|instead of|(?:is|are) not an?)\b",
    re.I,
)
_DEEP = regex(
    r"\b(?:internals?|under the hood|how [\w -]+ works?|architecture|inside|why (?:does|do|is|are)|anatomy)\b", re.I
)
_LEARNED = regex(
    r"\b(?:til|today i learned|lessons?|what i (?:learn\w*|got wrong)|finally understood|my first)\b", re.I
)
_TEXT_VERSUS = regex(
    r"\b(?:vs\.?(?! code)|versus|compared (?:to|with))\s|\b(?:faster|slower|cheaper|smaller|larger) than\b", re.I
)
_TEXT_VIEW = regex(r"\b(?:i disagree|overrated|underrated|in my opinion|nobody should|everybody says)\b", re.I)
_TEXT_LEARNED = regex(
    r"\b(?:i learn(?:ed|t)|turns? out|turned out|bit me|i(?:['’]d| had)? (?:did not|didn['’]t) (?:know|expect)"
    r"|lessons?|surprised me|of course i)\b",
    re.I,
)
_TEXT_DEEP = regex(r"\b(?:under the hood|internally|that['’]s why|the reason (?:is|was|why)|explains? why)\b", re.I)
_STEP = regex(r"\n[ \t]*\d+[.)][ \t]")
_SHELL = regex(r"^[ \t]*(?:```|~~~)(?:sh|bash|zsh|shell|console|shell-session|fish|powershell)\b|^[ \t]*\$ \w", re.M)
STEPS = 3
"""Numbered lines that make a list of steps."""


class Sign(NamedTuple):
    """A kind of post, how strongly a note asks for it, and what in the note does."""

    post: str
    weight: float
    words: str


class Said(NamedTuple):
    """What is known of a note: its title, its text, what it is (note, paper, idea, log), what was clipped, where it
    came from, what it is for, its path and its tags; "" for what is not known."""

    title: str
    text: str = ""
    kind: str = ""
    sort: str = ""
    origin: str = ""
    purpose: str = ""
    path: str = ""
    tags: Sequence[str] = ()


_IN_TITLE = (
    ("comparison", _VERSUS_TITLE), ("opinion", _VIEW), ("tutorial", _HOW), ("deep-dive", _DEEP),
    ("what-i-learned", _LEARNED),
)  # fmt: skip
_IN_TEXT = (
    ("comparison", _TEXT_VERSUS, ("vs", "versus", "compared ", "er than")),
    ("opinion", _TEXT_VIEW, ("disagree", "overrated", "underrated", "my opinion", "nobody should", "everybody")),
    ("what-i-learned", _TEXT_LEARNED, ("learn", "turns", "turned", "bit me", "did", "lesson", "surprised", "course i")),
    ("deep-dive", _TEXT_DEEP, ("under the hood", "internally", "s why", "the reason", "explain")),
)  # fmt: skip
"""A pattern is looked for only in texts that hold one of its triggers, which takes a tenth of the time."""
_ORIGINS = {
    "compared": "comparison", "paper": "paper-summary", "explained": "tutorial", "debugged": "what-i-learned",
    "concept": "deep-dive",
}  # fmt: skip


def signs(said: Said) -> dict[str, Sign]:
    """The strongest sign for each kind of post that a note asks for; {} where nothing in it says so."""
    best: dict[str, Sign] = {}
    for sign in (*_facts(said), *_titled(said.title), *_told(said.text[:READ])):
        if sign.post not in best or sign.weight > best[sign.post].weight:
            best[sign.post] = sign
    return best


def _facts(said: Said) -> Iterator[Sign]:
    """What the note is and where it came from."""
    if "paper" in (said.kind, said.sort):
        yield Sign("paper-summary", STRONG, "a paper")
    if said.purpose == "disagree":
        yield Sign("opinion", STRONG, "written to disagree")
    if post := _ORIGINS.get(said.origin):
        yield Sign(post, STRONG, f"from: {said.origin}")
    folders = said.path.lower().split("/")[:-1]
    if said.kind == "log" or "til" in folders or "til" in (tag.lower() for tag in said.tags):
        yield Sign("what-i-learned", STRONG, "kept as something learnt")


def _titled(title: str) -> Iterator[Sign]:
    for post, pattern in _IN_TITLE:
        if found := pattern.search(title):
            yield Sign(post, STRONG, _short(found[0]))


def _told(text: str) -> Iterator[Sign]:
    low = text.lower()
    for post, pattern, triggers in _IN_TEXT:
        if any(trigger in low for trigger in triggers) and (found := pattern.search(low)):
            yield Sign(post, WEAK, _short(found[0]))
    if len(_STEP.findall(f"\n{text}")) >= STEPS:
        yield Sign("tutorial", WEAK, "numbered steps")
    elif _SHELL.search(text):
        yield Sign("tutorial", WEAK, "commands to type")


def _short(words: str) -> str:
    return " ".join(words.split()).lower()
