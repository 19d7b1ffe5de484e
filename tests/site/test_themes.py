"""Every theme is light, fills every page, and what its templates may use is written down."""

import gzip
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from inkwright.model.errors import SettingsError
from inkwright.model.post import Page, Post
from inkwright.site.theme import load_theme, theme_names

Make = Callable[..., Post]
Pages = Callable[..., dict[str, Page]]
GUIDE = (Path(__file__).resolve().parents[2] / "docs/guide/themes.md").read_text("utf-8")
TEXT = "Words[^1] here.\n\n## One\n\n## Two\n\n## Three\n\n```python\nprint(1)\n```\n\n[^1]: A note.\n"


def full(post: Make) -> list[Post]:
    return [
        post("posts/a.md", TEXT, title="A", date="2026-01-01", updated="2026-02-01", series="S", tags=("t",),
             subtitle="Sub", authors=("Ada", "Bo"), planning={"roles": ["R"], "level": "deep"}),
        post("posts/b.md", f"See [a](a.md). {TEXT}", title="B", date="2026-01-02", series="S"),
        post("about.md", "Me.\n", title="About", kind="page"),
    ]  # fmt: skip


@pytest.mark.parametrize("name", theme_names())
def test_a_theme_is_light_and_fills_every_page(name: str, post: Make, pages: Pages) -> None:
    found = pages(*full(post), theme=name, signup="https://list.example/add", portfolio=True, search=True)
    css = [page.body for path, page in found.items() if path.endswith(".css")]
    script = [page.body for path, page in found.items() if path.startswith("assets/") and path.endswith(".js")]
    assert len(css) == 1
    assert len(css[0]) <= 10 * 1024 and all(len(one) <= 3 * 1024 for one in script)
    page = found["posts/a/index.html"].body
    assert sum(len(gzip.compress(part, 6)) for part in (css[0], *script, page)) <= 30 * 1024
    assert b"{%" not in b"".join(page.body for path, page in found.items() if path.endswith(".html"))


def test_the_margin_theme_puts_notes_beside_the_text_and_feeds_at_the_end(post: Make, pages: Pages) -> None:
    found = pages(*full(post), theme="margin")
    assert b'class="sidenote"' in found["posts/a/index.html"].body
    assert b"doc-endnotes" not in found["posts/a/index.html"].body
    assert b"sidenote" not in found["rss.xml"].body and b"doc-endnotes" in found["rss.xml"].body
    assert b"sidenote" not in pages(*full(post))["posts/a/index.html"].body


def test_a_theme_of_ones_own_may_ask_for_notes_beside_the_text(post: Make, pages: Pages) -> None:
    own = {"theme.toml": b'notes = "side"\n', "extra.css": b".mine { color: red; }"}
    found = pages(*full(post), own=own)
    assert b'class="sidenote"' in found["posts/a/index.html"].body
    css = next(page.body for path, page in found.items() if path.endswith(".css"))
    assert css.index(b".top{") < css.index(b".mine{color:red}")
    assert not any("theme" in path or "extra" in path for path in found)


def test_a_mistake_in_what_a_theme_says_is_told() -> None:
    with pytest.raises(SettingsError, match="not TOML"):
        _ = load_theme("plain", {"theme.toml": b"notes = "}).side_notes


@pytest.mark.parametrize("name", ["site", "head", "post"])
def test_what_templates_use_is_in_the_guide_and_the_other_way_round(name: str) -> None:
    row = next(line for line in GUIDE.splitlines() if line.startswith(f"| `{name}` |"))
    documented = set(re.findall(r"`(\w+)`", re.sub(r"\([^)]*\)", "", row))) - {name}
    templates = "".join(load_theme("plain")._parts[file].decode() for file in load_theme("plain")._parts
                        if file.endswith(".html"))  # fmt: skip
    used = set(re.findall(rf"\b{name}\.(\w+)", templates))
    assert used <= documented
    assert documented - used <= {"base_url", "description", "authors"}  # given for themes that want them


def test_all_templates_are_in_the_guide() -> None:
    templates = {file for file in load_theme("plain")._parts if file.endswith(".html")}
    assert all(f"`{file}`" in GUIDE for file in templates)
    assert all(f"| `{name}` |" in GUIDE for name in theme_names())
