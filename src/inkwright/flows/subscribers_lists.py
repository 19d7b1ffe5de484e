"""The lists of a workspace: those of its settings, as readers' tags name them."""

from collections.abc import Iterable

from inkwright.model.errors import UsageError
from inkwright.newsletter.lists import plain_tag
from inkwright.workspace.folder import Workspace


def all_lists(workspace: Workspace) -> tuple[str, ...]:
    """The lists that readers choose from, in the order of the settings; empty when there is but one for all."""
    return tuple(dict.fromkeys(filter(None, map(plain_tag, workspace.settings.newsletter.lists))))


def chosen_lists(workspace: Workspace, typed: Iterable[str]) -> tuple[str, ...]:
    """The lists that somebody typed. Raises UsageError for one that the settings do not know."""
    known = all_lists(workspace)
    for name in typed:
        if plain_tag(name) not in known:
            hint = (
                f"There are {', '.join(known)}." if known
                else 'The settings have none: `[newsletter] lists = { gpu = ["GPU programming"] }`.'
            )  # fmt: skip
            raise UsageError(f"there is no list {name!r}", hint=hint)
    return tuple(dict.fromkeys(map(plain_tag, typed)))
