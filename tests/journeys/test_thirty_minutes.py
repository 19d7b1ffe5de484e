"""From nothing to a built page in three commands (DRF-7): `init`, `new`, write 300 words, `build`."""

import os
import subprocess
import sys
from pathlib import Path

PROSE = (
    "The cache holds forty pages. When a new one comes in, the page that was read longest ago has to leave. "
    "On Monday that was the front page of our shop, because everybody had it open already.\n\n"
)


def inkwright(folder: Path, *args: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "inkwright", *args], cwd=folder, capture_output=True, text=True, check=False,
        env={**os.environ, "INKWRIGHT_WORKSPACE": ""},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_an_idea_becomes_a_page_in_three_commands(tmp_path: Path) -> None:
    inkwright(tmp_path, "init", "blog")
    blog = tmp_path / "blog"
    said = inkwright(blog, "new", "Why our cache threw out the front page", "--template", "what-i-learned")
    place = blog / "posts" / "why-our-cache-threw-out-the-front-page" / "index.md"
    assert place.relative_to(blog).as_posix() in said

    text = place.read_text(encoding="utf-8").replace("draft: true\n", "date: 2026-01-02\n")
    place.write_text(text + PROSE * 8, encoding="utf-8")

    inkwright(blog, "build")
    page = blog / "public" / "posts" / "why-our-cache-threw-out-the-front-page" / "index.html"
    html = page.read_text(encoding="utf-8")
    assert html.count("The cache holds forty pages.") >= 8
    for kept_back in ("Q: What", "what-i-learned", "reader_question", "beyond_docs", "<!--"):
        assert kept_back not in html, f"`{kept_back}` is for the writer alone"


def test_a_draft_stays_at_home(tmp_path: Path) -> None:
    inkwright(tmp_path, "init", "blog")
    blog = tmp_path / "blog"
    inkwright(blog, "new", "Not yet", "--template", "tutorial")
    subprocess.run([sys.executable, "-m", "inkwright", "build"], cwd=blog, capture_output=True, check=False)
    assert not list(blog.glob("public/**/*not-yet*"))
    assert "not-yet" in inkwright(blog, "board")
