"""Folders of notes that are not ours are read where they are: every byte, name and date in them stays.

The commands are taken from the command line itself: each is called plainly, with each of its switches, as its user
would mean it and with a note of the vault for every argument. So a new command is held to this without a line here; one
that cannot be called without being told how fails until it has a line in `MEANT`.
"""

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from inkwright.cli.main import main

VAULTS = (
    "vaults/kepano", "vaults/digital-garden", "vaults/obsidian-export-cases", "exports/html-and-markdown",
    "exports/notion", "notes/til",
)  # fmt: skip
ENDLESS = ("lsp", "serve")
"""Commands that go on until they are stopped: called as a process, and stopped."""
NOT_HERE = {"--watch", "--online", "--isolated", "--help", "--version"}
"""Switches that never end, or that ask the network for pages or packages."""
SHARES = {"notes/til": 8}
SHARE = 4
"""A small vault of our own gets every call in every run. On each of the real ones that takes long: without
INKWRIGHT_TORTURE one call in so many is made there, others each day."""
CHANGING = {"--fix", "--unsafe"}
"""Who names a file of the vault, or the folder that is both vault and blog, together with these wants it changed."""
MEANT: dict[str, tuple[tuple[str, ...], ...]] = {
    "ask": (("What is a link?",),), "bench": (("run", "a-post", "--n", "1"),),
    "check": ((".",), ("../vault",), (".", "--fix", "--unsafe"), ("--baseline",)),
    "clip": (("--text", "A passage of somebody."), ("refs.bib",), ("../vault", "--kind", "code")),
    "comment add": (("a-post", "Why?", "--errata"),), "decision": (("a-post", "One process", "--why", "one user"),),
    "demo": (("demo", "--fast"),), "export": (("a-post", "--to", "notebook", "--out", "out"),),
    "idea": (("a thought",),), "import": (("obsidian", "../vault"), ("plain", "../vault")), "init": ((".",),),
    "log": (("done",),), "new": (("A second post",), ("--list",)), "outline": (("a-post", "add", "1", "a bullet"),),
    "paper add": (("refs.bib",),), "reading add": (("https://x.example/a",),), "reading import": (("refs.bib",),),
    "schema": (("check",),), "search": (("link",),), "shot": (("--post", "a-post", "--", "echo", "hello"),),
    "topics move": (("../vault/Alpha.md", "Links"),),
    "topics split": (("Links", "Others", "../vault/Alpha.md"),), "voice": (("build",), ("show",)),
    "write": (("a-post", "--minutes", "1"), ("a-post", "--done")),
}  # fmt: skip
"""Calls as their user means them, beside those that are made of the command's own arguments."""
POST = (
    "---\ntitle: A post\ntags: [x]\n---\n\nIt links to [[Alpha]] and ![[Alpha#Part]].\n\n"
    "```python\nprint(1)\n```\n\n```output\n1\n```\n"
)


def commands(command: click.Command = main, path: tuple[str, ...] = ()) -> Iterator[tuple[str, click.Command]]:
    """Every command with its words, groups that do something alone among them."""
    if not isinstance(command, click.Group):
        yield " ".join(path), command
        return
    if path and command.invoke_without_command:
        yield " ".join(path), command
    context = click.Context(command)
    for name in command.list_commands(context):
        inner = command.get_command(context, name)
        assert inner is not None
        yield from commands(inner, (*path, name))


