"""Holds excerpts of real code against the repositories they come from: clones on disk, and what was fetched before."""

import contextlib
from pathlib import Path

from inkwright.evidence.excerpts import excerpt_states
from inkwright.model.document import Document
from inkwright.model.excerpt import ExcerptState
from inkwright.model.origin import Origin
from inkwright.process.git import file_at, has_commit, remotes, repository_of
from inkwright.workspace.excerpt_texts import ExcerptTexts
from inkwright.workspace.folder import Workspace


class Excerpts:
    """The files of other repositories that one workspace shows; each is read once, for a commit never changes."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._fetched = ExcerptTexts(workspace)
        self._known: dict[Origin, str | None] = {}
        self._clones: dict[tuple[str, str], tuple[Path, ...]] = {}

    def of(self, document: Document) -> tuple[ExcerptState, ...]:
        """How the excerpts of one document stand; without any nothing is read and nothing started."""
        return excerpt_states(document, self)

    def text(self, origin: Origin) -> str | None:
        """The file that an origin names, whatever its lines; None where neither a clone nor an earlier fetch has it.

        Raises ValueError where a clone has the commit and no such file in it.
        """
        if self._known.get(origin) is None:
            self._known[origin] = self._in_clones(origin) or self._fetched.get(origin)
        return self._known[origin]

    def _in_clones(self, origin: Origin) -> str | None:
        for clone in self._clones_of(origin):
            if has_commit(clone, origin.commit):
                text = file_at(clone, origin.commit, origin.path)
                if text is None:
                    raise ValueError(f"{origin.repository} has no file {origin.path} at {origin.commit[:7]}")
                return text
        return None

    def _clones_of(self, origin: Origin) -> tuple[Path, ...]:
        """The clones at hand of a repository: the one that the workspace lies in, and those in `[run] repositories`."""
        key = origin.host, origin.repository
        if key not in self._clones:
            own = repository_of(self._workspace.root.resolve())
            places = [own] if own else []
            for folder in self._workspace.settings.run.repositories:
                base = self._workspace.root / Path(folder).expanduser()
                name = origin.repository.rpartition("/")[2]
                places += [base, base / name, base / origin.repository, base / origin.host / origin.repository]
            self._clones[key] = tuple(dict.fromkeys(one for one in places if _is_clone(one, origin)))
        return self._clones[key]


def _is_clone(folder: Path, origin: Origin) -> bool:
    """Whether a folder is a clone of a repository: one of its remotes says so, or, without any, its own path does."""
    with contextlib.suppress(OSError, RuntimeError):
        if not (folder / ".git").exists() or repository_of(folder) is None:
            return False
        known = [one.removesuffix("/").removesuffix(".git").lower() for one in remotes(folder)]
        wanted = origin.repository.lower()
        if known:
            return any(one.endswith((f"/{wanted}", f":{wanted}")) for one in known)
        return folder.resolve().as_posix().lower().endswith(f"/{wanted}")
    return False
