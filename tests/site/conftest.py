"""Small sites made by hand: posts from texts, pages by their path."""

from collections.abc import Callable
from pathlib import PurePosixPath
from typing import Any

import pytest
from msgspec.structs import replace

from inkwright.model.post import Metadata, Page, Post, PostFile
from inkwright.model.settings import SiteSettings
from inkwright.model.site import Site, SiteInfo
from inkwright.render.code import highlighter
from inkwright.similar.sketch import Background
from inkwright.site.build import Build
from inkwright.site.card import content_of
from inkwright.site.theme import load_theme
from inkwright.text.markdown import parse_text

INFO = SiteInfo(
    "Warm & Dry", "Notes <from> a lab.", "Ada Lind", "https://ada.example/blog", "en"
)  # characters that need escaping everywhere


def make_post(
    path: str, text: str = "Some words.\n", *, kind: str = "post", url: str = "", held: str = "", **given: Any
) -> Post:
    """A post with its metadata given; the address comes from the path unless it is given."""
    id_ = str(PurePosixPath(path).with_suffix("")).removeprefix("posts/").removesuffix("/index")
    assets = tuple(given.pop("assets", ()))
    address = url or (f"/posts/{id_}/" if kind == "post" else f"/{id_}/")
    metadata = replace(Metadata(), **given)
    file = PostFile(id_, path, kind)  # type: ignore[arg-type]
    return Post(file, parse_text(text, path), metadata, address, not held, held, assets)


def build_pages(*posts: Post, info: SiteInfo = INFO, **options: Any) -> dict[str, Page]:
    """The pages of a site with those posts, by path."""
    static = options.pop("static", ())
    generator = options.pop("generator", "inkwright")
    own = options.pop("own", None)
    look = SiteSettings(**{key: options.pop(key) for key in list(options) if hasattr(SiteSettings, key)})
    theme = load_theme(look.theme, own)
    background = Background(options.pop("says", lambda word: 1.0))
    build = Build(
        content_of(Site(info, posts, generator, static), background), theme, highlighter(), look=look, **options
    )
    return {page.path: page for page in build.pages(build.catalog())}


@pytest.fixture
def post() -> Callable[..., Post]:
    return make_post


@pytest.fixture
def pages() -> Callable[..., dict[str, Page]]:
    return build_pages


@pytest.fixture
def html() -> Callable[..., str]:
    """The text of one page of a site: `html(path, *posts, **options)`."""

    def one(path: str, *posts: Post, **options: Any) -> str:
        return build_pages(*posts, **options)[path].body.decode()

    return one
