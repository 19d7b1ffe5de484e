"""Making again only what would come out otherwise: each recipe is compared with what an earlier build kept of it."""

from collections.abc import Callable, Sequence

from inkwright.model.post import Page
from inkwright.site.asked import still
from inkwright.site.build import Making
from inkwright.site.made import MADE, Lost, Made, Memory, Notes, Part, Rows, Spread, Stamps, Target
from inkwright.site.recipe import Recipe

FILE, LAND = "file", "land"
MANY = 60
"""Pages from which on several processes make them."""
AT_ONCE = 2000
"""Pages that several processes make before they tell of it."""
Tell = Callable[[int, int], None]
"""Told posts done and posts in all."""


class Again:
    """One build: `run` it, then `close` it. `land` is the digest of all that answers about the site depend on.

    `all_new` says that nothing was kept of an earlier one. Afterwards `copied` and `looked_at` are the stamps of the
    files that were copied and of all others that pages were made from, `losses` what pages lack, `lost` the same by
    the place of the recipe.
    """

    def __init__(
        self, shelf: Rows, target: Target, notes: Notes, stamps: Stamps, spread: Spread, memories: Sequence[Memory],
        land: str,
    ) -> None:  # fmt: skip
        self._shelf = shelf
        self._target = target
        self._notes = notes
        self._stamps_of = stamps
        self._spread = spread
        self._memories = memories
        self._land = land
        self._rows = shelf.rows(MADE)
        self._taken: set[str] = set()
        self._same_land = shelf.rows(LAND).get("", ("", b""))[0] == land
        self.looked_at = {path: key for path, (key, _) in shelf.rows(FILE).items()}
        self._stamps = stamps(self.looked_at)
        self._changed = {path for path, key in self.looked_at.items() if self._stamps.get(path, "") != key}
        self.all_new = not self._rows
        self._beside: dict[str, str] = {}
        self.copied: dict[str, str] = {}
        self.lost: dict[str, list[Lost]] = {}

    def run(self, making: Making, progress: Tell | None = None) -> None:
        """Make each file of the site, or leave it as it is. Raises InkwrightError."""
        tell = _teller(progress, making.count)
        waiting: list[Recipe] = []
        for recipe in making.recipes():
            if not recipe.post and waiting:
                self._make_all(waiting, tell)
                waiting = []
            if recipe.place.casefold() not in self._taken and not self._left(recipe, making):
                if recipe.post:
                    self._taken.add(recipe.place.casefold())
                    waiting.append(recipe)
                    continue
                self._make(recipe)
            if recipe.post:
                tell()
        self._make_all(waiting, tell)

    def _left(self, recipe: Recipe, making: Making) -> bool:
        """Whether what an earlier build made of a recipe can stay."""
        key, body = self._rows.pop(recipe.place, ("", b""))
        made = self._still(body, making) if key and key == self._key(recipe) else None
        if made is not None:
            self._count(recipe.place, made)
        return made is not None

    def _key(self, recipe: Recipe) -> str:
        if not recipe.copy_from:
            return recipe.key
        if recipe.copy_from not in self.copied:
            self.copied[recipe.copy_from] = self._stamp(recipe.copy_from)
        return self.copied[recipe.copy_from]

    @property
    def losses(self) -> list[Lost]:
        """What the pages lack, in the order of the pages."""
        return [one for lost in self.lost.values() for one in lost]

    def _count(self, place: str, made: Made) -> None:
        self._taken.update(place.casefold() for place, _ in made.pages)
        self._beside.update(made.pages[1:])
        if made.losses:
            self.lost[place] = [*made.losses]

    def _make_all(self, recipes: list[Recipe], tell: Callable[[], None]) -> None:
        """Make the pages of posts, by several processes where there are many, so many at a time that what they have to
        tell stays small."""
        for at in range(0, len(recipes), AT_ONCE):
            some = recipes[at : at + AT_ONCE]
            parts = self._spread(some, self._part, tell, MANY)
            for part in parts or ():
                self._join(part)
            if parts is None:
                for recipe in some:
                    self._make(recipe)
                    tell()

    def _part(self, recipes: Sequence[Recipe], tick: Callable[[], None]) -> bytes:
        """What a copy of the process does: make some of the pages, and say all that is to be remembered of it."""
        rows, learned = self._shelf.part(), [memory.part() for memory in self._memories]
        self._target.part()
        for recipe in recipes:
            self._make(recipe)
            tick()
        return self._shelf.encode(Part(rows, learned, self._target.done()))

    def _join(self, answer: bytes) -> None:
        """Take over what a copy of the process did."""
        part = self._shelf.decode(answer, Part)
        assert part is not None
        for row in part.rows:
            self._shelf.put(*row)
            made = self._shelf.decode(row[3], Made) if row[0] == MADE else None
            if made is not None:
                self._count(row[1], made)
        for memory, texts in zip(self._memories, part.learned, strict=True):
            memory.learn(texts)
        self._target.join(*part.done)

    def close(self) -> None:
        """Forget what is no longer made, and remember what this build saw."""
        for gone in self._rows:
            self._shelf.drop(MADE, gone)
        if not self._same_land:
            self._shelf.put(LAND, "", self._land, b"")

    def _stamp(self, path: str) -> str:
        return self._stamps_of((path,)).get(path, "")

    def _still(self, body: bytes, making: Making) -> Made | None:
        """What an earlier build made, when it would come out the same and is still there."""
        made = self._shelf.decode(body, Made)
        if made is None:
            return None
        if self._changed and not self._changed.isdisjoint(made.files):
            return None
        if not self._same_land and made.asked and not self._answered(made, making):
            return None
        return made if all(self._target.keep(place, digest) for place, digest in made.pages) else None

    def _answered(self, made: Made, making: Making) -> bool:
        answers = {(kind, path, rest): answer for kind, path, rest, answer in made.asked}
        return still(answers, making.names, making.catalog.by_file) and self._notes.still_shown(answers)

    def _make(self, recipe: Recipe) -> None:
        notes = self._notes
        notes.begin()
        made_now = ((page.path, self._put(recipe, page)) for page in recipe.make())
        pages = tuple((path, digest) for path, digest in made_now if digest)
        asked = tuple((*question, answer) for question, answer in notes.asked.answers.items())
        files = sorted(notes.files | notes.asked.opened)
        for path in files:
            self._look(path)
        made = Made(pages, asked, tuple(files), tuple(notes.losses))
        self._shelf.put(MADE, recipe.place, self._key(recipe), self._shelf.encode(made))
        self._count(recipe.place, made)

    def _put(self, recipe: Recipe, page: Page) -> str:
        """The digest of a page that was put in its place; "" where an earlier recipe has that place. A picture that
        several pages show is put once."""
        if page.path != recipe.place:
            if page.path in self._beside:
                return self._beside[page.path]
            if page.path.casefold() in self._taken:
                return ""
        return self._target.put(page)

    def _look(self, path: str) -> None:
        """Remember how a file was when a page was made from it."""
        stamp = self._stamps.get(path) or self._stamp(path)
        if self.looked_at.get(path) != stamp:
            self.looked_at[path] = stamp
            self._shelf.put(FILE, path, stamp, b"")


def _teller(progress: Tell | None, total: int) -> Callable[[], None]:
    """Called after each post, it tells how many are done."""
    done = 0

    def tell() -> None:
        nonlocal done
        done += 1
        if progress is not None:
            progress(done, total)

    return tell
