"""The built site in a real browser: accessible, no sideways scroll, nothing jumps, all of it works without scripts."""

import functools
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

pytestmark = pytest.mark.browser

Open = Callable[..., Any]
POST = "/posts/first-light/"
PAGES = ["/", POST, "/posts/second-night/", "/posts/deep/third/", "/archive/", "/tags/", "/tags/measuring/",
         "/page/1/", "/about/", "/series/", "/series/light/"]  # fmt: skip


@functools.cache
def axe() -> str:
    return (files("axe_playwright_python") / "axe.min.js").read_text("utf-8")


def violations(page: Any) -> list[str]:
    """What axe-core finds wrong, one line for each place."""
    page.evaluate(axe())
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    return [f"{rule['id']}: {node['html'][:200]}" for rule in found["violations"] for node in rule["nodes"]]


def pages_of(tree: Path) -> list[str]:
    """The addresses of all pages of a built tree, redirects and the one for errors left out."""
    return sorted(
        "/" + path.relative_to(tree).as_posix().removesuffix("index.html")
        for path in tree.rglob("*.html")
        if b'http-equiv="refresh"' not in path.read_bytes() and path.name != "404.html"
    )


@pytest.mark.parametrize("name", ["golden", "margin"])
@pytest.mark.parametrize(("width", "scheme"), [(375, "light"), (375, "dark"), (1440, "light"), (1440, "dark")])
def test_axe_finds_nothing(open_page: Open, served: dict[str, str], name: str, width: int, scheme: str) -> None:
    page = open_page(served[name] + "/", width, scheme)
    for path in PAGES:
        page.goto(served[name] + path)
        page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
        assert violations(page) == [], path


def test_axe_finds_nothing_on_any_page_of_a_site_with_everything(
    open_page: Open, served: dict[str, str], trees: dict[str, Path]
) -> None:
    page = open_page(served["margin"] + "/", 375)
    paths = pages_of(trees["margin"])
    assert {"/search/", "/archive/", "/tags/", "/series/"} <= set(paths)
    for path in paths:
        page.goto(served["margin"] + path)
        assert violations(page) == [], path


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_the_demo(
    open_page: Open, served: dict[str, str], trees: dict[str, Path], scheme: str
) -> None:
    for path in pages_of(trees["demo"]):
        if path.startswith("/posts/") or path in ("/", "/about/"):
            assert violations(open_page(served["demo"] + path, 375, scheme)) == [], path


def test_axe_does_find_what_is_wrong(open_page: Open, served: dict[str, str]) -> None:
    page = open_page(served["golden"] + "/")
    page.evaluate("document.body.insertAdjacentHTML('beforeend', '<img src=x><p style=\"color:#ccc\">pale</p>')")
    assert {line.split(":")[0] for line in violations(page)} >= {"image-alt", "color-contrast"}


@pytest.mark.parametrize("name", ["golden", "demo", "margin"])
@pytest.mark.parametrize("width", [360, 375, 1024])
def test_no_page_scrolls_sideways(
    open_page: Open, served: dict[str, str], trees: dict[str, Path], name: str, width: int
) -> None:
    page = open_page(served[name] + "/", width)
    for path in pages_of(trees[name]):
        page.goto(served[name] + path)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path


@pytest.mark.parametrize("name", ["golden", "margin"])
@pytest.mark.parametrize("width", [375, 1280])
def test_nothing_jumps(open_page: Open, served: dict[str, str], name: str, width: int) -> None:
    page = open_page(served[name] + POST, width)
    page.evaluate("window.scrollTo(0, document.body.scrollHeight)")
    page.wait_for_timeout(300)
    shift = page.evaluate(
        """() => new Promise((done) => {
            let sum = 0;
            const add = (list) => list.getEntries().forEach((entry) => { sum += entry.value; });
            new PerformanceObserver(add).observe({type: 'layout-shift', buffered: true});
            setTimeout(() => done(sum), 300);
        })"""
    )
    assert shift == 0


def test_a_line_holds_about_65_characters(open_page: Open, served: dict[str, str]) -> None:
    page = open_page(served["golden"] + POST)
    width = page.evaluate("document.querySelector('.text').getBoundingClientRect().width")
    assert width == 38 * 16
    a_character = page.evaluate(
        """() => { const p = document.querySelector('.text p'), s = document.createElement('span');
        s.textContent = 'the quick brown fox jumps over a lazy dog and then it sits down '; s.style.whiteSpace = 'pre';
        p.append(s); return s.getBoundingClientRect().width / s.textContent.length }"""
    )
    assert 55 <= width / a_character <= 80


@pytest.mark.parametrize(("width", "beside"), [(1239, False), (1240, True), (375, False)])
def test_contents_stand_beside_the_text_where_there_is_room(
    open_page: Open, served: dict[str, str], width: int, beside: bool
) -> None:
    page = open_page(served["golden"] + POST, width)
    assert page.locator("nav.side").is_visible() == beside
    assert page.locator("details.toc").is_visible() == (not beside)
    if beside:
        page.evaluate("window.scrollTo(0, 500)")
        page.wait_for_timeout(200)
        box = page.locator("nav.side").bounding_box()
        text = page.locator(".text").bounding_box()
        assert box["y"] >= 0 and box["x"] >= text["x"] + text["width"]
        assert box["x"] + box["width"] <= width


