"""A note of a vault -> a file of plain Markdown that any program reads. The vault is only read."""

from pathlib import Path

from inkwright.flows.export_files import write_files
from inkwright.model.errors import InkwrightError, UsageError
from inkwright.model.export import Exported, ExportFile
from inkwright.text.vault_markdown import plain_markdown
from inkwright.text.vault_names import VaultNames
from inkwright.workspace.folder import Workspace


def export_markdown(workspace: Workspace, name: str, out: str, force: bool = False) -> Exported:
    """Write the note at the path `name` into the folder `out`, its wikilinks as links and its embeds as their words.

    Raises UsageError without a folder or when a file there says something else, UnreadableError, UnwritableError.
    """
    if not out:
        raise UsageError("a note is never written over", hint="Name a folder for its plain Markdown with --out DIR.")
    if not workspace.exists(workspace.relative(name)):
        raise UsageError(f"there is no note at `{name}`", hint="`--to markdown` takes the path of a file.")
    source = workspace.read(workspace.relative(name))
    place = workspace.path(source.path).resolve()
    vault = _vault(workspace, place)
    inside = place.relative_to(vault).as_posix()

    def text_of(path: str) -> str | None:
        try:
            return workspace.read(vault / path).text
        except InkwrightError:
            return None

    names = VaultNames([*workspace.files(("**",), below=vault), inside])
    text, lost = plain_markdown(inside, source.text, names, text_of)
    says = f"plain Markdown; nothing answers to {', '.join(lost)}" if lost else "plain Markdown"
    return write_files(workspace, out, [ExportFile(place.name, text.encode("utf-8", "replace"), says)], force)


def _vault(workspace: Workspace, place: Path) -> Path:
    """The folder whose files a note's names mean: its Obsidian vault, the folder of notes, the workspace, its own."""
    notes = workspace.path(workspace.settings.notes).resolve()
    obsidian = next((folder for folder in place.parents if (folder / ".obsidian").is_dir()), None)
    known = (notes, workspace.root.resolve()) if workspace.inside else ()
    return obsidian or next((folder for folder in known if place.is_relative_to(folder)), place.parent)
