"""What changed since a build left a glance, told from the stamps of files alone."""

from collections.abc import Mapping

from msgspec import Struct

from inkwright.flows.references import Bibliographies
from inkwright.site.few import NeedsAll
from inkwright.site.few_posts import MOST, known_stamps
from inkwright.site.glance import Glance, Later
from inkwright.workspace.folder import Workspace
from inkwright.workspace.shelf import Shelf


class Since(Struct, frozen=True, eq=False):
    """Posts that have another text now, with their stamps ("" for one that is gone), by path; beside those that were
    made again before, the stamps of both as they are `now` and as they were `known`."""

    changed: Mapping[str, str]
    now: Mapping[str, str]
    known: Mapping[str, str]


def posts_since(workspace: Workspace, shelf: Shelf, glance: Glance, later: Later) -> Since:
    """The posts that changed. Raises NeedsAll where they are many."""
    few = list(dict.fromkeys((*workspace.changed(glance.posts), *later.posts)))
    if len(few) > MOST + len(later.posts):
        raise NeedsAll
    now = workspace.stamps(few)
    known = {**known_stamps(shelf, glance.posts, [path for path in few if path not in later.posts]), **later.posts}
    return Since({path: now.get(path, "") for path in few if now.get(path) != known[path]}, now, known)


def stands(workspace: Workspace, glance: Glance) -> bool:
    """Whether all files besides posts are as they were."""
    works = Bibliographies(workspace)
    return (
        not workspace.changed(glance.files)
        and all(works.stamp(path) == stamp for path, stamp in glance.works.items())
        and all(workspace.exists(name) == there for name, there in glance.looked.items())
    )
