"""What a writer names as a source of papers -> the papers in it. The network is asked for numbers only."""

from collections.abc import Callable

from msgspec.structs import replace

from inkwright.evidence.references import bibliography
from inkwright.flows.for_later import with_later
from inkwright.model.errors import InkwrightError, NetError, UsageError
from inkwright.model.net import Reply
from inkwright.model.paper import Paper
from inkwright.model.reference import Reference
from inkwright.net.client import Client
from inkwright.notes.paper_sources import Found, read_atom, read_json, reader_of
from inkwright.notes.papers import arxiv_in, doi_in
from inkwright.workspace.folder import Workspace

Get = Callable[[str, str], Reply]
"""Fetches an address; the second argument is what is accepted."""
_ATOM = "https://export.arxiv.org/api/query?id_list={}"
_CSL = "application/vnd.citationstyles.csl+json"


def read_papers(workspace: Workspace, source: str, get: Get) -> Found:
    """The papers of a file, an arXiv number or a DOI, and what could not be read, as (line or 0, why).

    Raises UsageError for a source that nobody can read, UnreadableError, NetError.
    """
    path = workspace.relative(source)
    if workspace.exists(path):
        return _file(workspace, path)
    if number := arxiv_in(source):
        return _asked(get, _ATOM.format(number), "application/atom+xml", read_atom, f"arXiv:{number}")
    if doi := doi_in(source):
        return _asked(get, f"https://doi.org/{doi}", _CSL, read_json, f"doi:{doi}")
    workspace.read(path)  # says that there is no such file
    raise UsageError("this is no source of papers", path=source)


def _file(workspace: Workspace, path: str) -> Found:
    text = workspace.read(path).text
    reader = reader_of(path, text)
    try:
        if reader is not None:
            return reader(text)
    except InkwrightError as error:
        raise type(error)(error.message, path=path, line=error.line, hint=error.hint) from error
    if not path.lower().endswith((".bib", ".bibtex")):
        hint = "Give a .bib file, a Zotero .rdf or .json, a Readwise .csv, an arXiv number or a DOI."
        raise UsageError("nobody here reads papers from this kind of file", path=path, hint=hint)
    works = bibliography([(path, text)])
    broken = tuple((fault.line, fault.message) for fault in works.faults)
    return tuple(map(_of_reference, works.references.values())), broken


def _of_reference(one: Reference) -> Paper:
    authors = tuple(person.whole for person in one.authors)
    return Paper(
        one.title, authors, one.year, one.key, one.container, one.url, doi_in(one.url), arxiv_in(one.url), line=one.line
    )


def _asked(get: Get, url: str, accept: str, reader: Callable[[str], Found], name: str) -> Found:
    try:
        reply = get(url, accept)
    except NetError as error:
        raise with_later(error, name) from error
    if reply.status != 200:
        said = "nobody knows this number" if reply.status == 404 else f"it was not told (HTTP {reply.status})"
        raise UsageError(said, path=name, hint="Check the number, or try again later.")
    papers, broken = reader(reply.body.decode("utf-8", "replace"))
    if not papers:
        raise UsageError("nobody knows this number", path=name, hint="Check it.")
    return tuple(replace(paper, key="") for paper in papers[:1]), broken


def fetch(url: str, accept: str) -> Reply:
    """Ask the network through the guarded door."""
    return Client().get(url, {"accept": accept})
