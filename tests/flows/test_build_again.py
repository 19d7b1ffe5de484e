"""After any change the site is byte for byte what a clean build makes of the folder."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from inkwright.flows import build as build_module
from inkwright.flows import build_cards, editions
from inkwright.flows.build import build
from inkwright.flows.build_memory import site_shelf
from inkwright.flows.survey import survey
from inkwright.model.errors import InkwrightError
from inkwright.model.site import Built
from inkwright.process import spread
from inkwright.site import again
from inkwright.workspace.folder import open_workspace

MORE = int(os.environ.get("INKWRIGHT_TORTURE", "1"))
"""How many times the usual number of random changes are tried."""
NAMES = ("warm", "dry", "cold", "wet")
PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00%c\x00\x00\x00\x10\x08\x06\x00\x00\x00"
BODIES = (
    "Plain words.\n",
    "See [warm](warm.md) and [[dry]].\n\n## One\n\nText.\n\n## Two\n\n## Three\n",
    "![A fan](pic.png)\n\n[[cold#One|there]] and [the home page](/).\n",
    "```mermaid\nflowchart LR\n  A --> B\n```\n\nA [lost](gone.md) link.\n",
    "```python\nprint(1)\n```\n\n<!-- plan\n- ? what is it\n-->\n\n## One\n",
    "| a | b |\n|---|---|\n| [x](/posts/wet/) | TK |\n",
    "![Drawn](plan.excalidraw)\n\nA claim [@key2020].\n",
    "![[dry]]\n\n![[cold#One]]\n\nA block ^b1\n",
    "```chart data=results.csv\nx: n\ny: ms\n```\n",
    "A note[^1] here.\n\n[^1]: See [warm](warm.md).\n",
)
Change = Callable[[Path], object]


@pytest.fixture(autouse=True)
def code_stays_as_it_is() -> Iterator[None]:
    """Someone may save a file of ours while this runs: the next build then rightly looks at all, under a new edition
    (see `test_editions.py`)."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(editions, "code_stamp", lambda package, rooms: "as it was")
        yield


def post(name: str, body: int, day: int, title: str = "", extra: str = "") -> Change:
    text = f"---\ntitle: {title or name.title()}\ndate: 2026-01-{day:02}\n{extra}---\n{BODIES[body % len(BODIES)]}"
    return lambda root: (root / "posts" / f"{name}.md").write_text(text, encoding="utf-8")


def remove(path: str) -> Change:
    return lambda root: (root / path).unlink(missing_ok=True)


def rename(old: str, new: str) -> Change:
    def change(root: Path) -> None:
        if (root / "posts" / f"{old}.md").exists():
            (root / "posts" / f"{old}.md").rename(root / "posts" / f"{new}.md")

    return change


def file(path: str, data: bytes) -> Change:
    def change(root: Path) -> None:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(data)

    return change


def toml(text: str) -> Change:
    return file("inkwright.toml", f'base_url = "https://ada.example"\n{text}'.encode())


names, days = st.sampled_from(NAMES), st.integers(1, 28)
EXTRAS = ("", "tags: [gpu]\n", "tags: [gpu, Ünïcode]\n", "draft: true\n", "slug: other\n", "aliases: [/old/]\n",
          "visibility: unlisted\n", "date: 2027-05-05\n", "description: Said.\n", "updated: 2026-03-03\n",
          "series: One\n", "series: Two\n", "series: one\nauthors: [Bo]\n", "authors: [Ada, Bo]\n",
          "template: faq\n", "template: tutorial\n", "roles: [Ops, GPU]\nlevel: deep\n")  # fmt: skip
