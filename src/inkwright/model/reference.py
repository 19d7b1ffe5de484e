"""A work that posts cite by its key, and the bibliography that a post names."""

from collections.abc import Mapping

from msgspec import Struct, field


class Person(Struct, frozen=True):
    """An author or editor; an organisation has only a `family` name."""

    family: str
    given: str = ""

    @property
    def whole(self) -> str:
        """The name as it is read."""
        return f"{self.given} {self.family}".strip()


class Reference(Struct, frozen=True):
    """One entry of a bibliography in plain words, "" for what it does not say.

    `authors` are its editors when it has no authors; `others` says that there are more. `container` is what it
    appeared in (journal, proceedings, publisher), `detail` the place there ("34(2), 1-15"). `url` is an http(s)
    address, the work's DOI or arXiv number before any other, and `label` how the link reads ("doi:10.1/x"). `line` is
    1-based in the file of that `path`.
    """

    key: str
    authors: tuple[Person, ...] = ()
    others: bool = False
    title: str = ""
    container: str = ""
    detail: str = ""
    year: str = ""
    url: str = ""
    label: str = ""
    isbn: str = ""
    path: str = ""
    line: int = 0

    @property
    def lacks(self) -> tuple[str, ...]:
        """What a reader needs to find it again and is not there. **Source:** requirement EVD-12: author, date, link."""
        found = {
            "an author": self.authors, "a title": self.title, "a date": self.year, "a link": self.url or self.isbn,
        }  # fmt: skip
        return tuple(name for name, value in found.items() if not value)

    @property
    def short(self) -> str:
        """How a sentence calls it: its authors' family names, else its title."""
        names = [person.family for person in self.authors]
        if not names:
            return self.title or self.key
        if len(names) > 2 or self.others:
            return f"{names[0]} et al."
        return " and ".join(names)


class Fault(Struct, frozen=True):
    """Something in a bibliography that could not be read: the file, its 1-based line and one sentence."""

    path: str
    line: int
    message: str


class Bibliography(Struct, frozen=True):
    """The works that a post may cite, by key. `files` are those read, `missing` the named ones that are not there or
    cannot be read, both relative to the workspace. Without any of them the post has no bibliography. `looked` are all
    places where something was looked for, found or not."""

    references: Mapping[str, Reference] = field(default_factory=dict)
    files: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    faults: tuple[Fault, ...] = ()
    looked: tuple[str, ...] = ()


NO_BIBLIOGRAPHY = Bibliography()
