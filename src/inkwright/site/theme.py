"""A theme: templates that are filled, and files that are served as they are under a name with their content's hash."""

import re
import tomllib
from collections.abc import Callable, Mapping
from functools import cached_property
from hashlib import sha256
from html import escape
from pathlib import Path
from typing import Any

import minijinja

from inkwright.model.errors import SettingsError
from inkwright.model.post import Page
from inkwright.model.regex import regex
from inkwright.render.code_style import (
    DARK_BACKGROUND,
    DARK_MARK,
    DARK_TEXT,
    LIGHT_BACKGROUND,
    LIGHT_MARK,
    LIGHT_TEXT,
    colours,
    stylesheet,
)
from inkwright.site.recipe import digest

BASE = "plain"
"""The theme that others are built on."""
STYLE = "style.css"
SHEETS = ("look.css", STYLE, "extra.css")
"""What is a theme's own, what all pages have in common, what a workspace adds."""
ABOUT = "theme.toml"
"""What a theme says of itself."""
_SPACE = regex(r"\s*\n\s*|(?<=[{}:;,]) +| +(?=[{}])| (?=>[^{};\"']*\{)|(?<= >) (?=[^{};\"']*\{)")
_SAME_START = regex(r"(?<=\})(?P<start>\.\w+) \.\w+(?:,(?P=start) \.\w+)+\{")
_CODE_COLOUR = regex(r"var\(--code-(\w+)\)")
_PRE = regex(r"\.highlight pre\{[^}]*\}\n?")
"""The renderer's rule for the box of code, which every theme has too."""
_COMMENTS = regex(r"/\*.*?\*/", re.DOTALL)


def theme_names() -> list[str]:
    """Names of the themes that come with the product, sorted."""
    return sorted(entry.name for entry in _themes().iterdir() if entry.is_dir() and not entry.name.startswith("_"))


def load_theme(name: str, own: Mapping[str, bytes] | None = None) -> "Theme":
    """The theme of that name, on top of `plain`, whose files it has where it brings none; `own` are a workspace's
    files that stand in for or beside the theme's, by name.

    Raises SettingsError when there is no such theme.
    """
    if name not in theme_names():
        raise SettingsError(
            f"there is no theme `{name}`", path="inkwright.toml", hint=f"There are: {', '.join(theme_names())}."
        )
    parts = {
        entry.name: entry.read_bytes()
        for folder in dict.fromkeys((BASE, name))
        for entry in (_themes() / folder).iterdir() if entry.is_file()
    }  # fmt: skip
    return Theme({**parts, **(own or {})})


def _themes() -> Path:
    return Path(__file__).parent / "themes"  # to ask `importlib.resources` takes a twentieth of a short build


class Theme:
    """Templates (`.html`) and files of a theme. Its style sheets (`SHEETS`) and the colours of highlighted code are
    served as one, as
    `style.css`."""

    def __init__(self, parts: Mapping[str, bytes]) -> None:
        self._parts = parts
        templates = {name: data.decode("utf-8", "replace") for name, data in parts.items() if name.endswith(".html")}
        self._files = {name: data for name, data in parts.items() if not name.endswith(".html") and name != ABOUT}
        self._environment = minijinja.Environment(
            templates=templates, trim_blocks=True, lstrip_blocks=True, finalizer=_escaped
        )

    @cached_property
    def said(self) -> str:
        """The digest of all its files."""
        return digest(*(part for name in sorted(self._parts) for part in (name, sha256(self._parts[name]).hexdigest())))

    @cached_property
    def side_notes(self) -> bool:
        """Whether it has room for footnotes beside the text (`notes = "side"` in its `theme.toml`)."""
        try:
            return tomllib.loads(self._parts.get(ABOUT, b"").decode("utf-8", "replace")).get("notes") == "side"
        except tomllib.TOMLDecodeError as error:
            raise SettingsError(f"not TOML: {error}", path=f"theme/{ABOUT}", hint="Mend it, or remove it.") from error

    @cached_property
    def assets(self) -> Mapping[str, Page]:
        """Each file that is no template, by its name in the theme, as the page that carries it."""
        found = {}
        sheets = "".join(self._files[name].decode("utf-8", "replace") + "\n" for name in SHEETS if name in self._files)
        rest = {name: data for name, data in self._files.items() if name not in SHEETS}
        for name, data in sorted({STYLE: compact(sheets + code_style()).encode(), **rest}.items()):
            stem, _, ending = name.rpartition(".")
            found[name] = Page(f"assets/{stem}.{sha256(data).hexdigest()[:10]}.{ending}", data)
        return found

    def render(self, template: str, context: Mapping[str, Any], url: Callable[[str], str]) -> bytes:
        """A page. Templates may call `url(place)`, the address that leads to a place, and `asset(name)`.

        Raises SettingsError that names the template and the line when it cannot be filled.
        """

        def asset(name: str) -> str:
            page = self.assets.get(name)
            return url(page.path) if page else ""

        try:
            text = self._environment.render_template(template, **{**context, "url": url, "asset": asset})
        except minijinja.TemplateError as error:
            raise SettingsError(
                f"the template cannot be filled: {error.detail or error.message}",
                path=f"theme/{error.name or template}", line=error.line or 0, hint="Mend it, or remove your copy.",
            ) from error  # fmt: skip
        return text.encode("utf-8", "replace")


def code_style() -> str:
    """The renderer's rules for code with both schemes in each value, as the theme's own colours have them."""
    pairs = [
        *colours(), ("bg", LIGHT_BACKGROUND, DARK_BACKGROUND), ("fg", LIGHT_TEXT, DARK_TEXT),
        ("mark", LIGHT_MARK, DARK_MARK),
    ]  # fmt: skip
    values = {name: f"light-dark({light},{dark})" for name, light, dark in pairs}
    rules = stylesheet().partition(".highlight{")
    return _CODE_COLOUR.sub(lambda found: values[found[1]], _PRE.sub("", rules[1] + rules[2]))


def _escaped(value: object) -> object:
    """A value as it stands in a page: text escaped (slashes stay readable, unlike the engine's own), nothing as ""."""
    if value is None:
        return ""
    return minijinja.safe(escape(value)) if isinstance(value, str) and not hasattr(value, "__html__") else value


def compact(css: str) -> str:
    """A style sheet without comments, without space that means nothing, and with `.a .b,.a .c` as `.a :is(.b,.c)`."""
    return _SAME_START.sub(_grouped, _SPACE.sub("", _COMMENTS.sub("", css))).replace(";}", "}")


def _grouped(found: re.Match[str]) -> str:
    start = found["start"]
    return f"{start} :is({found[0][len(start) + 1 : -1].replace(f'{start} ', '')}){{"
