"""The newsletter's pages in Chromium: accessible in light and dark, without script, on a small screen, and usable."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from tests.server.conftest import serve  # noqa: F401 - a fixture
from tests.server.test_whole_way import READER, become, reader_of, token_of

pytestmark = pytest.mark.browser
SIZES = {"phone": {"width": 360, "height": 740}, "desk": {"width": 1280, "height": 800}}


def pages_of(served):
    """Every page that a reader can see, by its path."""
    become(served)
    served.later(days=2)
    served.sign_up("new@example.org", network="198.51.100.9")
    served.turn()
    return [
        "/subscribe", served.link("new@example.org"), "/confirm/nobody",
        *(f"/{page}/{token_of(served, page)}" for page in ("unsubscribe", "preferences")),
    ]  # fmt: skip


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", sorted(SIZES))
def test_every_page_is_accessible_and_fits(browser, serve, scheme, size):  # noqa: F811
    served = serve()
    page = browser.new_page(color_scheme=scheme, viewport=SIZES[size], java_script_enabled=True)
    wrong = []
    page.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
    for path in pages_of(served):
        page.goto(served.office.base + path)
        found = Axe().run(page)
        assert found.violations_count == 0, found.generate_report()
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert not [text for text in wrong if "404" not in text], "the policy allows what is there"
    page.close()


def test_a_reader_without_script_comes_and_goes(browser, serve):  # noqa: F811
    served = serve()
    page = browser.new_page(java_script_enabled=False)
    page.goto(f"{served.office.base}/subscribe")
    page.get_by_label("E-mail address").fill(READER)
    page.get_by_label("GPU").check()
    served.later(seconds=4)
    page.get_by_role("button", name="Sign up").click()
    page.get_by_role("heading", level=1, name="Look into your mail").wait_for()
    served.turn()
    page.goto(served.office.base + served.link(READER))
    page.get_by_role("button").click()
    page.get_by_role("heading", level=1, name="You are in").wait_for()
    page.goto(f"{served.office.base}/preferences/{token_of(served, 'preferences')}")
    page.get_by_label("GPU").uncheck()
    page.get_by_role("button", name="Save").click()
    page.get_by_role("status").filter(has_text="It is saved.").wait_for()
    assert not page.get_by_label("GPU").is_checked()
    page.goto(f"{served.office.base}/unsubscribe/{token_of(served, 'unsubscribe')}")
    page.get_by_role("button", name="Unsubscribe").click()
    page.get_by_role("heading", level=1, name="You have left").wait_for()
    assert reader_of(served).status == "unsubscribed"
    page.close()


def test_a_mistake_keeps_what_was_typed(browser, serve):  # noqa: F811
    served = serve()
    page = browser.new_page()
    page.goto(f"{served.office.base}/subscribe")
    page.get_by_label("E-mail address").fill("ada@localhost")
    page.get_by_label("Name").fill("Ada")
    served.later(seconds=4)
    page.get_by_role("button", name="Sign up").click()
    page.get_by_role("alert").wait_for()
    assert page.get_by_label("E-mail address").input_value() == "ada@localhost"
    assert page.get_by_label("Name").input_value() == "Ada"
    assert Axe().run(page).violations_count == 0
    page.close()