def test_all_is_there_without_scripts(open_page: Open, served: dict[str, str]) -> None:
    page = open_page(served["golden"] + POST, 375, java_script_enabled=False)
    assert page.locator("details.toc a").first.is_visible()  # TocOpen in its front matter
    page.locator("details.toc summary").click()
    assert not page.locator("details.toc a").first.is_visible()
    assert page.locator("pre").first.is_visible()
    assert not page.locator("button.theme").is_visible()
    page.locator("nav.pager a").first.click()
    assert page.locator("h1").inner_text() == "The second night"


@pytest.mark.parametrize("system", ["light", "dark"])
def test_light_and_dark_can_be_chosen_and_stay_chosen(open_page: Open, served: dict[str, str], system: str) -> None:
    def background(page: Any) -> str:
        return page.evaluate("getComputedStyle(document.body).backgroundColor")

    page = open_page(served["golden"] + "/", scheme=system)
    light, dark = "rgb(253, 253, 252)", "rgb(20, 23, 27)"
    before, after = (light, dark) if system == "light" else (dark, light)
    assert background(page) == before
    page.locator("button.theme").click()
    assert background(page) == after
    page.goto(served["golden"] + POST)
    assert background(page) == after


def test_code_can_be_copied(open_page: Open, served: dict[str, str]) -> None:
    page = open_page(served["golden"] + POST, permissions=["clipboard-read", "clipboard-write"])
    block = page.locator(".highlight").first
    block.hover()
    page.evaluate(
        """() => { const button = document.querySelector('button.copy'); window.said = [];
        new MutationObserver(() => window.said.push(button.textContent)).observe(button, {childList: true}) }"""
    )
    block.locator("button.copy").click()
    page.wait_for_function("window.said.includes('Copied')")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("def lux(candela: float") and copied.endswith("print(lux(800, 2))")


def test_code_tables_and_the_text_can_be_reached_by_keyboard(open_page: Open, served: dict[str, str]) -> None:
    page = open_page(served["golden"] + POST, 375)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    seen = set()
    for _ in range(40):
        page.keyboard.press("Tab")
        seen.add(page.evaluate("document.activeElement.tagName + '.' + document.activeElement.className"))
    assert {"PRE.", "DIV.table"} <= seen


def test_a_site_opened_from_a_folder_can_be_walked_through(open_page: Open, trees: dict[str, Path]) -> None:
    page = open_page(f"file://{trees['golden']}/index.html")
    page.locator("ol.posts a").first.click()
    page.wait_for_load_state()
    assert page.url.endswith("/index.html")
    assert page.evaluate("document.styleSheets.length") == 1
    page.locator("header.top .name").click()
    assert page.locator("ol.posts li").count() >= 2


@pytest.mark.parametrize(("width", "beside"), [(1440, True), (1024, True), (375, False)])
def test_notes_stand_in_the_margin_where_there_is_one(
    open_page: Open, served: dict[str, str], width: int, beside: bool
) -> None:
    page = open_page(served["margin"] + POST, width, java_script_enabled=False)
    note, mark = page.locator(".sidenote").first.bounding_box(), page.locator("[role=doc-noteref]").first.bounding_box()
    text = page.locator(".text").bounding_box()
    assert (note["x"] >= text["x"] + text["width"]) == beside
    assert note["x"] + note["width"] <= width
    if beside:
        assert abs(note["y"] - mark["y"]) < 24


def found(page: Any) -> list[str]:
    return page.locator("#found h2").all_inner_texts()


def test_a_site_opened_from_a_folder_can_be_searched(open_page: Open, trees: dict[str, Path]) -> None:
    page = open_page(f"file://{trees['margin']}/search/index.html")
    page.locator("#q").fill("second nig")
    assert found(page) == ["The second night"]
    assert page.locator("#said").inner_text() == "1 post"
    page.locator("#found a").first.click()
    page.wait_for_load_state()
    assert page.locator("h1").inner_text() == "The second night"


@pytest.mark.parametrize("asked", ["", "   ", "zzzz", "a-b", "c++ (", "[", "\\", "<b>", "$&", "한글", "ÉCLAIR"])
def test_whatever_is_asked_nothing_breaks(open_page: Open, served: dict[str, str], asked: str) -> None:
    page = open_page(served["margin"] + "/search/")
    mistakes: list[str] = []
    page.on("pageerror", lambda error: mistakes.append(str(error)))
    page.goto(served["margin"] + f"/search/?q={quote(asked)}")
    assert mistakes == []
    assert found(page) == (["한글 제목"] if asked == "한글" else [])


def test_the_page_to_search_is_accessible_and_says_what_it_needs(open_page: Open, served: dict[str, str]) -> None:
    page = open_page(served["margin"] + "/search/?q=light", 375)
    assert found(page)
    assert violations(page) == []
    bare = open_page(served["margin"] + "/search/", java_script_enabled=False)
    assert "needs a script" in bare.locator("main").inner_text()
    assert not bare.locator("#q").is_visible()
