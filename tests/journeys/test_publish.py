"""From an idea to a page that readers can open, in three commands (DRF-7, W9): `init`, `new`, 300 words, `publish`;
without a network."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

PROSE = (
    "The cache holds forty pages. When a new one comes in, the page that was read longest ago has to leave. "
    "On Monday that was the front page of our shop, because everybody had it open already.\n\n"
)


NO_NETWORK = """
import socket
def refuse(*args, **kwargs):
    raise SystemExit("a connection was tried")
socket.socket.connect = socket.socket.connect_ex = socket.create_connection = socket.getaddrinfo = refuse
"""


def inkwright(folder: Path, *args: str) -> str:
    guard = Path(os.environ["GUARD"])
    done = subprocess.run(
        [sys.executable, "-m", "inkwright", *args], cwd=folder, capture_output=True, text=True, check=False,
        env={**os.environ, "INKWRIGHT_WORKSPACE": "", "PYTHONPATH": str(guard)},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(autouse=True)
def no_network(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path_factory.mktemp("guard")
    (folder / "sitecustomize.py").write_text(NO_NETWORK, encoding="utf-8")
    monkeypatch.setenv("GUARD", str(folder))


def test_the_guard_refuses(tmp_path: Path) -> None:
    code = "import socket; socket.create_connection(('127.0.0.1', 9))"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False,
        env={**os.environ, "PYTHONPATH": os.environ["GUARD"]},
    )  # fmt: skip
    assert "a connection was tried" in done.stderr


def test_an_idea_becomes_a_published_page_in_three_commands(tmp_path: Path) -> None:
    inkwright(tmp_path, "init", "blog")
    blog = tmp_path / "blog"
    inkwright(blog, "new", "Why our cache threw out the front page", "--template", "what-i-learned")
    place = blog / "posts/why-our-cache-threw-out-the-front-page/index.md"
    text = place.read_text(encoding="utf-8") + PROSE * 9
    place.write_text(text, encoding="utf-8")
    assert len((PROSE * 9).split()) >= 300

    inkwright(blog, "publish", "why-our-cache-threw-out-the-front-page")
    html = (blog / "public/posts/why-our-cache-threw-out-the-front-page/index.html").read_text(encoding="utf-8")
    assert html.count("The cache holds forty pages.") >= 9
    now = place.read_text(encoding="utf-8")
    assert "draft:" not in now and now.replace(now.split("date: ")[1][:10], "DAY").replace(
        "date: DAY\n", ""
    ) == text.replace("draft: true\n", "")
    for kept_back in ("Q: What", "what-i-learned", "reader_question", "beyond_docs", "<!--"):
        assert kept_back not in html, f"`{kept_back}` is for the writer alone"
