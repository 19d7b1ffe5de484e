"""What a platform that takes copies by its API is to us: data, and three small functions over a wire handed in."""

from collections.abc import Callable, Mapping
from typing import Literal, Protocol

from msgspec import Struct

from inkwright.model.net import Reply
from inkwright.render.markdown.flavour import Flavour

Form = Literal["markdown", "html", "link"]
"""What is sent: the whole text in Markdown or HTML, or a short message that leads to it."""


class Wire(Protocol):
    """The network, as a platform may use it."""

    def request(self, method: str, url: str, headers: Mapping[str, str] | None = None, body: bytes = b"") -> Reply:
        """The answer, whatever its status. Raises NetError."""


class Article(Struct, frozen=True):
    """A post as it is sent. `body` is Markdown, HTML or the words of a message. `canonical` is where readers find it
    first, "" when this copy is that place. `key` is the same for the same post on every run,
    `moment` that of the first try, `now` this one, both ISO, UTC."""

    title: str
    body: str
    canonical: str = ""
    subtitle: str = ""
    description: str = ""
    slug: str = ""
    tags: tuple[str, ...] = ()
    image: str = ""
    series: str = ""
    language: str = "en"
    key: str = ""
    moment: str = ""
    now: str = ""


class Picture(Struct, frozen=True):
    """A formula as a PNG that a platform has to keep. `name` stands for its address until that is known; `alt` is its
    TeX, the size in CSS pixels of letters 20 high; `below` is how far it reaches below the line of a sentence, None
    for one that stands alone."""

    name: str
    data: bytes
    alt: str
    width: int
    height: int
    below: float | None = None


class Copy(Struct, frozen=True):
    """A copy that is there: its id on the platform and its public address ("" when the platform did not say)."""

    id: str
    url: str = ""


Account = Mapping[str, str]
"""What the writer keeps outside all files, by the names of `Platform.asks`."""


class Platform(Struct, frozen=True):
    """A platform with an API for writing.

    `asks` pairs each name of an environment variable with what it holds. `may_ask` those that may be
    left out. `truth` is what a writer should know before
    (price, limits, what is not possible). `tags` is how many are taken. `create` makes a copy, `update` changes it,
    `find` looks for one that an earlier run may have made (None where the platform cannot tell). `server` gives the
    address that requests go to. All raise `Refused` or NetError. `lacks` tells what of an article has no place there.
    `upload` has the platform keep a picture and gives its address (None where formulas need none). `card` stands
    around HTML that the platform would take apart.
    """

    name: str
    label: str
    form: Form
    asks: tuple[tuple[str, str], ...]
    truth: str
    server: Callable[[Account], str]
    create: Callable[[Wire, Account, Article], Copy]
    update: Callable[[Wire, Account, Article, Copy], Copy] | None
    find: Callable[[Wire, Account, Article], Copy | None] | None
    flavour: Flavour = Flavour()
    tags: int = 0
    lacks: tuple[str, ...] = ()
    may_ask: tuple[tuple[str, str], ...] = ()
    upload: Callable[[Wire, Account, Article, Picture], str] | None = None
    card: tuple[str, str] = ("", "")