changes = st.one_of(
    st.builds(post, names, st.integers(0, len(BODIES) - 1), days, st.sampled_from(("", "Same")),
              st.sampled_from(EXTRAS)),
    st.builds(remove, names.map(lambda name: f"posts/{name}.md")),
    st.builds(rename, names, names),
    st.builds(file, st.just("posts/pic.png"), st.integers(1, 9).map(lambda wide: PNG % wide)),
    st.builds(remove, st.sampled_from(
        ("posts/pic.png", "posts/plan.excalidraw.svg", "references.bib", "pages/about.md")
    )),
    st.builds(file, st.just("posts/plan.excalidraw.svg"), st.sampled_from((b"<svg/>", b"<svg></svg>"))),
    st.builds(file, st.just("posts/plan.excalidraw"), st.just(b"{}")),
    st.builds(file, st.just("posts/results.csv"), st.sampled_from((b"n,ms\n1,2\n2,3\n", b"n,ms\n1,9\n2,8\n"))),
    st.builds(file, st.just("references.bib"), st.sampled_from((
        b"@book{key2020, title={One}, author={Ada Lind}, year=2020}", b"@book{key2020, title={Two}, author={Ada Lind}}",
    ))),
    st.builds(file, st.just("theme/404.html"), st.sampled_from((b"<p>gone</p>", b"<p>{{ site.title }}</p>"))),
    st.builds(remove, st.just("theme/404.html")),
    st.builds(file, st.just("pages/about.md"), st.sampled_from((b"# About\n\nMe.\n", b"# Who\n\nMe again.\n"))),
    st.builds(toml, st.sampled_from(
        ("", 'title = "T"\n', "[site]\nposts_per_page = 1\n", "[site]\nposts_per_page = 2\n",
         "[site]\nsearch = true\nportfolio = true\n", '[site]\ntheme = "margin"\ncite = false\n')
    )),
)  # fmt: skip


