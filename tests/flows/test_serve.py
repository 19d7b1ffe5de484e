import os
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from inkwright.flows.build import build
from inkwright.flows.serve import Previews, matters, wanted
from inkwright.model.errors import SettingsError
from inkwright.model.post import Page
from inkwright.model.site import Preview
from inkwright.workspace.folder import open_workspace

MORE = int(os.environ.get("INKWRIGHT_TORTURE", "1"))
"""How many times the usual number of random texts are tried."""
PAGES = {
    name: Page(name, name.encode())
    for name in ("index.html", "posts/x/index.html", "about.html", "한글/index.html", "a b.png", "100%/index.html")
}


@pytest.fixture
def blog(tmp_path: Path) -> Path:
    (tmp_path / "inkwright.toml").write_text('base_url = "https://t.example/sub"\n', "utf-8")
    (tmp_path / "posts").mkdir()
    (tmp_path / "posts" / "a.md").write_text("---\ntitle: A\n---\n\nText.\n", "utf-8")
    (tmp_path / "posts" / "d.md").write_text("---\ntitle: D\ndraft: true\n---\n\nDraft.\n", "utf-8")
    return tmp_path


def previews(blog: Path, drafts: bool = False) -> Previews:
    return Previews(open_workspace(blog), lambda: "2026-11-21", drafts)


@pytest.mark.parametrize(
    ("path", "place", "elsewhere"),
    [
        ("/", "index.html", ""),
        ("/index.html", "index.html", ""),
        ("/posts/x/", "posts/x/index.html", ""),
        ("/posts/x", None, "/posts/x/"),
        ("/posts/x/index.html", "posts/x/index.html", ""),
        ("/about.html", "about.html", ""),
        ("/한글/", "한글/index.html", ""),
        ("/한글", None, "/%ED%95%9C%EA%B8%80/"),
        ("/a b.png", "a b.png", ""),
        ("/100%/", "100%/index.html", ""),
        ("/blog/posts/x/", "posts/x/index.html", ""),
        ("//evil.example/posts/x", None, ""),
        ("//posts/x", None, "/posts/x/"),
        ("/nope/", None, ""),
        ("/../inkwright.toml", None, ""),
        ("/..%2finkwright.toml", None, ""),
        ("/posts/x/../../../../etc/passwd", None, ""),
        ("/posts\\x/", None, ""),
        ("/\x00", "index.html", ""),
    ],
)
def test_wanted(path: str, place: str | None, elsewhere: str) -> None:
    page, other = wanted(Preview(PAGES, base="/blog/"), path)
    assert (page.path if page else None, other) == (place, elsewhere)


def test_a_preview_is_the_site_and_nothing_is_written(blog: Path) -> None:
    before = sorted(blog.rglob("*"))
    made = previews(blog).make()
    assert "posts/a/index.html" in made.pages and "posts/d/index.html" not in made.pages
    assert (made.posts, made.held, made.base, made.problems) == (1, 0, "/sub/", ())
    assert sorted(blog.rglob("*")) == before


def test_drafts_on_request(blog: Path) -> None:
    made = previews(blog, drafts=True).make()
    assert b"Preview, not published: draft." in made.pages["posts/d/index.html"].body
    assert (made.posts, made.held) == (2, 1)


def test_a_mistake_keeps_the_last_site_and_is_shown(blog: Path) -> None:
    maker = previews(blog)
    first = maker.make()
    (blog / "inkwright.toml").write_text("title = [", "utf-8")
    second = maker.make(first)
    assert second.pages is first.pages
    assert len(second.problems) == 1 and "inkwright.toml" in second.problems[0]
    with pytest.raises(SettingsError):
        maker.make()
    (blog / "inkwright.toml").write_text('title = "Mended"', "utf-8")
    assert b"Mended" in maker.make(second).pages["index.html"].body


def test_an_unreadable_post_is_a_problem_beside_the_rest(blog: Path) -> None:
    (blog / "posts" / "bad.md").write_bytes(b"\xff")
    made = previews(blog).make()
    assert len(made.problems) == 1 and made.problems[0].startswith("posts/bad.md:1: not UTF-8")
    assert "posts/a/index.html" in made.pages


def test_a_blog_that_loses_its_last_post_is_no_crash(blog: Path) -> None:
    for path in (blog / "posts").iterdir():
        path.unlink()
    assert b"No posts yet." in previews(blog).make().pages["index.html"].body


@pytest.mark.parametrize(
    ("path", "yes"),
    [
        ("posts/a.md", True), ("inkwright.toml", True), ("theme/style.css", True), ("posts/x/pic.png", True),
        ("public/index.html", False), ("public", False), (".inkwright/index.db", False), (".git/HEAD", False),
        ("posts/.a.md.swp", False), ("node_modules/x/y.js", False), ("publicity/a.md", True),
    ],
)  # fmt: skip
def test_what_matters(path: str, yes: bool) -> None:
    assert matters(path, "public") == yes


def test_a_public_folder_that_is_the_generators_own_matters(tmp_path: Path) -> None:
    """For Astro and Next.js `public` holds what is copied to the site, for us what was built."""
    (tmp_path / "astro.config.mjs").write_text("export default {}\n", "utf-8")
    (tmp_path / "src/content/blog").mkdir(parents=True)
    (tmp_path / "src/content/blog/a.md").write_text("---\ntitle: A\n---\n\nText.\n", "utf-8")
    assert matters("public/logo.svg", previews(tmp_path).make().out)


