"""What a file of the site is made from and how: so that a build makes again only what would come out otherwise."""

from collections.abc import Callable, Iterable
from hashlib import blake2b

from msgspec import Struct

from inkwright.model.post import Page


class Recipe(Struct, frozen=True):
    """A file of the site, or one with others that are made beside it.

    `place` is the first file made. `key` is the digest of what is known to go into it before it is made: two recipes
    of one place with equal keys, whose questions have the same answers (see `asked`), make the same bytes.
    `copy_from` names the workspace file of one that is only copied, whose key is "". `post` is the path of the post
    whose page this is.
    """

    place: str
    key: str
    make: Callable[[], Iterable[Page]]
    copy_from: str = ""
    post: str = ""


def of_page(page: Page) -> Recipe:
    """A page that is made already."""
    key = "" if page.copy_from else blake2b(page.body, digest_size=16).hexdigest()
    return Recipe(page.path, key, lambda: (page,), page.copy_from)


def digest(*parts: object) -> str:
    """A short name for what some values say: equal for equal ones, in hex."""
    return blake2b("\0".join(map(str, parts)).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