def calls(note: str) -> list[tuple[str, ...]]:
    """Every command in every way; `note` is a file of the vault as one would type it, "" for none."""
    found: list[tuple[str, ...]] = []
    for name, command in commands():
        words = tuple(name.split())
        if name in ENDLESS:
            continue
        switches = [
            option.opts[0] for option in command.params
            if isinstance(option, click.Option) and option.is_flag and option.opts[0] not in NOT_HERE
        ]  # fmt: skip
        taking = [one for one in command.params if isinstance(one, click.Argument)]
        needed = [
            text for option in command.params if isinstance(option, click.Option) and option.required
            for text in (option.opts[0], str(next(iter(getattr(option.type, "choices", ("x",))))))
        ]  # fmt: skip
        for value in ("a-post", *filter(None, (note,))):
            plain = (*words, *(value for one in taking if one.required), *needed)
            full = (*words, *(value for _ in taking), *needed)
            found += [plain, full]
            found += [(*full, switch) for switch in switches if value != note or switch not in CHANGING]
        found += [(*words, switch, *needed) for switch in switches]
        found += [(*words, *meant) for meant in MEANT.get(name, ())]
    kept = [words for words in dict.fromkeys(found) if note or not CHANGING & set(words)]
    return sorted(kept, key=lambda words: words[0] == "import")  # last: what comes in makes all the rest slow


def looks(folder: Path) -> dict[str, tuple[str, int]]:
    """Every file, link and folder with the checksum of its content and its date; a folder's date tells of files that
    came and went."""
    found = {}
    for path in sorted((folder, *folder.rglob("*"))):
        data = os.fsencode(path.readlink()) if path.is_symlink() else path.read_bytes() if path.is_file() else b""
        found[path.relative_to(folder).as_posix()] = (hashlib.sha256(data).hexdigest(), path.lstat().st_mtime_ns)
    return found


def call(words: tuple[str, ...]) -> None:
    """One command, as the program runs it; whatever it says, it must not stumble."""
    done = CliRunner().invoke(main, words, standalone_mode=False)
    assert not isinstance(done.exception, OSError | AssertionError | TypeError | AttributeError | LookupError), (
        words, done.exception,
    )  # fmt: skip


def small_vault(folder: Path) -> None:
    """A vault with what other programs put into theirs: settings, links, a canvas, saved pages, odd bytes and names."""
    texts = {
        "Alpha.md": b"\xef\xbb\xbf---\r\naliases: [First]\r\n---\r\n# Alpha\r\n\r\n[[Beta|b]] ![[pic.png]]\r\n",
        "Beta.md": b"# Beta\n\n> [!note] Part\n> text\n\n- [ ] todo ^block\n\n```python\nopen('made.txt', 'w')\n```\n",
        "deep/Größe und mehr.md": b"no end of line, trailing spaces   ",
        "deep/index.md": b"---\ntitle: [odd\n---\n", "log/2026-11-21.md": b"- 10:00 theirs\n",
        "ideas.md": b"- theirs\n", "papers/p.md": b"---\ntitle: P\n---\n", "inbox/in.md": b"# In\n",
        "posts/theirs.md": b"---\ntitle: Theirs\n---\nThe the word.\n", "pic.png": b"\x89PNG\r\n\x1a\n" + bytes(40),
        "board.canvas": b'{"nodes":[]}', ".obsidian/app.json": b"{}", ".trash/old.md": b"old",
        "page.html": b"<title>Page</title><p>Saved.</p>", "latin.md": b"caf\xe9", "empty.md": b"",
    }  # fmt: skip
    for name, data in texts.items():
        place = folder / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)
    (folder / "hollow").mkdir()


def start_blog(blog: Path, settings: str, post: str = "posts/a-post/index.md") -> None:
    (blog / post).parent.mkdir(parents=True, exist_ok=True)
    (blog / "inkwright.toml").write_text(settings)
    (blog / post).write_text(POST)
    (blog / "refs.bib").write_text("@misc{a2020, title={A title of a paper}, year=2020}\n")
    (blog / "inbox").mkdir(exist_ok=True)
    (blog / "inbox/a.md").write_text("# Dropped\n\nOne.\nTwo.\n")


@pytest.fixture
def alone(monkeypatch):
    """No editor opens, nobody is asked, a sitting without an editor is ended at once."""

    def ended(seconds):
        raise KeyboardInterrupt

    monkeypatch.setattr("inkwright.cli.commands.write._sleep", ended)
    monkeypatch.setenv("EDITOR", "true")
    monkeypatch.setenv("VISUAL", "true")
    monkeypatch.delenv("INKWRIGHT_WORKSPACE", raising=False)


