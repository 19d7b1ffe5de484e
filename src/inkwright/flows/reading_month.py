"""The paper of the month: which it is, how far its summary is, which one to choose."""

from collections.abc import Iterable

from inkwright.flows.finding import opened_finder
from inkwright.flows.paper_notes import held, named, texts
from inkwright.flows.survey import survey
from inkwright.model.errors import InkwrightError, UsageError
from inkwright.model.reading_list import MonthPaper
from inkwright.model.regex import regex
from inkwright.notes.links import linked_names, name_key
from inkwright.notes.paper_month import chosen, is_about, month_of, proposed, with_month
from inkwright.notes.papers import key_of
from inkwright.text.front_matter import read_front_matter
from inkwright.workspace.folder import Workspace

_CITED = regex(r"@([\w][\w:.+/-]*[\w])")


def paper_of_month(
    workspace: Workspace, today: str, held_notes: Iterable[tuple[str, str]] | None = None
) -> MonthPaper | None:
    """The paper chosen for the month of an ISO day with its summary, None when none is. `held_notes` are path and text
    of the notes of papers, where they are read already."""
    known = texts(workspace) if held_notes is None else held_notes
    notes = [(path, text) for path, text in known if month_of(text) == today[:7]]
    if not notes:
        return None
    wanted = workspace.settings.reading.summary
    found = chosen(notes, today[:7], wanted, ())
    if found and found.words < wanted:  # perhaps it is a post
        found = chosen(notes, today[:7], wanted, _posts_about(workspace, found.key))
    return found


def propose(workspace: Workspace, today: str) -> MonthPaper | None:
    """The paper to choose for the month of an ISO day, with the reason; None when there is no paper left."""
    notes = list(held(workspace))
    names = {name_key(path): key_of(paper) for path, _, paper in notes}
    keys = {key_of(paper) for _, _, paper in notes}
    used = dict.fromkeys(keys, 0)
    with opened_finder(workspace) as finder:
        for row in finder.files("note", "post", "page"):
            text = finder.text(row.no)
            linked = {names[name] for name in linked_names(text) if name in names}
            for key in linked | (set(_CITED.findall(text)) & keys):
                used[key] += 1
    return proposed(notes, today[:7], workspace.settings.reading.summary, used)


def choose(workspace: Workspace, key: str, today: str) -> MonthPaper:
    """Make a paper the paper of the month of an ISO day, in place of another. One line of its note's front matter
    changes. Raises UsageError for an unknown key, ConflictError, UnwritableError."""
    path, text, paper = named(workspace, key)
    for other, held_text in texts(workspace):
        if other != path and month_of(held_text) == today[:7]:
            workspace.write(other, with_month(held_text, ""), expected=workspace.hash_of(held_text))
    workspace.write(path, with_month(text, today[:7]), expected=workspace.hash_of(text))
    found = paper_of_month(workspace, today)
    if found is None or found.path != path:
        raise UsageError(
            f"the paper `{key_of(paper)}` could not be chosen", path=path, hint="Look at its front matter."
        )
    return found


def _posts_about(workspace: Workspace, key: str) -> list[tuple[str, str]]:
    found = []
    for file in survey(workspace).posts:
        try:
            text = workspace.read(file.path).text
            front = read_front_matter(text)
        except InkwrightError:
            continue  # `board` tells of it
        if is_about(front.data.get("paper"), key):
            found.append((file.path, text[front.span.end :]))
    return found
