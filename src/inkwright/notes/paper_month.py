"""The paper of a month: chosen by hand or proposed with its reason, and the summary of it that is due."""

import calendar
import datetime
import re
from collections.abc import Iterable, Mapping

from inkwright.model.paper import FIELDS, Paper
from inkwright.model.reading_list import MonthPaper
from inkwright.model.regex import regex
from inkwright.notes.papers import key_of, open_fields, paper_in, sections
from inkwright.text.front_matter import patch, read_front_matter

KEY = "month"
"""Where the front matter of a paper's note says which month it is the paper of."""
SUMMARY = "summary"
_MONTH = regex(r"\d{4}-(?:0[1-9]|1[0-2])")
_WORD = regex(r"\w[\w'’-]*")
_QUOTE = regex(r"(?m)^>[ \t]*(?!—)\S")


def month_of(text: str) -> str:
    """The month that a paper's note was chosen for ("2026-11"), "" for none."""
    if f"{KEY}:" not in text and f"{KEY} =" not in text:
        return ""  # nearly all notes: their front matter need not be read
    said = str(read_front_matter(text).data.get(KEY) or "")[:7]
    return said if _MONTH.fullmatch(said) else ""


def with_month(text: str, month: str) -> str:
    """A paper's note that is chosen for a month, or for none with ""; nothing else of it changes."""
    return patch(text, {KEY: month or None})


def due(month: str) -> str:
    """The last day of a month, ISO: when its summary should be there."""
    year, number = map(int, month.split("-"))
    return datetime.date(year, number, calendar.monthrange(year, number)[1]).isoformat()


def word_count(text: str) -> int:
    """The words of a text of one's own: quotations, comments and code are none."""
    own = re.sub(r"(?ms)^(```|~~~).*?^\1|<!--.*?-->|^>.*?$", "", text)
    return len(_WORD.findall(own))


def chosen(
    notes: Iterable[tuple[str, str]], month: str, wanted: int, posts: Iterable[tuple[str, str]]
) -> MonthPaper | None:
    """The paper of a month among notes given as (path, text), with its summary: the section `Summary` of the note, or
    the longest of the posts, given as (path, body), that are about it. None when none is chosen."""
    for path, text in notes:
        paper = paper_in(text) if month_of(text) == month else None
        if paper is not None:
            written = [(word_count(sections(text).get(SUMMARY, "")), path)]
            written += [(word_count(body), post) for post, body in posts]
            words, where = max(written, key=lambda one: one[0])
            return MonthPaper(
                month, key_of(paper), paper.title, path, due(month), words, wanted, where if words else ""
            )
    return None


def is_about(front: object, key: str) -> bool:
    """Whether a post is the summary of a paper: its front matter says `paper: key`."""
    return isinstance(front, str) and front.strip().lstrip("@").casefold() == key.casefold()


def proposed(
    notes: Iterable[tuple[str, str, Paper]], month: str, wanted: int, used: Mapping[str, int]
) -> MonthPaper | None:
    """The paper that most of one's own work leans on, of those that were never chosen, with the reason.

    `notes` are path, text and paper, `used` is key -> texts of one's own that name it. Each of them counts three, a
    question answered in the note two, a passage marked one; of equals the newer note. **Source:** own choice: what is
    used already is worth the hours.
    None when there is no paper.
    """
    best: list[tuple[MonthPaper, str]] = []
    most = -1
    for path, text, paper in notes:
        if month_of(text):
            continue
        passages, answered = len(_QUOTE.findall(text)), len(FIELDS) - len(open_fields(text))
        texts = used.get(key_of(paper), 0)
        score = 3 * texts + 2 * answered + min(passages, 20)
        if score < most:
            continue
        reasons = [
            said for count, said in (
                (texts, f"{texts} of your texts name{'s' * (texts == 1)} it"),
                (answered, f"{answered} of its {len(FIELDS)} questions are answered"),
                (passages, f"it has {passages} marked line{'s' * (passages != 1)}"),
            ) if count
        ]  # fmt: skip
        reason = ", ".join(reasons) or "it is the newest that nothing speaks for or against"
        made = MonthPaper(month, key_of(paper), paper.title, path, due(month), 0, wanted, "", reason)
        best = [*(best if score == most else ()), (made, text)]
        most = score
    return max(best, key=lambda one: _date_of(one[1]))[0] if best else None


def _date_of(text: str) -> str:
    return str(read_front_matter(text).data.get("date") or "")
