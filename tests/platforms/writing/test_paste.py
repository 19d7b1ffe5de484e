"""Pages to paste: nothing outside is needed, what is lost stands first, nothing planned is in them."""

import re
import struct
import zlib

import pytest
from click.testing import CliRunner

from inkwright.cli.main import main
from inkwright.platforms.writing.found import pasted_into


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


PNG = (
    b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
    + chunk(b"IDAT", zlib.compress(b"\0\0")) + chunk(b"IEND", b"")
)  # fmt: skip


EDITORS = ("paste-linkedin", "paste-medium", "paste-substack")


def made(blog, target):
    (blog / "posts/kv/plot.png").write_bytes(PNG)
    done = CliRunner().invoke(main, ("export", "kv", "--to", target, "--into", "out"), standalone_mode=False)
    assert done.exception is None, done.exception
    return done.output, (blog / f"out/kv.{target}.html").read_text()


def test_there_is_a_page_for_each_platform_without_an_api():
    assert pasted_into() == ("internal", *EDITORS)


@pytest.mark.parametrize("target", pasted_into())
def test_a_page_needs_nothing_but_itself(blog, target):
    _, page = made(blog, target)
    sources = re.findall(r'<(?:img|script|link|iframe)[^>]*(?:src|href)="([^"]*)"', page)
    assert len(sources) == 2
    assert all(source.startswith("data:image/png;base64,") for source in sources)


@pytest.mark.parametrize("target", EDITORS)
def test_losses_come_first_and_marks_stay_home(blog, target):
    said, page = made(blog, target)
    assert "canary" not in page
    assert said.index("not as at home: table shown as text in columns") < said.index("wrote out/")
    assert page.index("table shown as text in columns") < page.index("<article>")


def test_what_the_editors_lack_stays_readable(blog):
    _, page = made(blog, "paste-linkedin")
    article = page.partition("<article>")[2].partition("</article>")[0]
    assert "a  b\n-  -\n1  2" in article
    assert "a note[1]" in article
    assert "<li>Said below.</li>" in article
    assert "<code>a_b</code>" in article
    assert "<strong>Mind this</strong>" in article
    assert '<a href="https://me.example/posts/kv/">' in article
    assert '<a href="https://me.example/posts/kv/other/">link</a>' in article
    assert "<table" not in article


def test_a_letter_to_colleagues_is_a_page_and_markdown(blog):
    post = blog / "posts/kv/index.md"
    parts = "<!-- only: mail -->\nHi all.\n<!-- end -->\n<!-- only: web -->\nHi web.\n<!-- end -->\n"
    post.write_text(f"{post.read_text()}\n{parts}")
    said, page = made(blog, "internal")
    text = (blog / "out/kv.internal.md").read_text()
    assert "canary" not in page + text and "<!--" not in text
    assert "Hi all." in page and "Hi all." in text and "Hi web." not in page + text
    assert "<table>" in page and "| a | b |" in text
    begins = "# KV caches\n\nIt takes 45 ms with a [link](https://me.example/posts/kv/other/), a note[1] and "
    assert text.startswith(begins)
    assert "![A plot](plot.png)" in text and (blog / "out/plot.png").is_file()
    assert "callout shown as a quotation" in said
