"""Folders of notes that are not ours are read where they are: every byte and every name in them stays."""

import hashlib
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from inkwright.cli.main import main

VAULTS = (
    "vaults/kepano", "vaults/digital-garden", "vaults/obsidian-export-cases", "exports/html-and-markdown",
    "exports/notion", "notes/til",
)  # fmt: skip
COMMANDS = (
    ("index", "--rebuild"), ("index",), ("idea", "a thought"), ("log", "done"), ("ideas",), ("inbox",), ("board",),
    ("clip", "--text", "A passage of somebody."), ("paper", "add", "refs.bib"), ("paper", "list"), ("new", "A post"),
    ("comment", "add", "a-post", "Why?"), ("check",), ("outline", "a-post"), ("prompt",), ("doctor",), ("today",),
    ("search", "link"), ("related", "a-post"), ("questions",), ("resume",), ("build", "--out", "out"),
)  # fmt: skip


def checksums(folder: Path) -> dict[str, str]:
    """Every file and link below a folder with the checksum of its content, and every folder."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        if path.is_file()
        else "folder"
        for path in sorted(folder.rglob("*"))
    }


@pytest.mark.corpus
@pytest.mark.parametrize("name", VAULTS)
def test_a_vault_has_the_same_checksums_after_every_command(name, corpus, tmp_path, monkeypatch):
    vault, blog = tmp_path / "vault", tmp_path / "blog"
    shutil.copytree(corpus / name, vault)
    blog.mkdir()
    (blog / "inkwright.toml").write_text('notes = "../vault"\n')
    (blog / "refs.bib").write_text("@misc{a2020, title={A title of a paper}, year=2020}\n")
    (blog / "inbox").mkdir()
    (blog / "inbox/a.md").write_text("# Dropped\n\nOne.\nTwo.\n")
    monkeypatch.chdir(blog)
    before = checksums(vault)
    for command in COMMANDS:
        done = CliRunner().invoke(main, command, standalone_mode=False)
        assert checksums(vault) == before, command
        assert done.exception is None or not isinstance(done.exception, OSError | AssertionError | TypeError), command
    assert (blog / "notes/dropped.md").exists() and (blog / "papers/a2020.md").exists()


@pytest.mark.corpus
def test_a_workspace_inside_a_vault_adds_files_and_changes_none(corpus, tmp_path, monkeypatch):
    vault = tmp_path / "vault"
    shutil.copytree(corpus / "vaults/kepano", vault)
    before = checksums(vault)
    (vault / "inkwright.toml").write_text('notes = "."\n')
    monkeypatch.chdir(vault)
    for command in COMMANDS:
        CliRunner().invoke(main, command, standalone_mode=False)
        after = checksums(vault)
        assert {name: after.get(name) for name in before} == before, command
    assert (vault / "clips/a-passage-of-somebody.md").exists()
