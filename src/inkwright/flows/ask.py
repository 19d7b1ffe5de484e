"""A question -> the passages of one's own texts that answer it, best first; no word of them is made here."""

import re

from inkwright.flows.ask_rank import Found, answering, ranked, spread
from inkwright.flows.finding import opened_finder
from inkwright.flows.search_narrow import check_kind, narrowed
from inkwright.model.errors import InkwrightError
from inkwright.model.found import Answer, Reply, Wanted
from inkwright.model.regex import regex
from inkwright.notes.ask import Question, parse_question
from inkwright.notes.ask_source import source_of
from inkwright.text.front_matter import read_front_matter
from inkwright.workspace.finder import Finder, Line
from inkwright.workspace.folder import Workspace

_COMMENT = regex(r"<!--.*?-->[ \t]*\n?", re.S)


def ask(workspace: Workspace, typed: str, wanted: Wanted, limit: int = 5) -> Reply:
    """What a workspace answers. Raises UsageError for a question that names nothing or a topic that there is not,
    UnreadableError."""
    question = parse_question(typed)
    wanted = narrowed(workspace, wanted)
    with opened_finder(workspace) as finder:
        held_by = {one: finder.count(f'"{word}"') for one, word in question.words.items()}
        found = ranked(finder, question, held_by, wanted)
        answers = tuple(_answer(workspace, finder, question, one) for one in spread(answering(found))[:limit])
        nearest = _answer(workspace, finder, question, found[0]) if found and not answers else None
        if not found:
            check_kind(finder, wanted)
    unknown = tuple(question.words[one] for one, count in held_by.items() if not count)
    return Reply(answers, tuple(question.words.values()), unknown, nearest)


def _answer(workspace: Workspace, finder: Finder, question: Question, found: Found) -> Answer:
    """A passage as it is shown, its comments left out."""
    of, piece = found.of, found.piece
    words, score = tuple(question.words[one] for one in found.fit.words), round(found.fit.score, 4)
    if isinstance(of, Line):
        return Answer(of.path, of.line, of.line, of.kind, "", (), of.date, of.text, "", words, score)
    text = finder.text(of.no)
    first, last = (of.first_line + text.count("\n", 0, at) for at in (piece.start, piece.end))
    shown = _COMMENT.sub("", text[piece.start : piece.end]).strip("\r\n")
    headings = tuple(one for one in piece.headings if one != of.title)
    source = _source(workspace, of.path)
    return Answer(of.path, first, last, of.kind, of.title, headings, of.date, shown, source, words, score)


def _source(workspace: Workspace, path: str) -> str:
    try:
        return source_of(read_front_matter(workspace.read(path).text).data)
    except InkwrightError:
        return ""
