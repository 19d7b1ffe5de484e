"""What `init` puts into a folder: a whole small blog into an empty one, next to nothing into one that is in use."""

from functools import cache
from importlib.resources import files

from inkwright.platforms.platform import MARKDOWN, SiteGenerator

_STATE = {"private/.gitignore": "*\n", ".inkwright/.gitignore": "*\n"}
_PAPERS = ("readme", "license", "licence", "copying", "contributing", "code_of_conduct", "security", "changelog")
"""Files, by name without extension, that a fresh repository may hold and still be empty."""


def is_empty(names: list[str] | tuple[str, ...]) -> bool:
    """Whether a folder holds nothing but the papers that a new repository comes with."""
    return all("/" not in name and name.split(".")[0].lower() in _PAPERS for name in names)


def has_markdown(names: list[str] | tuple[str, ...]) -> bool:
    """Whether a folder holds any text of ours."""
    return any(name.lower().endswith(MARKDOWN) for name in names)


def new_blog(today: str) -> dict[str, str]:
    """Files of a new blog by path, without its settings. `today` is ISO and becomes the date of the first post."""
    return {
        "posts/hello/index.md": _text("hello.md").replace("{today}", today, 1),
        "about.md": _text("about.md"),
        "ideas.md": _text("ideas.md"),
        "notes/.gitkeep": "",
        "log/.gitkeep": "",
        "inkwright/dictionary.txt": _text("dictionary.txt"),
        ".gitignore": "# what `inkwright build` makes\n/public/\n",
        **_STATE,
    }


def guest_files() -> dict[str, str]:
    """The few files that go into a folder which has a layout of its own, by path, without the settings."""
    return {"inkwright/dictionary.txt": _text("dictionary.txt"), **_STATE}


def state_files() -> dict[str, str]:
    """The files that keep private and disposable things out of git."""
    return dict(_STATE)


def guest_settings(generator: SiteGenerator) -> dict[str, str]:
    """Settings that fit a folder with a layout of its own: what we add later stays below `inkwright/`."""
    vault = generator.name in ("obsidian", "plain")
    return {
        "generator": generator.name,
        "notes": "." if vault else "inkwright/notes",
        "ideas": "inkwright/ideas.md",
        "log": "inkwright/log",
    }


def came_with_folder(text: str) -> bool:
    """Whether a post is the page of a new blog below whose front matter nobody has changed a word yet."""
    return _below(text) == _below(_text("hello.md"))


def _below(text: str) -> str:
    """What stands below the front matter."""
    return text.replace("\r\n", "\n").partition("\n---\n")[2].strip()


@cache
def _text(name: str) -> str:
    return (files("inkwright.platforms") / "starter" / name).read_text(encoding="utf-8")
