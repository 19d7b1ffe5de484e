"""Says which pages a site has, so that links to them can be told from links to nothing; read when first needed."""

import contextlib
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from pathlib import PurePosixPath

from msgspec.structs import replace

from inkwright.flows.survey import Survey
from inkwright.lint.page_links import page_links, page_name, page_path
from inkwright.model.document import Document
from inkwright.model.errors import InkwrightError
from inkwright.model.pages import Pages
from inkwright.platforms.generators import entry_of
from inkwright.platforms.platform import Entry
from inkwright.text.front_matter import read_front_matter

_REDIRECTS = frozenset(
    {"_redirects", ".htaccess", "vercel.json", "netlify.toml", "firebase.json", "staticwebapp.config.json"}
)
"""Files by which a host leads addresses on to other pages: what they name cannot be known from the posts."""
_ADAPTER = "_content.gotmpl"
_NOTHING = Pages()


class SitePages:
    """The pages of one workspace as its generator would make them."""

    def __init__(self, survey: Survey) -> None:
        self._survey = survey

    def of(self, document: Document, path: str) -> Pages:
        """What is known of the site for the links of one document; nothing where it has no link to a page."""
        if not page_links(document):
            return _NOTHING
        return replace(self._pages, own=self._own.get(path, ""))

    @cached_property
    def _entries(self) -> Mapping[str, Entry]:
        """Site path, with what its file says, of every post and page that can be read."""
        survey, found = self._survey, {}
        for file in survey.posts:
            with contextlib.suppress(InkwrightError):  # such a file has its own finding when it is checked itself
                front = read_front_matter(survey.workspace.read(file.path).text)
                entry = entry_of(survey.generator, survey.layout, file, front)
                found[page_path(survey.generator.url(entry, survey.layout))] = entry
        return found

    @cached_property
    def _own(self) -> Mapping[str, str]:
        return {entry.file.path: path for path, entry in self._entries.items()}

    @cached_property
    def _pages(self) -> Pages:
        survey, posts = self._survey, self._entries
        by_path = {page_path(alias): entry.file.path for entry in posts.values() for alias in entry.metadata.aliases}
        by_path |= {path: entry.file.path for path, entry in posts.items()}
        by_name = {page_name(name): "" for name in survey.folder.names}
        above = {folder.name for name in survey.folder.names for folder in PurePosixPath(name).parents if folder.name}
        by_name |= {page_name(folder): "" for folder in above}
        by_name |= _called(posts.values())
        sure = survey.layout.certain and not survey.unread and not self._is_redirected()
        parts = [path.split("/") for path, entry in posts.items() if entry.file.kind == "post"]
        return Pages(
            by_path, by_name, address=survey.layout.info.base_url.rstrip("/"),
            certain=frozenset((part[0], len(part)) for part in parts) if sure else frozenset(),
            named=sure, wikis=sure and survey.generator.name == "inkwright",
        )  # fmt: skip

    def _is_redirected(self) -> bool:
        """Whether addresses may be made by something else than the posts."""
        names = {PurePosixPath(name).name for name in self._survey.folder.names}
        hidden = any(self._survey.folder.exists(name) for name in (".htaccess", "static/.htaccess"))
        return hidden or bool(names & _REDIRECTS) or _ADAPTER in names


def _called(entries: Iterable[Entry]) -> dict[str, str]:
    """The page of each name, "" for a name that several have."""
    found: dict[str, str] = {}
    for entry in entries:
        for name in map(page_name, _names(entry)):
            found[name] = "" if found.get(name, entry.file.path) != entry.file.path else entry.file.path
    return found


def _names(entry: Entry) -> Iterator[str]:
    """What a page may be called: its file, its file without the language, its slug, its title, its other names."""
    path = PurePosixPath(entry.file.path)
    yield from (entry.file.path, entry.file.id, f"{path.parent}/{path.stem.partition('.')[0]}")
    yield from filter(None, (entry.metadata.slug, entry.metadata.title.replace("/", " "), *entry.metadata.aliases))
