"""Where the pages that are made here lie, beside those of posts."""

ARCHIVE = "archive/index.html"
TAGS = "tags/index.html"
SERIES = "series/index.html"
AUTHORS = "authors/index.html"
SEARCH = "search/index.html"
PORTFOLIO = "portfolio/index.html"
NOT_FOUND = "404.html"


def tag_place(slug: str) -> str:
    """The first page of a tag."""
    return f"tags/{slug}/index.html"


def series_place(slug: str) -> str:
    """The page of a series."""
    return f"series/{slug}/index.html"


def author_place(slug: str, known: bool = True) -> str:
    """The first page of an author, "" for one who has none."""
    return f"authors/{slug}/index.html" if known else ""
