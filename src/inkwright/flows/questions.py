"""Ideas, log and notes -> the questions in them, the same ones together."""

from collections.abc import Iterator

from inkwright.flows.finding import opened_finder
from inkwright.model.found import Asked, QuestionGroup
from inkwright.notes.questions import grouped, question_in, questions_of
from inkwright.workspace.finder import Finder
from inkwright.workspace.folder import Workspace


def questions(workspace: Workspace, least: int = 1) -> list[QuestionGroup]:
    """All questions asked at least so many times, the most asked first. Raises UnreadableError."""
    with opened_finder(workspace) as finder:
        return [group for group in grouped(_asked(finder)) if group.count >= least]


def _asked(finder: Finder) -> Iterator[Asked]:
    for line in finder.lines():
        text = question_in(line.text, meant=line.origin == "question")
        if text:
            yield Asked(line.path, line.line, line.date, text)
    for row in finder.files("note", "paper"):
        for number, text in questions_of(finder.text(row.no)):
            yield Asked(row.path, row.first_line + number - 1, row.date, text)