def tree(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def made(root: Path) -> tuple[dict[str, bytes], Built]:
    built = build(open_workspace(root), "2026-11-21")
    return tree(root / "public"), built


def told(built: Built) -> tuple[object, ...]:
    """All that a build says but what it had to do."""
    losses = sorted((loss.what, loss.count) for loss in built.losses)
    return (
        built.posts,
        built.pages,
        built.files,
        built.held_back,
        losses,
        built.troubles,
        built.warnings,
        built.diagrams,
    )


def clean(root: Path, spare: Path) -> tuple[dict[str, bytes], Built]:
    shutil.rmtree(spare, ignore_errors=True)
    shutil.copytree(root, spare, ignore=shutil.ignore_patterns("public", ".inkwright"))
    return made(spare)


def start(root: Path) -> None:
    for change in (toml(""), post("warm", 1, 3, extra="tags: [gpu]\n"), post("dry", 2, 4), post("cold", 3, 5),
                   file("posts/pic.png", PNG % 7)):  # fmt: skip
        (root / "posts").mkdir(parents=True, exist_ok=True)
        change(root)


@settings(max_examples=min(300, MORE * 40), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(changes, min_size=1, max_size=6))
def test_after_any_changes_the_site_is_that_of_a_clean_build(tmp_path: Path, changed: list[Change]) -> None:
    root = tmp_path / "blog"
    shutil.rmtree(root, ignore_errors=True)
    start(root)
    made(root)
    for change in changed:
        change(root)
        try:
            found, said = made(root)
        except InkwrightError as error:
            with pytest.raises(type(error)):
                clean(root, tmp_path / "clean" / "blog")
            continue
        wanted, clean_said = clean(root, tmp_path / "clean" / "blog")
        assert found.keys() == wanted.keys()
        assert [name for name in wanted if found[name] != wanted[name]] == []
        assert told(said) == told(clean_said)


def test_nothing_is_written_where_nothing_changed(tmp_path: Path) -> None:
    start(tmp_path)
    _, first = made(tmp_path)
    before = {path: path.stat().st_mtime_ns for path in (tmp_path / "public").rglob("*")}
    _, again = made(tmp_path)
    assert (again.written, again.removed) == (0, 0)
    assert again.files == first.files
    assert {path: path.stat().st_mtime_ns for path in (tmp_path / "public").rglob("*")} == before


def test_a_page_to_search_that_is_not_asked_for_again_goes(tmp_path: Path) -> None:
    start(tmp_path)
    before, _ = made(tmp_path)
    build(open_workspace(tmp_path), "2026-11-21", search=True)
    assert (tmp_path / "public/search/index.html").exists()
    assert made(tmp_path)[0] == before


def test_a_file_that_someone_changed_or_removed_is_made_again(tmp_path: Path) -> None:
    start(tmp_path)
    wanted, _ = made(tmp_path)
    (tmp_path / "public" / "index.html").write_text("mine", encoding="utf-8")
    (tmp_path / "public" / "posts" / "warm" / "index.html").unlink()
    found, built = made(tmp_path)
    assert found == wanted
    assert built.written == 2


def test_a_day_that_comes_shows_a_post_that_waited_for_it(tmp_path: Path) -> None:
    start(tmp_path)
    post("late", 0, 9, extra="date: 2026-12-01\n")(tmp_path)
    build(open_workspace(tmp_path), "2026-11-30")
    assert not (tmp_path / "public/posts/late").exists()
    build(open_workspace(tmp_path), "2026-12-01")
    assert (tmp_path / "public/posts/late/index.html").exists()
    build(open_workspace(tmp_path), "2026-11-30")
    assert not (tmp_path / "public/posts/late").exists()


@pytest.mark.parametrize("damage", [b"", b"SQLite format 3\x00 and no more", bytes(4096)])
def test_what_was_kept_may_be_damaged(tmp_path: Path, damage: bytes) -> None:
    start(tmp_path)
    wanted, _ = made(tmp_path)
    (tmp_path / ".inkwright/cache/site.db").write_bytes(damage)
    assert made(tmp_path)[0] == wanted


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system makes no copies of a process")
def test_several_processes_make_what_one_makes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = tmp_path / "one" / "blog"
    start(root)
    for number in range(40):
        post(f"p{number}", number, number % 28 + 1, extra="tags: [gpu]\n")(root)
    monkeypatch.setattr(spread, "processors", lambda: 1)
    wanted, said = clean(root, tmp_path / "two" / "blog")
    monkeypatch.setattr(again, "MANY", 2)
    monkeypatch.setattr(build_cards, "MANY", 2)
    monkeypatch.setattr(spread, "processors", lambda: 3)
    progress: list[tuple[int, int]] = []
    built = build(open_workspace(root), "2026-11-21", progress=lambda *told: progress.append(told))
    assert tree(root / "public") == wanted
    assert told(built) == told(said)
    assert progress == [(n, built.posts) for n in range(1, built.posts + 1)]
    monkeypatch.setattr(again.Again, "_make", None)
    monkeypatch.setattr(build_cards.Cards, "_make", None)
    once_more = build(open_workspace(root), "2026-11-21")
    assert (once_more.written, once_more.files) == (0, built.files)
    monkeypatch.undo()
    post("p3", 0, 9)(root)
    toml('title = "Other"\n')(root)
    assert made(root)[0] == clean(root, tmp_path / "two" / "blog")[0]


QUICK = (
    "Plain words, and more of them.\n",
    "Other words about rain.\n\n```python\nprint(2)\n```\n",
    "![A fan](pic.png)\n\nSee [warm](warm.md) and [what rain is](https://rain.example/).\n",
    "See [warm](warm.md).\n\nA note[^1] here.\n\n[^1]: Said [there](#there).\n",
)


def text(name: str, line: str) -> Change:
    def change(root: Path) -> None:
        path = root / "posts" / f"{name}.md"
        path.write_text(path.read_text(encoding="utf-8") + line, encoding="utf-8")

    return change


def started_with_texts(root: Path) -> None:
    shutil.rmtree(root, ignore_errors=True)
    start(root)
    for number, name in enumerate(NAMES):
        head = f"---\ntitle: {name.title()}\ndate: 2026-01-{number + 3:02}\ndescription: Said.\ntags: [gpu]\n---\n"
        file(f"posts/{name}.md", (head + QUICK[number]).encode())(root)
    os.utime(root / "posts" / "pic.png", (1, 1))  # what is as young as the build that sees it is not believed
    made(root)


@settings(max_examples=min(300, MORE * 25), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(
    st.one_of(
        st.lists(st.tuples(names, st.sampled_from(
            ("\nrain and fans\n", "\n[there](https://x.example)\n", "\nfans fans fans\n", "\n<!-- said -->\n",
             "\n```\nx\n```\n", "\n[[dry]]\n", "\n## New\n", "\nA [lost](gone.md) link\n")
        )), min_size=1, max_size=3).map(lambda edits: [text(*edit) for edit in edits]),
        changes.map(lambda change: [change]),
    ),
    min_size=1, max_size=5,
))  # fmt: skip
def test_new_texts_among_other_changes_give_what_a_clean_build_gives(tmp_path: Path, turns: list[list[Change]]) -> None:
    root = tmp_path / "blog"
    started_with_texts(root)
    for turn in turns:
        for change in turn:
            try:
                change(root)
            except FileNotFoundError:
                continue  # another change took the post away
        try:
            found, said = made(root)
        except InkwrightError:
            return
        wanted, clean_said = clean(root, tmp_path / "clean" / "blog")
        assert [name for name in {**wanted, **found} if found.get(name) != wanted.get(name)] == []
        assert told(said) == told(clean_said)


def test_for_a_new_text_the_other_posts_are_not_looked_at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = tmp_path / "blog"
    started_with_texts(root)
    monkeypatch.setattr(build_module, "_build", None)
    for line in (
        "\nrain and fans\n",
        "\n[there](https://x.example)\n",
        "\n```python\nprint(1)\n```\n",
        "\n<!-- x -->\n",
    ):
        for name in NAMES:
            text(name, line)(root)
            found, said = made(root)
        monkeypatch.undo()
        wanted, clean_said = clean(root, tmp_path / "clean" / "blog")
        monkeypatch.setattr(build_module, "_build", None)
        assert found == wanted
        assert told(said) == told(clean_said)
    found, said = made(root)
    assert (found, said.written, said.removed) == (wanted, 0, 0)


@pytest.mark.parametrize(
    "change",
    [
        lambda root: (root / "public" / "index.html").write_text("mine", encoding="utf-8"),
        lambda root: (root / "public" / "posts" / "warm" / "index.html").write_text("mine", encoding="utf-8"),
        lambda root: (root / "public" / "posts" / "dry" / "index.html").unlink(),
        lambda root: next((root / ".inkwright" / "build").iterdir()).unlink(),
        lambda root: (root / ".inkwright" / "cache" / "folders").unlink(),
        lambda root: (root / ".inkwright" / "cache" / "folders").write_bytes(b"no listing"),
        file("theme/404.html", b"<p>gone</p>"),
        file("posts/pic.png", PNG % 3),
        toml("[site]\nposts_per_page = 1\n"),
        post("new", 0, 9),
        remove("posts/cold.md"),
    ],
)
def test_whatever_else_changed_is_seen_beside_a_new_text(tmp_path: Path, change: Change) -> None:
    root = tmp_path / "blog"
    started_with_texts(root)
    text("warm", "\nfans\n")(root)
    made(root)
    change(root)
    text("warm", "\nmore fans\n")(root)
    assert made(root)[0] == clean(root, tmp_path / "clean" / "blog")[0]


def test_a_title_that_another_command_read_first_is_on_the_lists(tmp_path: Path) -> None:
    root = tmp_path / "blog"
    started_with_texts(root)
    post("warm", 1, 3, title="Another")(root)
    workspace = open_workspace(root)
    found = survey(workspace)
    shelf = site_shelf(workspace, found)
    build_cards.Cards(found, shelf, "2026-11-21").content()
    shelf.close()
    assert made(root)[0] == clean(root, tmp_path / "clean" / "blog")[0]


def test_a_folder_that_becomes_another_generators_is_built_as_one(tmp_path: Path) -> None:
    started_with_texts(tmp_path / "blog")
    file("blog/_config.yml", b"title: Other\n")(tmp_path)
    assert build(open_workspace(tmp_path / "blog"), "2026-11-21").out == ".inkwright/site"
