"""Finds and reads the bibliography of a post: the files that its front matter names, else `references.bib`, and the
notes of papers for keys that these do not have."""

import posixpath
from typing import Any

from msgspec.structs import replace

from inkwright.flows.later import later
from inkwright.model.document import Document
from inkwright.model.errors import InkwrightError
from inkwright.model.post import Metadata
from inkwright.model.reference import NO_BIBLIOGRAPHY, Bibliography
from inkwright.platforms.platform import Layout
from inkwright.text.keyed_citations import cited
from inkwright.workspace.folder import Workspace

KEY = "bibliography"
DEFAULT = "references.bib"
"""Looked for beside the post and in the root when the front matter names nothing."""


class Bibliographies:
    """The bibliographies of one workspace; a file that several posts name is read once for as long as it stays as it
    is."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._known: dict[tuple[tuple[str, ...], tuple[str, ...]], tuple[list[str], Bibliography]] = {}

    def of(self, document: Document, path: str, metadata: Metadata, layout: Layout | None = None) -> Bibliography:
        """What a document may cite; empty, without a look at the disk, for one that names no bibliography and cites
        nothing by key. `layout` tells of the generator's project, None where nobody looked it over."""
        named = _named(metadata.extra.get(KEY)) or _named(layout.config.get(KEY) if layout else None)
        if not named and ("@" not in document.text or next(cited(document), None) is None):
            return NO_BIBLIOGRAPHY
        folder = posixpath.dirname(path)
        files: list[str] = []
        missing: list[str] = []
        looked: list[str] = []
        for name in named or (DEFAULT,):
            places = _inside(posixpath.join(folder, name.lstrip("/")), name.lstrip("/"))
            looked += places
            found = next(filter(self._workspace.exists, places), "")
            if found or named:
                (files if found else missing).append(found or name)
        key = tuple(filter(None, files)), tuple(missing)
        stamps = [self.stamp(path) for path in key[0]]
        if key not in self._known or self._known[key][0] != stamps:
            self._known[key] = stamps, self._read(*key)
        known = replace(self._known[key][1], looked=tuple(looked))
        with_papers: Bibliography = later("reference_texts").with_papers(self._workspace, known, document)
        return with_papers

    def stamp(self, path: str) -> str:
        """What changes when a file does, "" for one that is not there."""
        try:
            return self._workspace.stamp(path)
        except InkwrightError:
            return ""

    def _read(self, files: tuple[str, ...], missing: tuple[str, ...]) -> Bibliography:
        read: Bibliography = later("reference_texts").read(self._workspace, files, missing)
        return read


def _inside(*candidates: str) -> list[str]:
    """Those of some paths that lie in the workspace, in plain form."""
    return [path for path in map(posixpath.normpath, candidates) if not path.startswith("..")]


def _named(value: Any) -> tuple[str, ...]:
    """The files that a value of `bibliography` names: one, or a list."""
    names = value if isinstance(value, list | tuple) else [value]
    return tuple(name.strip() for name in names if isinstance(name, str) and name.strip())
