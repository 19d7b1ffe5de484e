"""What is private stays private: a word in every place that is the writer's own, and none of them in anything that the
product can put out, made fresh and made again after posts were taken back, renamed, hidden and cut.

What can be put out is found by listing commands, targets, platforms and kinds of deployment: a new one is here at once.
"""

import base64
import binascii
import re
import zlib
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

import inkwright.cli.commands
from inkwright.cli.commands.crosspost import PLATFORMS
from inkwright.cli.commands.export import NOTE
from inkwright.cli.commands.export import command as export
from inkwright.cli.commands.newsletter import command
from inkwright.cli.main import main
from inkwright.platforms.deploy.targets import kinds

from ..platforms.writing.fake import Fake
from ..platforms.writing.servers import SERVERS
from .secrets import LATER, MARK, fill

TARGETS = [one for one in next(p for p in export.params if p.name == "target").type.choices if one != NOTE]  # type: ignore[attr-defined]
"""All that a post can become; a note is exported because its writer asks for that very note."""
PUTS_OUT = {"build", "publish", "deploy", "export", "crosspost", "unpublish"}
STAYS = {"errata", "stale", "import", "serve"}
"""Commands of the same group that change files of the writer alone, or answer on this machine alone."""
MAILS = {"preview", "test", "send", "server"}
"""Verbs of the newsletter that show or send what readers get; all of them the mail that `preview` shows."""
MAILS_NOTHING = {
    "backup",
    "bounces",
    "cancel",
    "doctor",
    "pause",
    "restore",
    "resume",
    "rotate-key",
    "status",
    "verify",
}
SHOWN_FIRST = ("takenback", "hiddenlater", "removedparagraph")
"""What readers saw before the writer changed their mind."""
FOUND = re.compile(rf"{MARK}\w*".encode(), re.I)


def run(*words: str) -> str:
    done = CliRunner().invoke(main, words, standalone_mode=False)
    assert done.exception is None or done.exit_code == 0, (words, done.exception, done.output)
    return done.output


def opened(data: bytes) -> Iterator[bytes]:
    """Bytes, and whatever is packed or coded in them."""
    yield data
    for match in re.finditer(rb"[A-Za-z0-9+/]{24,}={0,2}", data):
        try:
            yield from packed(base64.b64decode(match[0] + b"=" * (-len(match[0]) % 4)))
        except binascii.Error:
            continue
    yield from packed(data)


def packed(data: bytes) -> Iterator[bytes]:
    yield data
    for match in re.finditer(rb"\x78[\x01\x5e\x9c\xda]", data):
        try:
            yield zlib.decompressobj().decompress(data[match.start() :], 1_000_000)
        except zlib.error:
            continue


def leaks(outputs: dict[str, bytes]) -> set[str]:
    """Each word that got out, with where."""
    return {
        f"{word.decode().lower()} in {name}" for name, data in outputs.items()
        for piece in opened(name.encode() + b"\n" + data) for word in FOUND.findall(piece)
    }  # fmt: skip


def files(folder: Path) -> dict[str, bytes]:
    return {f"{folder.name}/{path.relative_to(folder).as_posix()}": path.read_bytes()
            for path in folder.rglob("*") if path.is_file()}  # fmt: skip


