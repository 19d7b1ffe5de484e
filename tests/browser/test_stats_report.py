"""The report in a real browser: accessible in light and dark, nothing sideways on a phone, nothing asked for, no harm
from titles, whole on paper."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.browser.test_site import violations
from tests.flows.report_blog import TODAY, make_blog
from tests.measure.report.sample import EMPTY, FULL

from inkwright.flows.stats_report import facts, save_report
from inkwright.measure.report.render import page as filled

pytestmark = pytest.mark.browser

Open = Callable[..., Any]
UNFOLD = "document.querySelectorAll('details').forEach((one) => { one.open = true; })"


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """A report of a blog, one of a small sample and one of nothing."""
    folder = tmp_path_factory.mktemp("reports")
    workspace = make_blog(folder / "blog")
    found = {"blog": save_report(workspace, facts(workspace, TODAY))}
    for name, sample in (("full", FULL), ("empty", EMPTY)):
        found[name] = folder / f"{name}.html"
        found[name].write_text(filled(sample), encoding="utf-8")
    return found


@pytest.mark.parametrize("name", ["blog", "full", "empty"])
@pytest.mark.parametrize(("width", "scheme"), [(375, "light"), (375, "dark"), (1440, "light"), (1440, "dark")])
def test_axe_finds_nothing(open_page: Open, pages: dict[str, Path], name: str, width: int, scheme: str) -> None:
    page = open_page(pages[name].as_uri(), width, scheme)
    assert violations(page) == []
    page.evaluate(UNFOLD)
    assert violations(page) == []


@pytest.mark.parametrize("name", ["blog", "full", "empty"])
@pytest.mark.parametrize("width", [320, 360, 375, 768, 1024, 1440])
def test_nothing_is_sideways(open_page: Open, pages: dict[str, Path], name: str, width: int) -> None:
    page = open_page(pages[name].as_uri(), width)
    page.evaluate(UNFOLD)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    for box in page.locator("svg, caption span, summary, p, h1, h2, h3").all():
        place = box.bounding_box()
        assert place["x"] >= 0 and place["x"] + place["width"] <= width, box.inner_text()


def test_light_and_dark_differ_without_a_script(open_page: Open, pages: dict[str, Path]) -> None:
    grounds = [
        open_page(pages["full"].as_uri(), 375, scheme, java_script_enabled=True).evaluate(
            "getComputedStyle(document.body).backgroundColor"
        )
        for scheme in ("light", "dark")
    ]
    assert grounds == ["rgb(253, 253, 252)", "rgb(20, 23, 27)"]


def test_words_in_drawings_can_be_read_on_a_phone(open_page: Open, pages: dict[str, Path]) -> None:
    page = open_page(pages["blog"].as_uri(), 360)
    heights = page.evaluate(
        "[...document.querySelectorAll('svg text')].map((one) => one.getBoundingClientRect().height)"
    )
    assert heights and min(heights) >= 10


def test_words_in_drawings_stay_inside_them(open_page: Open, pages: dict[str, Path]) -> None:
    page = open_page(pages["blog"].as_uri(), 1440)
    over = page.evaluate(
        """[...document.querySelectorAll('svg')].flatMap((svg) => [...svg.querySelectorAll('text')].filter((one) => {
            const box = one.getBoundingClientRect(), frame = svg.getBoundingClientRect();
            return box.right > frame.right + 1 || box.left < frame.left - 1 || box.bottom > frame.bottom + 1;
        }).map((one) => one.textContent))"""
    )
    assert over == []


def test_nothing_runs_and_nothing_is_asked_for(browser: Any, pages: dict[str, Path]) -> None:
    context = browser.new_context(viewport={"width": 375, "height": 800})
    page = context.new_page()
    asked, alarms, errors = [], [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("dialog", lambda dialog: (alarms.append(dialog.message), dialog.dismiss()))
    page.on("console", lambda message: errors.append(message.text))
    page.goto(pages["blog"].as_uri())
    page.evaluate(UNFOLD)
    page.wait_for_timeout(100)
    context.close()
    assert (asked, alarms, errors) == ([pages["blog"].as_uri()], [], [])


def test_on_paper_folded_tables_are_open_and_nothing_is_cut(open_page: Open, pages: dict[str, Path]) -> None:
    page = open_page(pages["blog"].as_uri(), 720, "dark")
    folded = page.locator("details table")
    assert folded.count() and not folded.first.is_visible()
    page.emulate_media(media="print")
    assert all(folded.nth(number).is_visible() for number in range(folded.count()))
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"
    assert not page.locator("nav").is_visible()
    wide = page.evaluate(
        "[...document.querySelectorAll('table')].filter((one) => one.getBoundingClientRect().right > 721).length"
    )
    assert wide == 0


def test_by_keyboard(open_page: Open, pages: dict[str, Path]) -> None:
    page = open_page(pages["blog"].as_uri(), 375)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "To the numbers"
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.url.endswith("#goal")
    page.locator("summary").first.focus()
    page.keyboard.press("Enter")
    assert page.locator("details table").first.is_visible()
