"""`shot` on a workspace: what is kept, where, and what is refused."""

import subprocess
import sys
from pathlib import Path
from urllib.parse import unquote

import pytest

from inkwright.flows.shot import MOST_LINES, shot
from inkwright.model.errors import UsageError
from inkwright.text.markdown import parse_text
from inkwright.workspace.folder import open_workspace

TODAY = "2026-11-21"


@pytest.fixture
def blog(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "inkwright.toml").write_text("", encoding="utf-8")
    (tmp_path / "posts" / "kv").mkdir(parents=True)
    (tmp_path / "posts" / "kv" / "index.md").write_text("---\ntitle: KV\n---\n\nText.\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_text_and_picture_lie_beside_the_post_and_the_post_stays(blog: Path) -> None:
    before = (blog / "posts/kv/index.md").read_bytes()
    made = shot(open_workspace(blog), ["echo", "hello"], TODAY, post="kv", name="hello")
    assert (made.text, made.svg) == ("posts/kv/hello.txt", "posts/kv/hello.svg")
    assert (blog / made.text).read_text(encoding="utf-8") == "$ echo hello\nhello\n"
    assert 'date="2026-11-21" status="0"' in (blog / made.svg).read_text(encoding="utf-8")
    assert made.markdown == '![TK what this output shows](hello.svg "$ echo hello, 2026-11-21")'
    assert (blog / "posts/kv/index.md").read_bytes() == before


def test_one_word_with_blanks_is_a_line_for_the_shell(blog: Path) -> None:
    made = shot(open_workspace(blog), ["echo one | tr a-z A-Z; exit 4"], TODAY, name="pipe")
    assert (blog / "pipe.txt").read_text(encoding="utf-8").endswith("\nONE\n")
    assert made.captured.code == 4


def test_a_folder_can_be_named(blog: Path) -> None:
    shot(open_workspace(blog), ["ls"], TODAY, name="list", folder=blog / "posts")
    assert (blog / "list.txt").read_text(encoding="utf-8") == "$ ls\nkv\n"


def test_the_same_command_is_recorded_anew_another_is_refused_before_it_runs(blog: Path) -> None:
    workspace = open_workspace(blog)
    shot(workspace, ["echo", "one"], TODAY, name="a")
    shot(workspace, ["echo", "one"], "2026-12-01", name="a")
    assert 'date="2026-12-01"' in (blog / "a.svg").read_text(encoding="utf-8")
    with pytest.raises(UsageError, match=r"a\.svg: there is already a file"):
        shot(workspace, ["touch", "ran"], TODAY, name="a")
    assert not (blog / "ran").exists()
    shot(workspace, ["echo", "two"], TODAY, name="a", force=True)
    assert (blog / "a.txt").read_text(encoding="utf-8") == "$ echo two\ntwo\n"


def test_a_file_that_is_none_of_ours_is_left_alone(blog: Path) -> None:
    (blog / "notes.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(UsageError):
        shot(open_workspace(blog), ["echo", "x"], TODAY, name="notes")
    assert (blog / "notes.txt").read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize("name", ["../x", "a/b", ".hidden", "a\\b"])
def test_a_name_cannot_lead_elsewhere(blog: Path, name: str) -> None:
    with pytest.raises(UsageError, match="is no name for a file"):
        shot(open_workspace(blog), ["echo", "x"], TODAY, name=name)


def test_a_long_output_is_cut_in_the_picture_only(blog: Path) -> None:
    made = shot(open_workspace(blog), ["seq", "300"], TODAY, name="long")
    assert (made.lines, made.unseen) == (301, 301 - MOST_LINES)
    assert (blog / "long.txt").read_text(encoding="utf-8").endswith("\n300\n")
    picture = (blog / "long.svg").read_text(encoding="utf-8")
    assert f"... and {made.unseen} more lines in long.txt" in picture
    assert ">300<" not in picture


def test_what_should_stay_private_is_named(blog: Path) -> None:
    (blog / "inkwright").mkdir()
    (blog / "inkwright/private.txt").write_text("Bluebird\n", encoding="utf-8")
    made = shot(open_workspace(blog), ["printf", "fine\\n/home/mschmidt/x\\nproject Bluebird\\n"], TODAY, name="p")
    said = [warning for warning in made.warnings if not warning.startswith("1:")]
    assert [warning.partition(":")[0] for warning in said] == ["3", "4"]
    assert "mschmidt" in said[0] and "Bluebird" in said[1]


def test_the_caption_is_one_title_in_markdown(blog: Path) -> None:
    made = shot(open_workspace(blog), ['echo "a`b" \\\n *x*'], TODAY, name="c")
    assert made.markdown.endswith('(c.svg "$ echo \\"a\\`b\\" \\\\ *x*, 2026-11-21")')


def test_the_command_line(blog: Path) -> None:
    def inkwright(*words: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "inkwright", "shot", *words]
        return subprocess.run(command, cwd=blog, capture_output=True, text=True, check=False)

    done = inkwright("--post", "kv", "--", "ls", "-a", "posts")
    assert (done.returncode, done.stderr) == (0, "")
    assert "wrote posts/kv/ls-a-posts.svg" in done.stdout
    assert done.stdout.splitlines()[-1].startswith("![TK ")
    failed = inkwright("--", "false")
    assert failed.returncode == 0 and "status 1" in failed.stdout
    assert inkwright("--", "no-such-program").returncode == 2
    assert inkwright().returncode == 2
    (blog / "inkwright.toml").write_text("[run]\ntimeout = 1\n", encoding="utf-8")
    stopped = inkwright("--name", "slow", "--", "sleep", "30")
    assert stopped.returncode == 1 and "stopped at a limit" in stopped.stdout
    assert (blog / "slow.txt").read_text(encoding="utf-8").endswith("... stopped after 1 seconds\n")


@pytest.mark.parametrize("name", ["my shot (1)", "50% of <it>", "größe", "a'b#c"])
def test_the_line_to_paste_shows_the_picture_whatever_its_name(blog: Path, name: str) -> None:
    made = shot(open_workspace(blog), ["echo", "hello"], TODAY, name=name)
    (image,) = parse_text(made.markdown).inlines_of("image")
    assert unquote(image.target) == made.svg == f"{name}.svg"
    assert (blog / made.svg).exists()
