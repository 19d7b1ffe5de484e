"""What a browser makes of a mail: nothing runs, nothing is fetched but pictures, nothing is wider than the screen."""

import re
import shutil
from pathlib import Path

import pytest

from inkwright.flows.newsletter_issue import drafted
from inkwright.newsletter.preview import html_page
from inkwright.workspace.folder import open_workspace

pytestmark = pytest.mark.browser
DO = "window.done=1"
TAGS = ("img", "svg", "body", "video", "audio", "iframe", "input", "details", "marquee", "object", "embed", "a", "div",
        "math", "style", "link", "form", "select", "table", "td", "xss")  # fmt: skip
EVENTS = ("onerror", "onload", "onclick", "ontoggle", "autofocus onfocus", "onmouseover", "onanimationstart", "onstart")
SCHEMES = ("javascript:", "JaVaScRiPt:", "java\tscript:", "java&#10;script:", "&#106;avascript:", " javascript:",
           "\x01javascript:", "data:text/html,<script>", "vbscript:", "javascript&colon;")  # fmt: skip
WRITTEN = Path(__file__).with_name("vectors.txt")
VECTORS = (
    [f'<{tag} src=x {event}="{DO}">' for tag in TAGS for event in EVENTS]
    + [f'<{tag} {event}={DO} src=x//' for tag in TAGS[:8] for event in EVENTS[:4]]
    + [f'<a href="{scheme}{DO}">x</a>' for scheme in SCHEMES]
    + [f"[x]({scheme.strip()}{DO})" for scheme in SCHEMES]
    + [f'<iframe src="{scheme}{DO}"></iframe>' for scheme in SCHEMES]
    + [f'<img src="{scheme}{DO}">' for scheme in SCHEMES]
    + [f"![x]({scheme.strip()}{DO})" for scheme in SCHEMES]
    + [line.replace("\\n", "\n").replace("\\\\", "\\").replace("DO", DO) for line in WRITTEN.read_text().splitlines()]
)  # fmt: skip


@pytest.fixture(scope="module")
def blog(tmp_path_factory):
    folder = tmp_path_factory.mktemp("mail")
    (folder / "inkwright.toml").write_text(
        f'title = "<svg onload={DO}>"\nbase_url = "https://me.example"\n'
        f'[newsletter]\ngreeting = "<img src=x onerror={DO}> {{name}}"\nsign_off = "<img src=x onerror={DO}> **x**"\n'
        f'cadence = "<svg onload={DO}>"\npostal = "<svg onload={DO}>"\n'
    )
    (folder / "posts").mkdir()
    return folder


def page_of(blog, name, text):
    (blog / "posts" / f"{name}.md").write_text(text)
    return html_page(drafted(open_workspace(blog), name, "2026-03-01").composed)


def test_no_vector_runs(blog, browser):
    assert len(VECTORS) >= 300
    front = f'---\ntitle: "<img src=x onerror={DO}>"\nsubtitle: "\\"><svg onload={DO}>"\ndate: 2026-02-01\n---\n'
    step = 40
    for at in range(0, len(VECTORS), step):
        html = page_of(
            blog, f"p{at}", front + "\n\n".join(f"Before.\n\n{one}\n\nAfter." for one in VECTORS[at : at + step])
        )
        page = browser.new_page()
        page.route("**/*", lambda route: route.abort())
        page.set_content(html)
        page.mouse.move(300, 300)
        for link in page.query_selector_all("a")[:60]:
            assert re.match(r"(https?|mailto):", link.get_attribute("href"))
        assert page.evaluate("window.done") is None, VECTORS[at : at + step]
        bad = page.evaluate(
            "[...document.querySelectorAll('*')].filter(e => [...e.attributes].some(a => a.name.startsWith('on')))"
            ".concat([...document.querySelectorAll('script,iframe,form,input,object,embed,svg,math,video,base,link')]).length"
        )
        assert bad == 0
        page.close()


def test_a_vector_alone_cannot_take_the_rest_of_the_post_away(blog):
    for number, one in enumerate(VECTORS[::7]):
        html = page_of(blog, f"v{number}", f"---\ntitle: A\ndate: 2026-02-01\n---\nBefore.\n\n{one}\n")
        assert "Before." in html and html.rstrip().endswith("</html>") and "Unsubscribe" in html


@pytest.mark.parametrize("width", [375, 640])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_golden_letter_fits_and_can_be_read(browser, width, scheme, tmp_path):
    source = Path(__file__).resolve().parents[1] / "flows" / "newsletter_golden" / "workspace"
    copy = Path(shutil.copytree(source, tmp_path / "letter"))
    html = html_page(drafted(open_workspace(copy), "caches", "2026-03-01").composed)
    page = browser.new_page(viewport={"width": width, "height": 800}, color_scheme=scheme)
    page.route("**/*", lambda route: route.abort())
    page.set_content(html)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    low = page.evaluate(_CONTRAST)
    page.close()
    assert low == []


_CONTRAST = """() => {
  const parts = text => text.match(/[\\d.]+/g).map(Number);
  const light = ([r, g, b]) => [r, g, b].map(v => v / 255)
    .map(v => v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
    .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
  const ground = element => { for (let e = element; e; e = e.parentElement) {
    const found = parts(getComputedStyle(e).backgroundColor);
    if (found.length < 4 || found[3] > 0) return found; } return [255, 255, 255]; };
  const low = [];
  for (const element of document.querySelectorAll('td.sheet *')) {
    const own = [...element.childNodes].some(n => n.nodeType === 3 && n.textContent.trim());
    if (!own) continue;
    const [a, b] = [light(parts(getComputedStyle(element).color)), light(ground(element))];
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (ratio < 4.5) low.push(element.tagName + ' ' + element.textContent.slice(0, 30) + ' ' + ratio.toFixed(2));
  }
  return low; }"""
