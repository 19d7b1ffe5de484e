"""Who wrote a post, and whether the site has a page about them."""

from msgspec import Struct

from inkwright.site.catalog import Catalog, unique_tags
from inkwright.site.entry import Entry


class Person(Struct, frozen=True):
    """An author as a post names them. `known` says that the site has a page of theirs."""

    name: str
    slug: str
    known: bool


def people(shown: Catalog, entry: Entry) -> list[Person]:
    """The authors of a post in its order, else the site's own; empty when nobody is named."""
    names = entry.metadata.authors or tuple(filter(None, (shown.info.author,)))
    return [Person(name, slug, slug in shown.authors) for slug, name in unique_tags(names)]
