"""A folder looked over without opening its posts: whose layout it has, which files are posts, what address each has."""

from collections.abc import Mapping
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from inkwright.model.errors import InkwrightError, UnreadableError
from inkwright.model.post import PostFile
from inkwright.model.when_needed import when_needed
from inkwright.platforms.assets import Files
from inkwright.platforms.generators import detect, entry_of, generator_named, post_files
from inkwright.platforms.platform import Folder, Layout, SiteGenerator
from inkwright.text.front_matter import read_front_matter
from inkwright.workspace.folder import Workspace
from inkwright.workspace.globs import matcher
from inkwright.workspace.listing import LazyNames, Listing
from inkwright.workspace.output import built_here

with when_needed(__name__):
    from inkwright.flows import identities


class Survey(Struct, frozen=True, eq=False, dict=True):
    """A workspace looked over without opening its posts. `closed` names the folders that cannot be listed."""

    workspace: Workspace
    folder: Folder
    generator: SiteGenerator
    layout: Layout
    posts: tuple[PostFile, ...]
    closed: tuple[UnreadableError, ...] = ()

    @cached_property
    def files(self) -> Files:
        """All files of the workspace."""
        names = self.folder.names
        return Files(names if isinstance(names, LazyNames) else frozenset(names))

    @cached_property
    def by_path(self) -> Mapping[str, PostFile]:
        """The posts by their path."""
        return {file.path: file for file in self.posts}

    @cached_property
    def unread(self) -> tuple[str, ...]:
        """Files that the generator makes posts of and that are in no format of ours, sorted."""
        known, unwanted = self.folder.matcher(self.layout.unread), self.folder.matcher(self.layout.exclude)
        return tuple(name for name in self.folder.names if known(name) and not unwanted(name))

    @cached_property
    def urls(self) -> Mapping[str, str]:
        """File -> site path ("/posts/x/"), of all posts; reads the front matter of each, made on first use."""
        found: dict[str, str] = {}
        for file in self.posts:
            try:
                front = read_front_matter(self.workspace.read(file.path).text)
            except InkwrightError:
                continue  # a file that cannot be read has no address; whoever loads it is told why
            found[file.path] = self.generator.url(entry_of(self.generator, self.layout, file, front), self.layout)
        return found

    @cached_property
    def paths(self) -> Mapping[str, str]:
        """Site path -> file, of all posts; of several that claim one, the first."""
        found: dict[str, str] = {}
        for path, url in self.urls.items():
            found.setdefault(url, path)
        return found


def survey(workspace: Workspace, listing: Listing | None = None) -> Survey:
    """Look a workspace over; opens its generator's configuration, no post. Raises SettingsError, UnreadableError.

    `listing` is the workspace's where the caller has one already. From now on records follow posts that were moved.
    """
    settings = workspace.settings
    listing = listing or workspace.listing()
    names = listing.files(("**",), (*settings.exclude, *built_here(workspace)))
    folder = Folder(tuple(names), lambda path: workspace.read(path).text, workspace.exists, matcher)
    named = settings.generator
    generator = generator_named(named) if named else detect(folder, workspace.inside)
    layout = layout_of(workspace, generator, folder)
    closed = tuple(listing.closed[path] for path in sorted(listing.closed))
    posts = post_files(generator, layout, folder)
    if workspace.inside and not closed:  # what cannot be listed may hold the post that seems gone
        workspace.identities = identities.PostIdentities(workspace, generator, layout, folder, posts)
    return Survey(workspace, folder, generator, layout, posts, closed)


def layout_of(workspace: Workspace, generator: SiteGenerator, folder: Folder) -> Layout:
    """A folder as its generator sees it, under the workspace's settings. Raises SettingsError, UnreadableError."""
    settings, layout = workspace.settings, generator.configure(folder)
    if settings.posts:
        layout = replace(layout, posts=settings.posts)
    if workspace.inside:  # the writer's own lists are no pages, whatever the layout
        layout = replace(layout, exclude=(*layout.exclude, settings.ideas, settings.reading_list))
    return layout
