import re
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from inkwright.newsletter.page import Pages

PAGES = Pages("Ada's letters", "https://me.dev/", lists={"gpu": "GPU programming", "careers": "Careers"})
NASTY = '"><script>alert(1)</script><img src=x onerror=alert(1)>'


class Tags(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def all_pages(text: str) -> list[str]:
    pages = Pages(text, "https://me.dev/", text, {"gpu": text})
    return [
        pages.sign_up("/subscribe", "token", {"email": text, "name": text, "list.gpu": "on"}, text),
        pages.preferences("/preferences/x", text, ["gpu"], text),
        pages.button("/confirm/x", text, [text], text),
        pages.said(text, text, text, link=("/subscribe", text)),
    ]


def test_the_form() -> None:
    page = PAGES.sign_up("/subscribe", "abc", {"email": "a@b.org", "list.careers": "on"})
    assert 'value="a@b.org"' in page
    assert re.search(r'name="list\.careers" value="on" checked', page)
    assert re.search(r'name="list\.gpu" value="on">', page)
    assert 'name="form" value="abc"' in page
    assert 'role="alert"' not in page
    assert "Ada&#x27;s letters" in page
    assert 'role="alert">No such' in PAGES.sign_up("/subscribe", "abc", {}, "No such address.")


def test_the_policy_allows_the_style_that_is_there() -> None:
    style = re.search(r"<style>(.*)</style>", PAGES.said("t", "l"), re.DOTALL)
    assert style is not None
    digest = b64encode(sha256(style.group(1).encode()).digest()).decode()
    assert f"'sha256-{digest}'" in PAGES.policy


def test_whatever_is_said_stays_text() -> None:
    plain = [[tag for tag, _ in Tags(page).found] for page in all_pages("x")]
    for text in (NASTY, "</style><script>", "{{ 777 * 777 }}", "&amp;", "' onfocus='alert(1)"):
        pages = all_pages(text)
        assert [[tag for tag, _ in Tags(page).found] for page in pages] == plain
        assert not any("603729" in page for page in pages)
        assert not any(name.startswith("on") for page in pages for _, tag in Tags(page).found for name in tag)


@given(st.text(max_size=60))
def test_any_text_stays_text(text: str) -> None:
    for page in all_pages(text):
        assert not {tag for tag, _ in Tags(page).found} & {"script", "img", "iframe", "object", "svg"}


def test_pages_hold_no_script_and_load_nothing() -> None:
    for page in all_pages("x"):
        for tag, attributes in Tags(page).found:
            assert tag not in ("script", "link", "img", "iframe")
            assert "src" not in attributes
