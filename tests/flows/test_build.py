import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from inkwright.cli.commands.build import summary
from inkwright.flows.build import build
from inkwright.model.errors import SettingsError, UnreadableError, UsageError
from inkwright.workspace.folder import open_workspace

TODAY = "2026-11-21"


@pytest.fixture
def blog(tmp_path: Path) -> Path:
    write(tmp_path, "inkwright.toml", 'title = "T"\nbase_url = "https://t.example"\n')
    write(tmp_path, "posts/a.md", "---\ntitle: A\ndate: 2026-01-01\ntags: [x]\n---\n\nText of A.\n")
    write(tmp_path, "posts/b/index.md", "---\ntitle: B\ndate: 2026-01-02\n---\n\n![Pic](p.png)\n")
    (tmp_path / "posts/b/p.png").write_bytes(b"\x89PNG")
    return tmp_path


def write(root: Path, path: str, text: str | bytes) -> None:
    place = root / path
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(text if isinstance(text, bytes) else text.encode())


def run(folder: Path, *args: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "inkwright", "build", *args]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def state(folder: Path) -> dict[str, bytes]:
    """Every file outside the disposable folder and the site."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.relative_to(folder).parts[0] not in (".inkwright", "public")
    }


def test_build_counts_and_changes_nothing_else(blog: Path) -> None:
    before = state(blog)
    built = build(open_workspace(blog), TODAY)
    assert (built.out, built.posts, built.pages, built.troubles, built.held_back) == ("public", 2, 0, (), ())
    assert built.files == built.written == len([p for p in (blog / "public").rglob("*") if p.is_file()])
    assert Path(built.index).is_file()
    again = build(open_workspace(blog), TODAY)
    assert (again.written, again.removed) == (0, 0)
    assert state(blog) == before


def test_progress_is_told_for_each_post(blog: Path) -> None:
    told: list[tuple[int, int]] = []
    build(open_workspace(blog), TODAY, progress=lambda done, total: told.append((done, total)))
    assert told == [(1, 2), (2, 2)]


def test_interrupted_builds_leave_whole_files_and_are_made_good(blog: Path) -> None:
    def interrupt(done: int, total: int) -> None:
        if done == 1:
            raise KeyboardInterrupt

    build(open_workspace(blog), TODAY)
    clean = tree(blog / "public")
    write(blog, "posts/a.md", "---\ntitle: A2\ndate: 2026-01-01\nslug: moved\n---\n\nNew text.\n")
    with pytest.raises(KeyboardInterrupt):
        build(open_workspace(blog), TODAY, progress=interrupt)
    half = tree(blog / "public")
    assert not [path for path in half if "inkwright-" in path]
    assert {path: data for path, data in half.items() if path in clean} == clean
    build(open_workspace(blog), TODAY)
    assert not (blog / "public/posts/a").exists() and (blog / "public/posts/moved/index.html").exists()


def test_a_post_that_becomes_a_draft_leaves_every_file(blog: Path) -> None:
    build(open_workspace(blog), TODAY)
    write(blog, "posts/a.md", "---\ntitle: Canary\ndate: 2026-01-01\ndraft: true\ntags: [x]\n---\n\nText of A.\n")
    built = build(open_workspace(blog), TODAY)
    assert built.held_back == (("posts/a.md", "draft"),)
    assert not (blog / "public/posts/a").exists()
    assert not (blog / "public/tags").exists()
    for path in (blog / "public").rglob("*"):
        assert not path.is_file() or b"Text of A" not in path.read_bytes(), path


def test_any_edit_gives_what_a_clean_build_gives(blog: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    edits = {
        "posts/a.md": "---\ntitle: A changed\ndate: 2026-03-01\ntags: [y]\nslug: other\n---\n\nNew.\n",
        "posts/c.md": "---\ntitle: C\ndate: 2026-02-01\n---\n\nSee [A](a.md).\n",
        "inkwright.toml": 'title = "New title"\nbase_url = "https://t.example/x"\n[site]\nposts_per_page = 1\n',
        "theme/extra.css": "a{}",
    }
    for path, text in edits.items():
        build(open_workspace(blog), TODAY)
        write(blog, path, text)
        build(open_workspace(blog), TODAY)
        clean = tmp_path_factory.mktemp("clean")
        shutil.copytree(blog, clean, dirs_exist_ok=True, ignore=shutil.ignore_patterns("public", ".inkwright"))
        build(open_workspace(clean), TODAY)
        assert tree(blog / "public") == tree(clean / "public"), path


def tree(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def test_the_day_decides_what_is_in_the_future(blog: Path) -> None:
    write(blog, "posts/later.md", "---\ntitle: Later\ndate: 2026-12-01\n---\n\nx\n")
    assert build(open_workspace(blog), TODAY).held_back == (("posts/later.md", "dated in the future"),)
    assert build(open_workspace(blog), "2026-12-01").held_back == ()


def test_unreadable_posts_are_told_and_the_rest_is_built(blog: Path) -> None:
    write(blog, "posts/latin.md", b"---\ntitle: x\n---\n\ncaf\xe9\n")
    result = run(blog)
    assert result.returncode == 1
    assert "posts/latin.md:5: not UTF-8" in result.stderr
    assert "Traceback" not in result.stderr
    assert (blog / "public/posts/a/index.html").is_file()


def test_nothing_readable(blog: Path) -> None:
    shutil.rmtree(blog / "posts")
    write(blog, "posts/one.md", b"\xff\xfe\x00")
    with pytest.raises(UnreadableError, match=r"posts/one\.md"):
        build(open_workspace(blog), TODAY)
    result = run(blog)
    assert (result.returncode, result.stdout) == (2, "")
    assert result.stderr.count("\n") == 1
    assert not (blog / "public").exists()


def test_when_every_post_is_broken_the_last_site_stays(blog: Path) -> None:
    build(open_workspace(blog), TODAY)
    before = tree(blog / "public")
    for name in ("posts/a.md", "posts/b/index.md"):
        write(blog, name, "---\ntitle: [a\n---\n\nText.\n")
    result = run(blog)
    assert result.returncode == 2
    assert "none of 2 posts can be read; the first: the value of `title` is not YAML" in result.stderr
    assert tree(blog / "public") == before


def test_a_folder_without_posts(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no posts here"):
        build(open_workspace(tmp_path), TODAY)
    assert list(tmp_path.iterdir()) == []


def test_two_posts_with_one_address(blog: Path) -> None:
    write(blog, "posts/c.md", "---\ntitle: C\nslug: a\n---\n\nx\n")
    result = run(blog)
    assert result.returncode == 1
    assert "posts/a.md" in result.stderr and "posts/c.md" in result.stderr and "Traceback" not in result.stderr


@pytest.mark.parametrize("out", [".", "posts", ".."])
def test_a_folder_that_holds_the_posts_is_refused(blog: Path, out: str) -> None:
    before = state(blog)
    result = run(blog, "--out", out)
    assert result.returncode == 2
    assert result.stderr.count("\n") == 1 and "Choose a folder of its own" in result.stderr
    assert state(blog) == before


def test_an_unknown_theme(blog: Path) -> None:
    write(blog, "inkwright.toml", '[site]\ntheme = "neon"\n')
    with pytest.raises(SettingsError, match="there is no theme `neon`"):
        build(open_workspace(blog), TODAY)


def test_a_mistake_in_ones_own_template(blog: Path) -> None:
    write(blog, "theme/404.html", "one\n{{ oops\n")
    result = run(blog)
    assert result.returncode == 2
    assert "theme/404.html:" in result.stderr and "Traceback" not in result.stderr


def test_an_unwritable_folder(blog: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(blog, "inkwright.toml", 'base_url = "https://t.example"\n[site]\nout = "file/site"\n')
    write(blog, "file", "in the way")
    result = run(blog)
    assert result.returncode == 2
    assert result.stderr.count("\n") == 1 and "file" in result.stderr
    assert (blog / "file").read_text() == "in the way"


def test_the_summary(blog: Path) -> None:
    write(blog, "posts/d.md", "---\ntitle: D\ndraft: true\n---\n\nx\n")
    write(blog, "posts/e.md", "---\ntitle: E\ndate: 2026-01-03\naliases: [/posts/a/]\n---\n\nA {{< odd >}} thing.\n")
    result = run(blog)
    assert result.returncode == 0, result.stderr
    lines = result.stdout.splitlines()
    assert lines[0].startswith("Built 3 posts and 0 pages: ")
    assert "Held back: posts/d.md (draft)" in lines
    assert "Not shown as written: shortcode odd, 1 time, first in posts/e.md:7" in lines
    assert any("its alias /posts/a/ is already taken by posts/a.md" in line for line in lines)
    assert lines[-1] == f"Open {Path('public/index.html')}, or run `inkwright serve`."


def test_a_foreign_folder_is_built_as_it_is(tmp_path: Path) -> None:
    write(tmp_path, "_config.yml", "title: J\nurl: https://j.example\n")
    write(tmp_path, "_posts/2026-01-05-hello.md", "---\ntitle: Hello\n---\n\nHi.\n")
    before = state(tmp_path)
    built = build(open_workspace(tmp_path), TODAY)
    assert (built.out, built.posts) == (".inkwright/site", 1)
    assert state(tmp_path) == before
    assert (tmp_path / ".inkwright/.gitignore").read_text() == "*\n"
    assert build(open_workspace(tmp_path), TODAY).written == 0


@pytest.mark.parametrize(
    "out",
    ["private", "inkwright", ".inkwright", ".inkwright/cache", "notes", "log", "private/site", "inkwright/../log"],
)
def test_folders_of_the_workspace_itself_are_refused(blog: Path, out: str) -> None:
    with pytest.raises(UsageError, match="cannot be built into this folder") as raised:
        build(open_workspace(blog), TODAY, out)
    assert "public" in raised.value.hint
    assert not (blog / out / "index.html").exists()


def test_the_folder_for_sites_is_allowed_and_so_are_the_names_elsewhere(blog: Path, tmp_path_factory) -> None:
    assert build(open_workspace(blog), TODAY, ".inkwright/site").written
    assert build(open_workspace(blog), TODAY, tmp_path_factory.mktemp("x") / "private").written
    assert build(open_workspace(blog), TODAY, "public/log").written


def test_without_an_address_build_says_that_there_are_no_feeds(blog: Path) -> None:
    assert "base_url" not in run(blog).stdout
    write(blog, "inkwright.toml", 'title = "T"\n')
    result = run(blog)
    assert result.returncode == 0
    assert "No base_url is set, so there is no feed and no sitemap: set it in inkwright.toml." in result.stdout


def test_diagrams_are_drawn_and_those_that_cannot_be_are_told(blog: Path) -> None:
    write(blog, "posts/a.md", "---\ntitle: A\ndate: 2026-01-01\n---\n\n```mermaid\nflowchart LR\n  a --> b\n```\n")
    said = run(blog).stdout
    assert "diagram" not in said
    assert len(list((blog / "public/diagrams").glob("*.svg"))) == 2
    write(blog, "posts/b/index.md", "---\ntitle: B\ndate: 2026-01-01\n---\n\nx\n\n```mermaid\na -->\n```\n")
    assert (
        "Not shown as written: mermaid diagram with a mistake, 1 time, first in posts/b/index.md:8" in run(blog).stdout
    )
    write(blog, "posts/a.md", "---\ntitle: A\ndate: 2026-01-01\n---\n\nNone.\n")
    run(blog)
    assert not list((blog / "public").glob("diagrams/*.svg"))


def test_diagrams_that_are_shown_as_source_are_counted(blog: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("inkwright.render.diagrams.mermaid._client", lambda: None)
    write(blog, "posts/a.md", "---\ntitle: A\ndate: 2026-01-01\n---\n\n```mermaid\nflowchart LR\n```\n")
    one = build(open_workspace(blog), TODAY)
    assert one.diagrams == 1
    assert "1 diagram is shown as its source: `pip install 'inkwright[diagrams]'` draws them." in summary(one)
    write(blog, "posts/b/index.md", "---\ntitle: B\ndate: 2026-01-01\n---\n\nx\n\n```mermaid\npie\n```\n")
    two = build(open_workspace(blog), TODAY)
    assert "2 diagrams are shown as their source: `pip install 'inkwright[diagrams]'` draws them." in summary(two)
    assert not (blog / "public/diagrams").exists()


def test_posts_that_are_not_finished_are_built_and_told_of(blog: Path) -> None:
    front = "---\ntitle: T\ndate: 2026-01-01\n---\n"
    write(blog, "posts/empty.md", front + "\n<!-- nothing yet -->\n")
    write(blog, "posts/open.md", front + "\nText.\n\n<!-- plan\n- ? does it hold on CPU\n- told\n-->\n")
    write(blog, "posts/come.md", front + "\nIt took TK hours, says `TK`.\n")
    write(blog, "posts/draft.md", "---\ntitle: D\ndraft: true\n---\n")
    built = build(open_workspace(blog), TODAY)
    assert {(one.path, one.line, one.message) for one in built.warnings} == {
        ("posts/empty.md", 0, "it is published and has no text"),
        ("posts/open.md", 9, "it is published and its plan has an open question"),
        ("posts/come.md", 6, "it is published and something in it is still to come (TK)"),
    }
    assert (blog / "public/posts/empty/index.html").is_file()
    write(blog, "posts/empty-too.md", front)
    result = run(blog)
    assert result.returncode == 0
    assert "it is published and has no text (and 1 more like it). Finish it, or set `draft: true`." in result.stdout


def test_tables_and_charts_are_drawn_from_the_files_beside_a_post(blog: Path) -> None:
    write(blog, "posts/c/load.csv", "way,ms\nbulk,174.2\nlines,44.5\n")
    chart = "```chart from=load.csv y=ms unit=ms alt='Lines are faster' facts=none\nLoading.\n```\n"
    write(blog, "posts/c/index.md", f"---\ntitle: C\ndate: 2026-01-03\n---\n\nWords.\n\n{chart}")
    write(blog, "posts/d.md", "---\ntitle: D\ndate: 2026-01-04\n---\n\n```table from=gone.csv\n```\n")
    built = build(open_workspace(blog), TODAY)
    page = (blog / "public/posts/c/index.html").read_text(encoding="utf-8")
    assert page.count("<rect") == 2 and "<title>bulk: 174.2</title>" in page and "Loading." in page
    assert not list((blog / "public").rglob("load.csv"))
    feed = (blog / "public/atom.xml").read_text(encoding="utf-8")
    assert "174.2" in feed and "&lt;svg" not in feed and "&lt;details" not in feed
    assert "there is no gone.csv beside the post" in (blog / "public/posts/d/index.html").read_text(encoding="utf-8")
    (loss,) = built.losses
    assert (loss.what, loss.count, loss.path, loss.line) == (
        "table or chart whose data cannot be read", 1, "posts/d.md", 6,
    )  # fmt: skip
    write(blog, "posts/c/load.csv", "way,ms\nbulk,99.5\nlines,44.5\n")
    build(open_workspace(blog), TODAY)
    assert "<title>bulk: 99.5</title>" in (blog / "public/posts/c/index.html").read_text(encoding="utf-8")


def test_no_data_outside_the_workspace_is_read(blog: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    secret = tmp_path_factory.mktemp("elsewhere") / "secret.csv"
    secret.write_text("a,b\nCANARY,1\n")
    names = (str(secret), f"../../../{secret.parent.name}/secret.csv", f"file://{secret}", "%2e%2e/%2e%2e/../x.csv")
    body = "\n\n".join(f"```table from={name} facts=none\n```" for name in names)
    write(blog, "posts/c.md", f"---\ntitle: C\ndate: 2026-01-03\n---\n\n{body}\n")
    build(open_workspace(blog), TODAY)
    page = (blog / "public/posts/c/index.html").read_text(encoding="utf-8")
    assert page.count("cannot be drawn") == len(names) and "CANARY" not in page


def test_search_on_request(blog: Path) -> None:
    done = run(blog, "--search")
    assert done.returncode == 0, done.stderr
    assert (blog / "public/search/posts.js").read_text("utf-8").startswith("posts=[")
    run(blog)
    assert not (blog / "public/search").exists()


def test_large_pictures_are_counted_where_nothing_resizes(blog: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("inkwright.render.resize.can_resize", lambda: False)
    head = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + (2000).to_bytes(4, "big") + (900).to_bytes(4, "big")
    write(blog, "posts/b/p.png", head)
    built = build(open_workspace(blog), TODAY)
    assert (
        "1 picture is larger than its page shows it: `pip install 'inkwright[images]'` offers smaller ones too."
        in summary(built)
    )


def test_a_theme_by_its_name(blog: Path) -> None:
    write(blog, "inkwright.toml", '[site]\ntheme = "margin"\n')
    build(open_workspace(blog), TODAY)
    assert "Palatino" in next((blog / "public/assets").glob("style.*.css")).read_text("utf-8")
    write(blog, "inkwright.toml", '[site]\ntheme = "margins"\n')
    with pytest.raises(SettingsError, match="no theme `margins`"):
        build(open_workspace(blog), TODAY)