def held(vault: Path, blog: Path, note: str, share: int = 1) -> None:
    """Call everything from the blog, or one call of `share`; the vault must look the same after each."""
    before, first = looks(vault), date.today().toordinal() % share
    for words in calls(note)[first::share]:
        call(words)
        assert looks(vault) == before, words
        os.chdir(blog)
    if share == 1:
        assert (blog / "notes/dropped.md").exists() and (blog / "papers/a2020.md").exists()


def test_a_small_vault_stays_as_it_was_after_every_command(tmp_path, monkeypatch, alone):
    vault, blog = tmp_path / "vault", tmp_path / "blog"
    small_vault(vault)
    start_blog(blog, 'notes = "../vault"\n')
    monkeypatch.chdir(blog)
    held(vault, blog, "../vault/Alpha.md")


@pytest.mark.parametrize("command", ENDLESS)
def test_a_small_vault_stays_as_it_was_under_a_command_without_end(tmp_path, command):
    vault, blog = tmp_path / "vault", tmp_path / "blog"
    small_vault(vault)
    start_blog(blog, 'notes = "../vault"\n')
    before = looks(vault)
    line = [sys.executable, "-u", "-m", "inkwright", command]
    with subprocess.Popen(line, cwd=blog, stdin=subprocess.DEVNULL, stdout=-1, stderr=-3) as process:
        assert process.stdout is not None
        said = process.stdout.readline()  # that it serves; nothing where no editor speaks to it, which ends it
        process.terminate()
    assert bool(said) == (command == "serve")
    assert looks(vault) == before


def test_every_command_that_needs_to_be_told_how_has_been_told():
    """An option that must be given and has no choices cannot be made up."""
    told = set(MEANT)
    assert told <= {name for name, _ in commands()}, "a line in MEANT for a command that is gone"
    for name, command in commands():
        for option in command.params:
            if isinstance(option, click.Option) and option.required and not hasattr(option.type, "choices"):
                assert name in told, f"say in MEANT how `{name}` is called"


@pytest.mark.corpus
@pytest.mark.parametrize("name", VAULTS)
def test_a_vault_stays_as_it_was_after_every_command(name, corpus, tmp_path, monkeypatch, alone):
    vault, blog = tmp_path / "vault", tmp_path / "blog"
    shutil.copytree(corpus / name, vault)
    start_blog(blog, 'notes = "../vault"\n')
    monkeypatch.chdir(blog)
    note = next(path.relative_to(vault).as_posix() for path in sorted(vault.rglob("*.md")))
    held(vault, blog, f"../vault/{note}", 1 if "INKWRIGHT_TORTURE" in os.environ else SHARES.get(name, SHARE))


def test_a_workspace_inside_a_vault_adds_files_and_changes_none(tmp_path, monkeypatch, alone):
    small_vault(tmp_path)
    (tmp_path / "ideas.md").unlink()
    for name in ("log", "posts", "papers", "inbox"):  # in a workspace these are places that commands add to
        shutil.rmtree(tmp_path / name)
    inside(tmp_path, monkeypatch)


@pytest.mark.corpus
def test_a_workspace_inside_a_real_vault_adds_files_and_changes_none(corpus, tmp_path, monkeypatch, alone):
    vault = tmp_path / "vault"
    shutil.copytree(corpus / "vaults/kepano", vault)
    inside(vault, monkeypatch)


def inside(vault: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every command in a workspace that is the vault: what was there keeps its bytes."""
    before = {name: content for name, (content, _) in looks(vault).items()}
    start_blog(vault, 'notes = "."\n', "a-post.md")
    monkeypatch.chdir(vault)
    for words in calls(""):
        call(words)
        after = looks(vault)
        assert {name: after.get(name, ("gone", 0))[0] for name in before} == before, words
        os.chdir(vault)
    assert (vault / "clips/a-passage-of-somebody.md").exists()
