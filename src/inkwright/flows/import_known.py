"""What an earlier run brought in, remembered in the posts' records by the id that each had at its source."""

from msgspec import Struct
from msgspec.structs import replace

from inkwright.model.errors import UnreadableError
from inkwright.workspace.folder import Workspace
from inkwright.workspace.records import FOLDER, load_record, save_record


class Known(Struct, frozen=True):
    """A post that came in before: its id and file, the fingerprint of its source, the hash of the text as it was
    written ("" while that is not done), and the fingerprint of a newer version that was set beside."""

    id: str
    source: str
    path: str
    fingerprint: str = ""
    written: str = ""
    beside: str = ""


def known_posts(workspace: Workspace) -> dict[str, Known]:
    """All posts that came in before, by the id of their source. A record that cannot be read is passed over."""
    found: dict[str, Known] = {}
    for name in workspace.files(("**/*.toml",), below=FOLDER):
        id_ = name.removesuffix(".toml")
        try:
            said = load_record(workspace, id_).imported
        except UnreadableError:
            continue
        texts = {key: str(said.get(key, "")) for key in ("source", "path", "fingerprint", "written", "beside")}
        if texts["source"] and texts["path"]:
            found[texts["source"]] = Known(id_, **texts)
    return found


def remember(workspace: Workspace, known: Known) -> None:
    """Write what is known of a post into its record. Raises UnwritableError, ConflictError."""
    said = {
        "source": known.source, "path": known.path, "fingerprint": known.fingerprint, "written": known.written,
        "beside": known.beside,
    }  # fmt: skip
    save_record(
        workspace,
        replace(load_record(workspace, known.id), imported={key: text for key, text in said.items() if text}),
    )
