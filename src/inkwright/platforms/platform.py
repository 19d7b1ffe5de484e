"""What a site generator is to us: data that says how its folders look, and four small pure functions.

One file per generator, found by its name; nothing is registered. A generator declares the files that prove it, where
its posts, pages and static files are, how its front matter maps to our words, what it would not publish, and the
address that it gives a post. It reads nothing itself: what a folder holds is handed in as a `Folder`.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from msgspec import Struct, field

from inkwright.model.post import Metadata, PostFile
from inkwright.model.regex import regex
from inkwright.model.site import SiteInfo

Front = Mapping[str, Any]
"""Front matter as its author wrote it: values by key."""
MARKDOWN = (".md", ".mdx", ".markdown", ".qmd", ".rmd", ".mkd", ".mkdn", ".mkdown")
"""Extensions, in lower case, of files that we read as posts, pages or notes."""
MARKDOWN_GLOB = "*.{md,MD,mdx,markdown,qmd,rmd,Rmd,mkd,mkdn,mkdown}"

_WILD = regex(r"[*?\[{]")
_LAST = "\U0010ffff"
"""Sorts behind every name."""


class Folder(Struct, frozen=True):
    """A folder as a generator may see it.

    `names` are its files, relative, POSIX, sorted, hidden ones left out. `read` gives a file's text, `exists` knows
    hidden files too, `matcher` makes a test from globs (`*`, `**`, `{a,b}`; a plain path means all below it).
    """

    names: Sequence[str]
    read: Callable[[str], str]
    exists: Callable[[str], bool]
    matcher: Callable[[Iterable[str]], Callable[[str], object]]

    def any(self, pattern: str) -> bool:
        """Whether a file matches a glob; a plain name is looked up, hidden or not, else taken as a folder."""
        plain = _WILD.split(pattern, maxsplit=1)[0]
        if plain == pattern and self.exists(pattern):
            return True
        below = f"{plain}/" if plain == pattern else plain[: plain.rfind("/") + 1]
        names = self.names
        if below:
            names = names[bisect_left(names, below) : bisect_left(names, below + _LAST)]
        return any(map(self.matcher((pattern,)), names))


class Layout(Struct, frozen=True):
    """One folder as its generator sees it, the generator's configuration read.

    `roots` are the content folders, the deepest first: an id is the path below the first that holds the file.
    `posts` and `pages` are globs of what is read, `exclude` of what is not, `unread` of posts in formats that we do
    not know. `static` pairs a folder with the site path (no leading slash) where its files land. `people` maps author
    keys to names. `config` is the generator's own configuration, with what it keeps for its other functions. `certain`
    says that the addresses of all posts follow from what was read, so that any other one leads to no post.
    """

    generator: str
    posts: tuple[str, ...] = ()
    pages: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    roots: tuple[str, ...] = ("",)
    static: tuple[tuple[str, str], ...] = ()
    info: SiteInfo = field(default_factory=SiteInfo)
    people: Mapping[str, str] = field(default_factory=dict)
    config: Mapping[str, Any] = field(default_factory=dict)
    unread: tuple[str, ...] = ()
    certain: bool = False


class Entry(Struct, frozen=True):
    """A post before its text is parsed: its file, its front matter with what its name implies, both in our words.

    `fenced` tells whether the file has front matter at all, be it empty.
    """

    file: PostFile
    front: Front
    metadata: Metadata
    fenced: bool = True


def nothing_implied(path: str, layout: Layout) -> Front:
    """A file name says nothing about the post."""
    return {}


def the_sites_own(path: str, layout: Layout) -> str:
    """No language beside that of the whole site."""
    return ""


def keep_all(files: Sequence[PostFile], layout: Layout) -> Sequence[PostFile]:
    """Every file that the globs name is a post or page."""
    return files


class SiteGenerator(Struct, frozen=True):
    """A site generator.

    `markers`: groups of globs; a group whose every glob is found proves the generator. `hints`: pairs of a glob and a
    regular expression for folders that lack the markers: files that match the glob and hold the expression ("" for
    any text) suggest it. `rank` orders generators whose markers are found at once, small first.
    `keys` maps our metadata names to its front matter keys, dotted for nested ones, preferred ones first.
    `separator` parts tags that are written as one text. `configure` reads its configuration. `sift` drops files that
    the globs name but the generator does not read. `implied` is the front matter that a path stands for. `held_back`
    says in a few words why the generator would not publish an entry today (ISO date), "" when it would. `url` is the
    site path of an entry ("/posts/x/"). `caution` is one thing that its owner should set in its own configuration
    once we are there. `draft_line` is the front matter that keeps a new post from being published, `updated_key` the
    key in which it looks for the day of the last change, `alias_key` the one with former addresses that lead to a post
    ("" where it reads none). `new_post` is the path of a new post where there is none yet
    to take after; `{slug}` and `{date}` are filled in. `language` is the language that a path says its post is in, ""
    for the site's own.
    """

    name: str
    label: str
    configure: Callable[[Folder], Layout]
    held_back: Callable[[Entry, Layout, str], str]
    url: Callable[[Entry, Layout], str]
    markers: tuple[tuple[str, ...], ...] = ()
    hints: tuple[tuple[str, str], ...] = ()
    rank: int = 50
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    separator: str = ","
    sift: Callable[[Sequence[PostFile], Layout], Sequence[PostFile]] = keep_all
    implied: Callable[[str, Layout], Front] = nothing_implied
    language: Callable[[str, Layout], str] = the_sites_own
    caution: str = ""
    new_post: str = "posts/{slug}/index.md"
    draft_line: str = "draft: true"
    updated_key: str = "updated"
    alias_key: str = ""
