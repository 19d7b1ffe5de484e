"""What may be shown of a model's answer: one short sentence that asks or doubts, made of nothing to paste.

No program can prove that a sentence is useless as prose. What these rules do prove: every text that is shown is a
single line of at most 200 characters and 30 words, opens as a question or with a fixed stem of doubt, ends as such,
holds no markup, code, address or figure of its own, quotes nothing but the post, and uses none of the phrases with
which a text proposes other words. They would rather lose a good question than let a sentence of prose through.
"""

import unicodedata
from typing import Literal

from inkwright.critic.proposals import headline, proposes
from inkwright.model.critic import Kind
from inkwright.model.regex import regex
from inkwright.text.sentences import sentences

Refusal = Literal["text to insert", "neither a question nor a doubt"]
INSERTABLE: Refusal = "text to insert"
NEITHER: Refusal = "neither a question nor a doubt"

LONGEST = 200
"""Characters of a text at most."""
MOST_WORDS = 30
"""Words of a text at most."""
MOST_QUOTED = 2
"""Runs of the post's words that a text may quote."""
OPENINGS = (
    "What", "Why", "How", "When", "Where", "Which", "Who", "Whose", "Is", "Are", "Was", "Were", "Do", "Does", "Did",
    "Has", "Have", "Can", "Could", "Would", "Will",
)  # fmt: skip
"""Words that a question starts with."""
STEMS = (
    "I doubt that", "I doubt whether",
    *(f"I do not see {word}" for word in ("how", "why", "what", "where", "which")),
    *(f"I do not follow {word}" for word in ("how", "why", "what")),
    *(f"I cannot tell {word}" for word in ("whether", "what", "why", "how", "which", "who")),
    *(f"I am not sure {word}" for word in ("whether", "what", "why", "how")),
    *(f"Unclear {word}" for word in ("whether", "what", "why", "how", "which", "who", "when", "where")),
)  # fmt: skip
"""What a doubt starts with; each leaves what follows a clause that doubts, so that it says nothing by itself."""

_OPENS = regex(rf"(?:{'|'.join(OPENINGS)})\b(?!['’])")
_DOUBTS = regex(rf"(?:{'|'.join(STEMS)})\b")
_MARKUP = regex(
    r"[`*_#|<>{}\[\]()\\~^=$;:\u2022\ue000]|\s[-–—]+\s|[–—]|--|\.\.\.|…|(?:https?|www\.)|\S@\S|^\s*(?:[-+]|\d+[.)])\s"
)
_QUOTED = regex(
    r"\"([^\"]*)\"|“([^“”]*)”|„([^„“”]*)[“”]|«([^«»]*)»|‹([^‹›]*)›|(?<!\w)'([^']*(?:\w'\w[^']*)*)'(?!\w)|`([^`]*)`|"
    r"(?<!\w)‘([^‘’]*(?:\w’\w[^‘’]*)*)’(?!\w)"
)
_QUOTES = regex(r"[\"“”„‟«»‹›‘‚‛「」『』〝〞〟＂＇′″‴`´]|(?<!\w)['’]|['’](?!\w)(?<!s['’])")
_FIGURE = regex(r"\d[\d.,]*(?<![.,])|\d")


def refusal(text: str, kind: Kind, post: str) -> Refusal | None:
    """Why a text of an answer must not be shown; None for one that may. `post` is all prose that was sent."""
    if len(text) > LONGEST or len(text.split()) > MOST_WORDS or _is_strange(text, post):
        return INSERTABLE
    bare = _without_quotations(text, post)
    if bare is None or _MARKUP.search(bare) or _new_figure(bare, post) or proposes(bare) or _new_headline(bare, post):
        return INSERTABLE
    if not (_asks(text) if kind == "question" else _doubts(text)):
        return NEITHER
    return INSERTABLE if len(sentences(text)) != 1 else None


def fold(text: str) -> str:
    """A text with its typographic quotes, hyphens and spaces as typed ones, character by character."""
    return text.translate(_FOLDED)


_FOLDED = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "‐": "-", "‑": "-", "\u00a0": " ", "\u202f": " "})


def _without_quotations(text: str, post: str) -> str | None:
    """The text with what it quotes from the post blanked; None when it quotes anything else."""
    words = fold(post)
    for match in _QUOTED.finditer(text):
        said = fold(next(part for part in match.groups() if part is not None)).strip()
        if not said or said not in words:
            return None
    bare = _QUOTED.sub("Q", text)
    return None if _QUOTES.search(bare) else bare


def _is_strange(text: str, post: str) -> bool:
    """Whether a text is more than one line of plain characters: line ends, controls, marks of direction, letters in
    disguise. Characters beyond ASCII are the post's own."""
    known = set(fold(post))
    folded = fold(text)
    return (
        text != " ".join(text.split())
        or folded != unicodedata.normalize("NFKC", folded)
        or any(unicodedata.category(char)[0] == "C" or (char > "~" and char not in known) for char in folded)
    )


def _new_figure(text: str, post: str) -> bool:
    known = set(_FIGURE.findall(post))
    return any(figure not in known for figure in _FIGURE.findall(text))


def _new_headline(text: str, post: str) -> bool:
    found = headline(text)
    return bool(found) and found not in fold(post)


def _asks(text: str) -> bool:
    return bool(_OPENS.match(text)) and text.endswith("?") and text.count("?") == 1 and "!" not in text


def _doubts(text: str) -> bool:
    return bool(_DOUBTS.match(text)) and text.endswith(".") and "?" not in text and "!" not in text
