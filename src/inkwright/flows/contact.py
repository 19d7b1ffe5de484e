"""Who wrote because of a post -> a line in `private/`, which is never under git and never published."""

from collections.abc import Iterable

from inkwright.flows.find_post import find_post
from inkwright.flows.load import load_post
from inkwright.flows.planning import with_planning
from inkwright.flows.survey import Survey, survey
from inkwright.model.contact import ContactCount, ContactRow
from inkwright.model.errors import UnreadableError
from inkwright.notes.contacts import by_pillar, contacts, new_contact, themed
from inkwright.workspace.folder import Workspace
from inkwright.workspace.private import make_private

PATH = "private/contacts.md"


def add_contact(
    workspace: Workspace, who: str, text: str, today: str, kind: str = "other", post: str = "", pillar: str = ""
) -> ContactRow:
    """Note a person down; `today` is ISO. Raises UsageError for an unknown post or kind, UnwritableError."""
    id_ = find_post(survey(workspace), post).id if post else ""
    line = new_contact(who, text, today, kind, id_, pillar)
    make_private(workspace)
    workspace.append_line(PATH, line)
    return contacts(line)[0]


def list_contacts(workspace: Workspace) -> list[ContactRow]:
    """Everyone noted down, in the order written; [] before the first. Raises UnreadableError."""
    return contacts(workspace.read(PATH).text) if workspace.exists(PATH) else []


def unread_lines(workspace: Workspace, rows: Iterable[ContactRow]) -> list[int]:
    """The 1-based lines of the list that are entries but none of a contact, as without a day; [] for none."""
    if not workspace.exists(PATH):
        return []
    known = {row.line for row in rows}
    lines = enumerate(workspace.read(PATH).text.splitlines(), 1)
    return [no for no, line in lines if line.lstrip().startswith(("- ", "* ", "+ ")) and no not in known]


def with_pillars(workspace: Workspace, rows: Iterable[ContactRow]) -> list[ContactRow]:
    """These contacts with the theme of the post that they wrote about. Raises SettingsError."""
    found = survey(workspace)
    pillars: dict[str, str] = {}

    def pillar_of(id_: str) -> str:
        if id_ not in pillars:
            pillars[id_] = _pillar(workspace, found, id_)
        return pillars[id_]

    return themed(rows, pillar_of)


def contacts_by_pillar(rows: Iterable[ContactRow]) -> list[ContactCount]:
    """How many people each pillar brought, of contacts with their pillars."""
    return by_pillar(rows)


def _pillar(workspace: Workspace, found: Survey, id_: str) -> str:
    """The theme of a post, "" for one that is gone or cannot be read."""
    path = next((file.path for file in found.posts if file.id == id_), "")
    if not path:
        return ""
    try:
        return with_planning(workspace, load_post(found, path, "")).metadata.pillar.strip()
    except UnreadableError:
        return ""
