"""The golden mail: `newsletter_golden/workspace` must become exactly `newsletter_golden/caches.eml`.

Renew it with `make golden`, then read the diff. Pictures that are drawn differ with the version of what draws them: in
the golden file only their place is kept.
"""

import re
import shutil
from email import message_from_bytes
from email.policy import default
from pathlib import Path

import mailparser
import pytest

from inkwright.flows.newsletter_preview import preview
from inkwright.workspace.folder import open_workspace

HERE = Path(__file__).resolve().parent / "newsletter_golden"
TODAY = "2026-03-01"


@pytest.fixture
def made(tmp_path):
    copy = Path(shutil.copytree(HERE / "workspace", tmp_path / "workspace"))
    return preview(open_workspace(copy), "caches", TODAY, "source", kept=False, force=False)


def test_golden_mail(made, request):
    settled = without_pictures(made.data)
    if request.config.getoption("--golden"):
        (HERE / "caches.eml").write_bytes(settled)
    assert settled == (HERE / "caches.eml").read_bytes(), "the mail differs: run `make golden` and read the diff"


def without_pictures(data: bytes) -> bytes:
    """A message with numbers for the names of drawn pictures and of its parts, and without their bytes."""
    for number, name in enumerate(dict.fromkeys(re.findall(rb"[0-9a-f]{20}@inkwright", data.replace(b"=\r\n", b"")))):
        data = data.replace(name, b"picture-%d@inkwright" % number)
        at = rb"=?\r?\n?".join(re.escape(name[place : place + 1]) for place in range(len(name)))
        data = re.sub(at, b"picture-%d@inkwright" % number, data)
    data = re.sub(rb"(filename=\"picture[^\r]*\r\n\r\n)(?:[A-Za-z0-9+/=]+\r\n)+", rb"\1(a picture)\r\n", data)
    for number, edge in enumerate(dict.fromkeys(re.findall(rb"ink-[0-9a-f]{24}", data))):
        data = data.replace(edge, b"ink-%d" % number)
    return data


def test_every_row_of_the_letter(made):
    message = message_from_bytes(made.data, policy=default)
    text, html = (message.get_body((kind,)).get_content() for kind in ("plain", "html"))
    assert message["Subject"] == "Caches, from cold to warm 🎉"
    assert message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click" and message["List-Id"]
    for part in (text, html):
        assert "Hello Ada," in part and "What the first request pays" in part and "next week" in part
        assert part.index("https://letters.example/posts/caches/") < part.index("Hello Ada,")
        assert "MAILONLY" in part and "WEBONLY" not in part and "CANARY" not in part and "results.json" not in part
        assert "One letter each week." in part and "What a page fault costs" in part and "Exampleton" in part
        assert "norun" not in part and "only:" not in part and "section:" not in part
    assert '<a href="https://letters.example/posts/caches/run.mp4"' in html and "<video" not in html
    assert re.search(r'<img src="cid:[^"]*" alt="A run from cold to warm" width="552"', html)
    assert "Video: A run from cold to warm <https://letters.example/posts/caches/run.mp4>" in " ".join(text.split())
    assert "https://letters.example/posts/caches/machine.png" in html and 'alt="The machine"' in html
    assert "<i>h</i>(<i>n</i>)" in html and 'class="tex"' in html and "☑" in html and "<table" in html
    assert "[Picture: The machine]" in text and "    def cost(hit, fast, slow):" in text and "It has no sound." in text
    assert "as before <https://letters.example/posts/earlier/>" in " ".join(text.split())


def test_two_parsers_find_nothing_wrong(made):
    assert message_from_bytes(made.data, policy=default).defects == []
    assert mailparser.parse_from_bytes(made.data).defects == []
    assert max(map(len, made.data.split(b"\r\n"))) <= 78


def test_what_is_told_of_it(made):
    assert made.issue.losses == () and made.issue.warnings == () and made.issue.lacking == ()
    assert made.figures.html < 20_000 and made.issue.composed.cut_at == "" and made.path == ""
