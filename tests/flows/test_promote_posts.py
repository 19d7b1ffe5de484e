"""Drafts of real posts: every sentence stands in its post, and no message is longer than its network takes."""

import re
import shutil
from pathlib import Path

import pytest

from inkwright.flows.load import load_site
from inkwright.flows.promote import Wish, drafts, promote
from inkwright.flows.promote_subject import told
from inkwright.model.promotion import Draft
from inkwright.promote.check import check
from inkwright.promote.networks import names, network
from inkwright.workspace.folder import Workspace, open_workspace

from .promote_blog import TODAY, snapshot

DEMO = Path(__file__).resolve().parents[2] / "src/inkwright/demo/workspace"
LEFT_OPEN = {"blank", "shouting", "bait"}
"""Rules that a draft may break as it is made: places that only the writer can fill, and a title, which is the writer's
own."""


def letters(text: str) -> str:
    return "".join(sign for sign in text if sign.isalnum())


def readable(source: str) -> str:
    """The letters of a post with what a reader does not see taken out: by plain search, not by the product's parser."""
    text = re.sub(r"(?s)<!--.*?-->|\{/\*.*?\*/\}", "", source)
    text = re.sub(r"!?\[((?:[^\[\]]|\[[^\]]*\])*)\]\((?:[^()\s]|\([^()]*\))*(?:\s+\"[^\"]*\")?\)", r"\1", text)
    text = re.sub(r"\[([^\[\]]+)\]\[[^\]]*\]", r"\1", text)
    text = re.sub(r"\[\^[^\]]+\]|<[^<>\n]+>|\{[:.#%][^{}]*\}|&nbsp;", "", text)
    text = re.sub(r"\[\[(?:[^\]|]*\|)?([^\]]*)\]\]", r"\1", text)
    return letters(text.replace("&amp;", "").replace("&rsquo;", ""))


def own_words(draft: Draft) -> list[str]:
    """The sentences of a draft's file, found by taking away what we say ourselves."""
    text = re.sub(r"(?s)<!--.*?-->", "", draft.text)
    text = re.sub(r"\[\?[^\]]*\]|https?://\S+|(?m:^## .*$)|(?m:^---$)", "\n", text)
    return [line for line in (line.strip() for line in text.split("\n")) if line]


def hold(workspace: Workspace, post: str) -> int:
    """Check all drafts of a post; how many sentences they have."""
    found = told(workspace, post, TODAY)
    source, title = readable(found.post.document.text), letters(found.subject.title)
    count = 0
    for draft in drafts(found, names()):
        said = [saying.text for saying in draft.sayings]
        assert all(letters(text) in source for text in said), (post, draft.network, said)
        for line in own_words(draft):
            rest = line
            for text in said:
                rest = rest.replace(text, "")
            assert letters(rest) in ("", title) or letters(line) in title, (post, draft.network, line)
        broken = {
            one.rule.partition("/")[2] for one in check(draft.text, network(draft.network)) if one.severity == "error"
        }
        assert broken <= LEFT_OPEN, (post, draft.network, broken)
        count += len(said)
    return count


def test_the_demo_posts(tmp_path: Path) -> None:
    shutil.copytree(DEMO, tmp_path / "demo")
    workspace = open_workspace(tmp_path / "demo")
    posts = [post.file.id for post in load_site(workspace, TODAY).posts if post.file.kind == "post"]
    assert len(posts) == 6
    assert {post: hold(workspace, post) > 20 for post in posts} == {
        "averaging-percentiles": False, "dynamic-batching": True, "kv-cache": True, "migration-story": False,
        "nan-is-not-json": True, "sqlite-or-jsonl": True,
    }  # fmt: skip
    first = [promote(workspace, post, TODAY, Wish()).drafts for post in posts]
    before = snapshot(workspace.root)
    assert len(first) == 6
    assert {one.state for post in posts for one in promote(workspace, post, TODAY, Wish()).drafts} == {"unchanged"}
    assert snapshot(workspace.root) == before


@pytest.mark.corpus
@pytest.mark.parametrize(
    ("folder", "most", "posts"),
    [
        ("docusaurus-llm-d", 12, 'posts = ["blog"]\n'),
        ("jekyll-scikit-learn", 12, ""),
        ("hugo-etcd", 10, ""),
        ("quarto-great-tables", 6, 'posts = ["."]\n'),
    ],
)
def test_posts_that_nobody_here_wrote(folder: str, most: int, posts: str, corpus: Path, tmp_path: Path) -> None:
    shutil.copytree(corpus / "posts" / folder, tmp_path / "site")
    (tmp_path / "site/inkwright.toml").write_text(f'base_url = "https://me.dev"\n{posts}', encoding="utf-8")
    workspace = open_workspace(tmp_path / "site")
    found = [post.file.path for post in load_site(workspace, "").posts if post.file.kind == "post"][-most:]
    assert len(found) == most
    sentences = sum(hold(workspace, str(workspace.path(post))) for post in found)
    assert sentences > 10 * most
