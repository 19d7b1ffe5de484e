"""Drawn diagrams in a real browser: the right one of each pair, nothing sideways on a phone, nothing from outside."""

import functools
import http.server
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from inkwright.flows.build import build
from inkwright.workspace.folder import open_workspace

pytestmark = pytest.mark.browser

Open = Callable[..., Any]
SMALL = "flowchart LR\n  accTitle: Two parts\n  A --> B\n"
WIDE = "flowchart LR\n  accTitle: Many parts\n" + "".join(f"  A{n}[Part {n}] --> A{n + 1}\n" for n in range(12))
TALK = "sequenceDiagram\n  accTitle: A talk\n  Reader->>Server: page\n  Server-->>Reader: html\n"
HOSTILE = (
    'flowchart LR\n  accTitle: "><script>alert(1)</script>\n'
    '  A["<img src=x onerror=alert(1)>"] --> B["<svg onload=alert(1)>"]\n'
    '  click A "javascript:alert(1)"\n  click B href "https://evil.example/"\n'
)
BROKEN = "flowchart LR\n  A --> <script>alert(1)</script>[[[\n"
TEXT = "---\ntitle: Diagrams\ndate: 2026-01-01\n---\n\n" + "\n".join(
    f"Text before it.\n\n```mermaid\n{source}```\n" for source in (SMALL, WIDE, TALK, HOSTILE, BROKEN)
)


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:
        """Nothing."""


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A built site with one post."""
    folder = tmp_path_factory.mktemp("diagrams")
    (folder / "inkwright.toml").write_text('title = "T"\n', encoding="utf-8")
    (folder / "posts").mkdir()
    (folder / "posts/a.md").write_text(TEXT, encoding="utf-8")
    build(open_workspace(folder), "2026-11-21")
    return folder / "public"


@pytest.fixture(scope="module")
def address(tree: Path) -> Iterator[str]:
    """Where the site is served."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(tree)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()


def shown(page: Any) -> list[str]:
    """The class of each picture that can be seen, after it has been scrolled to and loaded."""
    found = []
    for image in page.locator(".diagram img").all():
        if image.is_visible():
            image.scroll_into_view_if_needed()
            page.wait_for_function("image => image.complete", arg=image.element_handle())
            assert image.evaluate("image => image.naturalWidth") > 0
            assert (
                image.evaluate("image => image.closest('figure').getBoundingClientRect().right")
                <= page.viewport_size["width"]
            )
            assert image.bounding_box()["width"] >= min(image.evaluate("image => image.naturalWidth") * 0.6, 200)
            found.append(image.evaluate("image => (image.closest('a') || image).className"))
    return found


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_one_of_each_pair_is_shown_and_fits(open_page: Open, address: str, scheme: str, width: int) -> None:
    page = open_page(address + "/posts/a/", width, scheme)
    assert shown(page) == [scheme] * 4
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_wide_one_stays_legible_on_a_phone_and_leads_to_its_full_size(open_page: Open, address: str) -> None:
    page = open_page(address + "/posts/a/", 360, "light")
    link = page.locator(".diagram a.light").first
    image = link.locator("img")
    assert image.bounding_box()["width"] > 600
    box = page.locator(".diagram:has(a)").first
    assert box.evaluate("box => { box.scrollLeft = 200; return box.scrollLeft }") == 200
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    link.click()
    assert page.url.endswith(".svg")


def test_the_switch_on_the_page_and_paper_are_obeyed(open_page: Open, address: str) -> None:
    page = open_page(address + "/posts/a/", 360, "light")
    page.evaluate("document.documentElement.dataset.theme = 'dark'")
    assert shown(page) == ["dark"] * 4
    page.emulate_media(media="print")
    assert shown(page) == ["light"] * 4
    page.emulate_media(media="screen", color_scheme="dark")
    page.evaluate("document.documentElement.dataset.theme = 'light'")
    assert shown(page) == ["light"] * 4


def test_without_scripts_it_is_the_same(open_page: Open, address: str) -> None:
    assert shown(open_page(address + "/posts/a/", 360, "dark", java_script_enabled=True)) == ["dark"] * 4
    page = open_page(address + "/posts/a/", 360, "dark", java_script_enabled=False)
    assert page.locator(".diagram .dark").count() == 4
    assert page.locator(".diagram .dark").first.is_visible()
    assert not page.locator(".diagram .light").first.is_visible()


def test_nothing_runs_and_nothing_is_fetched_from_outside(browser: Any, address: str, tree: Path) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 800})
    page = context.new_page()
    asked, alarms = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("dialog", lambda dialog: (alarms.append(dialog.message), dialog.dismiss()))
    page.goto(address + "/posts/a/")
    shown(page)
    for file in sorted((tree / "diagrams").iterdir()):
        page.goto(f"{address}/diagrams/{file.name}")  # opened by itself, where a script in an SVG would run
        page.wait_for_timeout(50)
    context.close()
    assert alarms == []
    assert asked
    assert [url for url in asked if not url.startswith(address)] == []


def test_a_broken_one_is_seen_with_its_reason(open_page: Open, address: str) -> None:
    page = open_page(address + "/posts/a/", 360, "light")
    assert "Mermaid (not drawn)" in page.locator("div.opaque").inner_text()
    assert "[[[" in page.locator("div.opaque pre").inner_text()
