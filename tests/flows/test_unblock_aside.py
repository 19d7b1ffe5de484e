"""`unblock --aside` and `--back`: the template goes away for a while, and nothing with it."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from inkwright.cli.commands.check import command as check_command
from inkwright.cli.commands.unblock import command
from inkwright.model.errors import ConflictError, UsageError
from inkwright.plan.seed import NewPost, seed
from inkwright.plan.templates import template
from inkwright.workspace.folder import Workspace

BULLETS = {
    "claim": ["retries make outages longer"],
    "evidence": ["the peak had 71 % retries", "jitter spread the load"],
}
POST = seed(NewPost("Retries", "retries"), template("opinion"), bullets=BULLETS)
KEPT = "inkwright/_aside/retries.md"


@pytest.fixture
def blog(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for path, text in {"inkwright.toml": "", "posts/retries/index.md": POST}.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*args: str) -> Result:
    return CliRunner().invoke(command, list(args), catch_exceptions=False)


def post(blog: Path) -> str:
    return (blog / "posts/retries/index.md").read_text(encoding="utf-8")


def test_there_and_back(blog: Path) -> None:
    shown = run("retries", "--aside").output
    assert shown.startswith("5 sections of retries set aside; 3 bullets stand on top.")
    assert "##" not in post(blog)
    assert (blog / KEPT).read_text(encoding="utf-8") == POST
    assert run("retries", "--back").output == "5 sections of retries put back.\n"
    assert post(blog) == POST
    assert not (blog / KEPT).exists()


def test_answers_given_meanwhile_come_back_to_their_section(blog: Path) -> None:
    run("retries", "--aside")
    told = CliRunner().invoke(command, ["retries", "0/3", "--reader", "Ana"], input="like rain on ten doors\n")
    assert "Tell Ana in one sentence." in told.output
    run("retries", "--back")
    text = post(blog)
    assert (
        text.index("## Evidence") < text.index("- jitter spread") < text.index("- like rain") < text.index("## Counter")
    )


def test_a_template_set_aside_keeps_the_draft_quiet(blog: Path) -> None:
    run("retries", "--aside")
    done = CliRunner().invoke(check_command, ["posts/retries"], catch_exceptions=False)
    assert "0 of 1 section written" in done.output
    assert done.exit_code == 0


@pytest.mark.parametrize(("first", "then", "said"), [
    ((), ("--back",), "no template is set aside"), (("--aside",), ("--aside",), "set aside already"),
    ((), ("--aside", "--back"), "stand alone"), ((), ("1", "--aside"), "stand alone"),
])  # fmt: skip
def test_wrong_use(blog: Path, first: tuple[str, ...], then: tuple[str, ...], said: str) -> None:
    if first:
        run("retries", *first)
    before = post(blog)
    with pytest.raises(UsageError, match=said):
        run("retries", *then)
    assert post(blog) == before


def test_a_post_that_is_written_has_nothing_to_set_aside(blog: Path) -> None:
    (blog / "posts/retries/index.md").write_text("---\ntitle: Retries\n---\n\nWords.\n", encoding="utf-8")
    with pytest.raises(UsageError, match="no section is unwritten"):
        run("retries", "--aside")
    assert not (blog / KEPT).exists()


def test_a_file_that_changes_meanwhile_is_not_overwritten(blog: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write = Workspace.write

    def racing(self: Workspace, path: str, *args: object, **kwargs: object) -> object:
        if path.startswith("posts/"):
            (blog / path).write_text(POST + "typed by another program\n", encoding="utf-8")
        return write(self, path, *args, **kwargs)  # type: ignore[arg-type]

    monkeypatch.setattr(Workspace, "write", racing)
    with pytest.raises(ConflictError):
        run("retries", "--aside")
    assert post(blog) == POST + "typed by another program\n"
    assert not (blog / KEPT).exists()


def test_a_run_that_was_killed_after_keeping_the_text_can_be_repeated(blog: Path) -> None:
    (blog / KEPT).parent.mkdir(parents=True)
    (blog / KEPT).write_text(POST, encoding="utf-8")
    run("retries", "--aside")
    assert "##" not in post(blog)