@pytest.fixture
def blog(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    fill(tmp_path / "blog")
    monkeypatch.chdir(tmp_path / "blog")
    monkeypatch.setenv("INKWRIGHT_WORKSPACE", "")
    return tmp_path / "blog"


def site(blog: Path) -> dict[str, bytes]:
    """What a build and a deployment put out."""
    run("build")
    run("deploy")
    return {**files(blog / "public"), **files(blog.parent / "web")}


def exports(blog: Path, post: str, into: Path) -> dict[str, bytes]:
    for target in TARGETS:
        run("export", post, "--to", target, "--into", str(into / target), "--force")
    return files(into)


def copies(post: str, monkeypatch: pytest.MonkeyPatch) -> dict[str, bytes]:
    """All that is sent to platforms, with what was said of it."""
    asked = {}
    for server in SERVERS:
        fake = Fake(server())
        for name, value in server().environment(fake.url).items():
            monkeypatch.setenv(name, value)
        run("crosspost", post, "--to", server.name, "--anyway", "--yes")
        fake.close()
        for number, (method, path, _, body) in enumerate(fake.asked):
            asked[f"{server.name} {method} {path.split('?')[0]} {number}"] = path.encode() + b"\n" + body
    return asked


def test_the_words_are_there_to_be_found(blog: Path) -> None:
    words = {word for name, data in files(blog).items() for piece in opened(name.encode() + data)
             for word in FOUND.findall(piece)}  # fmt: skip
    assert len(words) > 90
    assert leaks({"a": base64.b64encode(zlib.compress(f"so {MARK}coded ".encode() * 9))}) == {f"{MARK}coded in a"}


def test_whatever_can_put_something_out_is_tried() -> None:
    folder = Path(inkwright.cli.commands.__file__).parent
    group = {path.stem.strip("_").replace("_", "-") for path in folder.glob("*.py")
             if "\nGroup: publish\n" in path.read_text(encoding="utf-8")}  # fmt: skip
    assert group == PUTS_OUT | STAYS
    assert set(command.list_commands(click.Context(command))) <= MAILS | MAILS_NOTHING, "does it show or send a text?"
    assert {one.name for one in SERVERS} == set(PLATFORMS)
    assert set(kinds()) == {"folder", "github-pages", "rsync", "s3"}, "do they send anything but what is built?"


def test_nothing_private_is_in_the_site(blog: Path) -> None:
    made = site(blog)
    assert {"public/index.html", "public/rss.xml", "public/sitemap.xml", "public/search/posts.js"} <= made.keys()
    assert {word.partition(" in ")[0] for word in leaks(made)} == {f"{MARK}{word}" for word in SHOWN_FIRST}


@pytest.mark.parametrize("host", ["", "netlify", "vercel"])
def test_nothing_private_is_in_what_a_host_is_told(blog: Path, host: str) -> None:
    settings = blog / "inkwright.toml"
    settings.write_text(settings.read_text().replace('host = "netlify"', f'host = "{host}"'))
    change(blog)
    run("deploy")
    assert leaks(files(blog.parent / "web")) == set()


def change(blog: Path) -> None:
    """Take a post back, rename one, hide one, cut one."""
    run("unpublish", "taken-back", "--why", f"{MARK}why")
    place = blog / "posts/renamed.md"
    text = place.read_text()
    place.unlink()
    (blog / "posts/another-name.md").write_text(text.replace("Renamed", "Another name"))
    for name, old, new in (("hidden-later", "date:", "visibility: private\ndate:"),
                           ("shortened", f"{MARK}removedparagraph here.", "")):  # fmt: skip
        place = blog / f"posts/{name}.md"
        place.write_text(place.read_text().replace(old, new))


def test_nothing_stays_of_what_was_taken_back_renamed_hidden_or_cut(blog: Path) -> None:
    before = site(blog)
    assert any(b"takenback" in data for data in before.values())
    change(blog)
    after = site(blog)
    assert leaks(after) == set()
    assert not [name for name in after if "renamed" in name or "taken-back" in name or "hidden-later" in name]
    again = blog.parent / "fresh"
    run("build", "--out", str(again))
    assert {name.partition("/")[2]: data for name, data in files(again).items() if ".inkwright" not in name} == {
        name.partition("/")[2]: data for name, data in after.items() if name.startswith("public/")
    }


@pytest.mark.parametrize("way", ["date", "draft"])
def test_nothing_stays_of_a_post_that_is_to_come_again(blog: Path, way: str) -> None:
    site(blog)
    change(blog)
    place = blog / "posts/pages-of-memory.md"
    held = f"date: {LATER}" if way == "date" else "draft: true\ndate: 2026-03-02"
    place.write_text(place.read_text().replace("date: 2026-03-02", held) + f"{MARK}morewords\n")
    assert leaks(site(blog)) == set()


@pytest.mark.parametrize("part", ["--html", "--text", "--source"])
def test_nothing_private_is_in_a_mail(blog: Path, part: str) -> None:
    settings = blog / "inkwright.toml"
    sender = '[newsletter]\nsender = "Ada <ada@me.example>"\nurl = "https://letters.me.example"\n'
    settings.write_text(settings.read_text().replace("[site]", f"{sender}[site]"))
    mail = run("newsletter", "preview", "ring", part)
    assert "A ring forgets the oldest" in mail.replace("=\n", "")
    assert leaks({part: mail.encode()}) == set()


def test_nothing_private_is_in_drafts_for_networks(blog: Path) -> None:
    run("promote", "ring")
    made = files(blog / "inkwright/promotion")
    assert len(made) > 5
    assert leaks(made) == set()


def point(blog: Path) -> None:
    """Give a post something to talk about, with a remark in it."""
    place = blog / "posts/ring/index.md"
    said = f"Our ring<!-- {MARK}pointcomment --> cut the memory of a cache from 40 MB to 4 MB.\n"
    place.write_text(place.read_text().replace("- one <!--", f"{said}\n- one <!--", 1))


def test_the_portfolio_page_names_roles_and_nothing_else_of_a_plan(blog: Path) -> None:
    settings = blog / "inkwright.toml"
    settings.write_text(settings.read_text().replace("[site]", "[site]\nportfolio = true"))
    change(blog)
    point(blog)
    made = {name: data for name, data in site(blog).items() if name.startswith("public/")}
    assert b"from 40 MB to 4 MB" in made["public/portfolio/index.html"]
    asked = {f"{MARK}keyroles in public/portfolio/index.html", f"{MARK}keylevel in public/portfolio/index.html"}
    assert leaks(made) == asked


def test_nothing_private_is_in_texts_for_a_profile(blog: Path) -> None:
    change(blog)
    point(blog)
    texts = run("portfolio", "--linkedin")
    assert "from 40 MB to 4 MB" in texts
    assert leaks({"linkedin": texts.encode(), "readme": run("portfolio", "--readme").encode()}) == set()


def test_nothing_private_goes_elsewhere(blog: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = exports(blog, "ring", tmp_path / "exports")
    assert {name.split("/")[1] for name in made} == set(TARGETS)
    told = {f"{MARK}norun in exports/notebook/ring.ipynb", f"{MARK}norun in exports/script/ring-code.py"}
    assert leaks(made) == told, "only why code is not run is told there"
    sent = copies("ring", monkeypatch)
    assert {name.split()[0] for name in sent} == set(PLATFORMS)
    assert leaks(sent) == set()
