"""Which posts a post's page names: those that are most like it, and those that link to it.

Likeness is a matter of two posts alone, so that an edited or added post changes the lists of its neighbours and no
others. Only what the site lists is looked at.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from inkwright.model.document import Block, Document, Inline
from inkwright.similar.sketch import Background, nearest
from inkwright.site.catalog import Catalog, Entry
from inkwright.site.names import Names

MOST = 3
"""Related posts of a page."""
LEAST = 0.13
"""Likeness below which posts are not called related. **Source:** `docs/decisions/0038-related-posts-on-pages.md`."""
LINKING = 20
"""Posts that link to a page which are named, the newest."""
_WORD = re.compile(r"[^\W\d_]{2,}")

Says = Callable[[str], float]
"""How much a word in lower case says, 0 or more, whatever the texts are."""
Related = Mapping[str, Sequence[Entry]]
"""Posts by the place of the page that names them."""


def related_posts(shown: Catalog, says: Says) -> Related:
    """The posts most like each listed post, the most alike first; those without any are left out."""
    posts, background = shown.posts[::-1], Background(says)
    sketches = [background.sketch(words_of(post.document), words_in(post.title)) for post in posts]
    found = nearest(sketches, LEAST, MOST)
    return {post.place: [posts[no] for no in near] for post, near in zip(posts, found, strict=True) if near}


def words_of(document: Document) -> list[str]:
    """The words of a text that posts are compared by, in lower case: no code, no numbers."""
    return words_in(" ".join(_prose(document.blocks)))


def words_in(text: str) -> list[str]:
    """The words of a plain text in lower case."""
    return _WORD.findall(text.lower())


def _prose(nodes: Sequence[Block | Inline]) -> Iterator[str]:
    """The running text of blocks, code and formulas left out."""
    for node in nodes:
        if isinstance(node, Block):
            yield from _prose(node.inlines)
        elif node.kind == "text":
            yield node.text
        if node.children:
            yield from _prose(node.children)


def linking_posts(shown: Catalog, names: Names) -> Related:
    """The listed posts that link to each page or show it, newest first."""
    found: dict[str, list[Entry]] = {}
    for post in shown.posts:
        for place in dict.fromkeys(_led_to(post, names)):
            if place in shown.by_place and place != post.place:
                found.setdefault(place, []).append(post)
    return {place: posts[:LINKING] for place, posts in found.items()}


def _led_to(entry: Entry, names: Names) -> Iterator[str]:
    """The places that the links and embeds of a post lead to."""
    for link in entry.document.inlines_of("link", "wikilink", "embed"):
        found = names.find(entry, link.target) if link.kind == "link" else names.wiki(entry, link.target)
        if found.kind == "place":
            yield found.place
