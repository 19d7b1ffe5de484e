import pytest
from click.testing import CliRunner

from inkwright.cli.main import main
from inkwright.model.errors import UsageError


@pytest.fixture
def vault(tmp_path, monkeypatch):
    (tmp_path / "vault/.obsidian").mkdir(parents=True)
    (tmp_path / "vault/deep").mkdir()
    (tmp_path / "vault/deep/a.md").write_text("See [[B]] and [[gone]].\n\n![[B]]\n")
    (tmp_path / "vault/B.md").write_text("---\nx: 1\n---\nWords of B.\n")
    (tmp_path / "blog").mkdir()
    (tmp_path / "blog/inkwright.toml").write_text('notes = "../vault"\n')
    monkeypatch.chdir(tmp_path / "blog")
    return tmp_path / "vault"


def run(*words):
    return CliRunner().invoke(main, ("export", *words), standalone_mode=False)


def test_a_note_comes_out_as_plain_markdown_and_the_vault_stays(vault):
    done = run("../vault/deep/a.md", "--to", "markdown", "--out", "plain")
    assert done.output == "wrote plain/a.md: plain Markdown; nothing answers to gone\n"
    made = (vault.parent / "blog/plain/a.md").read_text()
    assert made == "See [B](../B.md) and *gone*.\n\nWords of B.\n"
    assert (vault / "deep/a.md").read_text().startswith("See [[B]]")


def test_without_a_folder_nothing_is_written(vault):
    done = run("../vault/deep/a.md", "--to", "markdown")
    assert isinstance(done.exception, UsageError) and "Name a folder" in str(done.exception)


def test_a_name_that_is_no_path_is_told_what_is_wanted(vault):
    done = run("kv-cache", "--to", "markdown", "--out", "plain")
    assert isinstance(done.exception, UsageError) and "takes the path of a file" in str(done.exception)


def test_a_folder_beside_the_blog_is_named_as_it_was_typed(vault):
    done = run("../vault/B.md", "--to", "markdown", "--into", "../site")
    assert done.output == "wrote ../site/B.md: plain Markdown\n"
    assert run("../vault/B.md", "--to", "markdown", "--into", "../site").output == "unchanged ../site/B.md\n"