def test_the_folder_of_a_build_does_not_matter(blog: Path) -> None:
    out = previews(blog).make().out
    assert out == "public"
    assert not matters("public/index.html", out)


def test_a_preview_made_again_is_that_of_a_fresh_start(blog: Path) -> None:
    made = previews(blog, drafts=True)
    last = made.make()
    (blog / "posts" / "b.md").write_text("---\ntitle: B\n---\n\nSee [A](a.md) and ![[d]].\n", "utf-8")
    last = made.make(last)
    for change in (
        ("posts/a.md", "---\ntitle: Another\nslug: moved\n---\n\nText.\n"),
        ("posts/d.md", "---\ntitle: D\n---\n\nNo draft any more.\n"),
        ("inkwright.toml", 'title = "New"\nbase_url = "https://t.example/sub"\n'),
        ("posts/a.md", "---\ntitle: Another\nslug: moved\ndraft: maybe\ntags: [x]\n---\n\nText.\n"),
    ):
        (blog / change[0]).write_text(change[1], "utf-8")
        last = made.make(last)
        fresh = previews(blog, drafts=True).make()
        assert last.pages == fresh.pages
        assert (last.posts, last.held, last.problems) == (fresh.posts, fresh.held, fresh.problems)


def test_only_what_changed_is_made_again(blog: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = previews(blog)
    last = made.make()
    time.sleep(0.05)
    again = made.make(last)
    assert all(again.pages[path] is page for path, page in last.pages.items())


def test_after_a_mistake_that_stops_everything_the_next_one_is_right(blog: Path) -> None:
    made = previews(blog)
    last = made.make()
    (blog / "theme").mkdir()
    (blog / "theme" / "404.html").write_text("{% if %}", "utf-8")
    broken = made.make(last)
    assert broken.problems and broken.pages == last.pages
    (blog / "posts" / "a.md").write_text("---\ntitle: A\n---\n\nOther text.\n", "utf-8")
    (blog / "theme" / "404.html").unlink()
    assert made.make(broken).pages == previews(blog).make().pages


HEAD = "---\ntitle: {}\ndate: 2026-01-0{}\ndescription: Said.\n---\n"
LINES = (
    "rain and fans",
    "A [lost](gone.md) link",
    "[[b]]",
    "## New",
    "```\nx\n```",
    "<!-- said -->",
    "\x00",
    "---\ntitle: [\n---",
)


@settings(max_examples=min(300, MORE * 30), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.lists(st.tuples(st.sampled_from("abcd"), st.sampled_from(LINES)), max_size=2), min_size=1, max_size=6)
)
def test_after_new_texts_a_preview_is_that_of_a_new_start(blog: Path, turns: list[list[tuple[str, str]]]) -> None:
    for number, name in enumerate("abcd"):
        (blog / "posts" / f"{name}.md").write_text(HEAD.format(name.upper(), number + 1) + "Fans.\n", "utf-8")
    maker = previews(blog)
    last = maker.make()
    for turn in turns:
        for name, line in turn:
            path = blog / "posts" / f"{name}.md"
            old = path.read_text("utf-8")
            path.write_text(line if line.startswith("---") else f"{old}\n{line}\n", "utf-8")
        quick = maker.make_again(last, [f"posts/{name}.md" for name, _ in turn])
        last = maker.settle(quick)
        fresh = previews(blog).make()
        assert (dict(last.pages), last.problems, last.posts) == (dict(fresh.pages), fresh.problems, fresh.posts)
        assert quick.problems == fresh.problems


def test_a_new_text_is_shown_without_a_look_at_the_rest(blog: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    post = blog / "posts" / "a.md"
    post.write_text(HEAD.format("A", 1) + "Text.\n", "utf-8")
    maker = previews(blog)
    last = maker.make()
    monkeypatch.setattr(Previews, "make", None)
    for line in ("\nfans of rain\n", "\n<!-- more -->\n", "\n```python\nprint(1)\n```\n"):
        post.write_text(post.read_text("utf-8") + line, "utf-8")
        last = maker.make_again(last, ["posts/a.md"])
        shown = last.pages["posts/a/index.html"].body
        last = maker.settle(last)
        assert last.pages["posts/a/index.html"].body == shown
    assert b"fans of rain" in shown
    assert b"print" in shown


def test_pictures_are_offered_in_the_sizes_that_a_build_offers(blog: Path) -> None:
    pillow = pytest.importorskip("PIL.Image")
    pillow.effect_noise((1400, 600), 80).save(blog / "posts" / "fan.png")
    (blog / "posts" / "a.md").write_text("---\ntitle: A\n---\n\n![A fan](fan.png)\n", "utf-8")
    made = previews(blog).make()
    assert b"srcset" in made.pages["posts/a/index.html"].body
    assert not (blog / ".inkwright").exists()
    build(open_workspace(blog), "2026-11-21")
    built = {str(path.relative_to(blog / "public")) for path in (blog / "public").rglob("*") if path.is_file()}
    assert built == {*made.pages}
