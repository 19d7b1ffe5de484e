"""Talks from posts: every point stands in its post, nothing of the plan is in them."""

import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from inkwright.cli.main import main
from inkwright.flows.export_talk import export_talk
from inkwright.flows.load import load_site
from inkwright.model.errors import UsageError
from inkwright.workspace.folder import Workspace, open_workspace

from .test_promote_posts import letters, readable

DEMO = Path(__file__).resolve().parents[2] / "src/inkwright/demo/workspace"
TODAY = "2026-11-21"


def slides(text: str) -> list[str]:
    """What each slide shows, its notes taken away."""
    body = text.split("\n---\n", 1)[1]
    return re.sub(r"(?s)<!--.*?-->", "", body).split("\n\n---\n\n")


def hold(workspace: Workspace, post: str, out: Path) -> int:
    """Check the talk of a post; how many points it has."""
    done = export_talk(workspace, post, str(out), TODAY, True)
    (path,) = [path for path, _ in done.files.written if path.endswith(".talk.md")]
    text = Path(path).read_text(encoding="utf-8")
    source = readable(Path(post).read_text(encoding="utf-8"))
    points = 0
    for slide in slides(text):
        shown = re.sub(r"(?ms)^(`{3,}|~{3,}).*?^\\1$", "", slide)
        found = re.findall(r"(?m)^- (.+)$", shown)
        assert len(found) <= 4
        assert all(letters(one.replace("\\", "")) in source for one in found), (post, found)
        points += len(found)
    return points


def test_the_demo_posts(tmp_path: Path) -> None:
    shutil.copytree(DEMO, tmp_path / "demo")
    workspace = open_workspace(tmp_path / "demo")
    posts = [post.file for post in load_site(workspace, TODAY).posts if post.file.kind == "post"]
    points = {one.id: hold(workspace, str(workspace.path(one.path)), tmp_path / "out" / one.id) for one in posts}
    assert {name for name, count in points.items() if count > 12} == {"dynamic-batching", "kv-cache", "sqlite-or-jsonl"}
    assert points["nan-is-not-json"] > 1, "a short post has little to show"


def test_nothing_of_the_plan_is_in_a_talk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(DEMO, tmp_path / "demo")
    monkeypatch.chdir(tmp_path / "demo")
    place = tmp_path / "demo/posts/kv-cache/index.md"
    more = "\n## A last word\n\n<!-- plan\n- secretbullet\n-->\n\nIt is over now.<!-- secret -->\n"
    place.write_text(place.read_text() + more)
    said = CliRunner().invoke(main, ("export", "kv-cache", "--to", "talk", "--out", "out"))
    assert said.exit_code == 0 and "slides for Marp" in said.output
    text = (tmp_path / "demo/out/kv-cache.talk.md").read_text()
    assert text.startswith("---\nmarp: true\npaginate: true\ntitle: ") and "secret" not in text
    assert "## A last word\n\n<!--\nNotes\n\nIt is over now.\n-->" in text
    again = CliRunner().invoke(main, ("export", "kv-cache", "--to", "talk", "--out", "out"))
    assert "wrote" not in again.output


def test_a_private_word_keeps_it_here(tmp_path: Path) -> None:
    (tmp_path / "inkwright.toml").touch()
    (tmp_path / "inkwright").mkdir()
    (tmp_path / "inkwright/private.txt").write_text("Falcon\n")
    (tmp_path / "posts").mkdir()
    (tmp_path / "posts/a.md").write_text("---\ntitle: A\ndate: 2026-01-01\n---\n\nProject Falcon is slow.\n")
    with pytest.raises(UsageError, match="nothing was sent"):
        export_talk(open_workspace(tmp_path), "a", "", TODAY, False)
    assert not (tmp_path / ".inkwright/export").exists()


@pytest.mark.corpus
@pytest.mark.parametrize(
    ("folder", "most", "posts"),
    [
        ("docusaurus-llm-d", 6, 'posts = ["blog"]\n'),
        ("hugo-etcd", 6, ""),
        ("quarto-great-tables", 4, 'posts = ["."]\n'),
    ],
)
def test_posts_that_nobody_here_wrote(folder: str, most: int, posts: str, corpus: Path, tmp_path: Path) -> None:
    shutil.copytree(corpus / "posts" / folder, tmp_path / "site")
    (tmp_path / "site/inkwright.toml").write_text(f'base_url = "https://me.dev"\n{posts}', encoding="utf-8")
    workspace = open_workspace(tmp_path / "site")
    found = [post.file for post in load_site(workspace, "").posts if post.file.kind == "post"][-most:]
    points = [hold(workspace, str(workspace.path(file.path)), tmp_path / "out" / Path(file.id).name) for file in found]
    assert len(points) == most and sum(points) > 3 * most
