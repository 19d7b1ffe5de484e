"""The pages of a site as the links of its posts may name them: by address and by name."""

from collections.abc import Mapping

from msgspec import Struct, field


class Pages(Struct, frozen=True):
    """What is known of a site's pages; empty where nothing is.

    `by_path` maps a site path to the file that makes it, former addresses included; a path is folded as
    `lint.page_links.page_path` does. `by_name` maps a page's name, folded as `page_name` does, to such a file; "" for a
    name that several have and for files that are no pages. `own` is the site path of the document under check, "" when
    unknown. `address` is that of the site without a final slash, "" when unknown. `certain` holds (first part, number
    of parts) of those paths whose pages are all in `by_path`; `named` tells whether a name that `by_name` lacks leads
    nowhere, `wikis` the same for `[[names]]`.
    """

    by_path: Mapping[str, str] = field(default_factory=dict)
    by_name: Mapping[str, str] = field(default_factory=dict)
    own: str = ""
    address: str = ""
    certain: frozenset[tuple[str, int]] = frozenset()
    named: bool = False
    wikis: bool = False
