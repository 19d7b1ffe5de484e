"""W1: a pile of 36 notes, and one command that names the topic, shows its notes and lays out a budgeted outline."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import inkwright
from inkwright.flows.finding import opened_finder
from inkwright.plan.templates import template
from inkwright.text.markdown import parse_text
from inkwright.text.plan_marks import plan_marks, section_marks
from inkwright.workspace.folder import make_folder

GPU = (Path(__file__).parents[1] / "demo" / "gpu_notes.txt").read_text(encoding="utf-8").split()
WORD = re.compile(r"[^\W_]+")
NO_NETWORK = """
import socket
def refuse(*args, **kwargs):
    raise OSError("a connection was tried")
socket.socket.connect = socket.socket.connect_ex = socket.create_connection = socket.getaddrinfo = refuse
"""


@pytest.fixture(scope="module")
def laid(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """The demo's folder after the command, and what it printed."""
    folder = tmp_path_factory.mktemp("pile")
    blog = folder / "blog"
    shutil.copytree(Path(inkwright.__file__).parent / "demo" / "workspace", blog)
    (folder / "sitecustomize.py").write_text(NO_NETWORK, encoding="utf-8")
    path = os.pathsep.join([str(folder), os.environ.get("PYTHONPATH", "")])
    done = subprocess.run(
        [sys.executable, "-m", "inkwright", "new", "--topic", "gpu"], cwd=blog, env={**os.environ, "PYTHONPATH": path},
        stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return blog, done.stdout


def post(blog: Path) -> str:
    return (blog / "posts" / "how-gpu-works" / "index.md").read_text(encoding="utf-8")


def test_the_topic_is_named_and_its_notes_are_shown(laid: tuple[Path, str]) -> None:
    _, shown = laid
    name, _, counted = shown.splitlines()[0].partition(": ")
    assert "GPU" in name
    assert "notes" in counted
    notes = re.findall(r"^  notes/(\S+)\.md  ", shown, re.M)
    assert len(set(notes) & set(GPU)) >= 10
    assert len(set(notes) - set(GPU)) <= 2


def test_the_outline_has_its_sections_with_their_budgets(laid: tuple[Path, str]) -> None:
    blog, shown = laid
    document = parse_text(post(blog))
    kind = re.search(r"^Kind of post: ([\w-]+), because ", shown, re.M)
    assert kind
    wanted = template(kind[1]).sections
    assert [(mark.key, mark.budget) for mark in section_marks(document)] == [(one.key, one.budget) for one in wanted]
    for section in wanted:
        assert f"{section.title}  {section.budget} words" in shown
    filled = [plan for plan in plan_marks(document) if plan.bullets and not plan.spare]
    assert len(filled) >= 5


def test_every_word_of_every_bullet_is_the_authors(laid: tuple[Path, str]) -> None:
    blog, _ = laid
    with opened_finder(make_folder(str(blog))) as finder:
        notes = {row.id.rpartition("/")[2]: f"{finder.names(row.no)[0]} {finder.text(row.no)}"
                 for row in finder.files("note")}  # fmt: skip
    ideas = set(WORD.findall((blog / "ideas.md").read_text(encoding="utf-8")))
    bullets = [bullet for plan in plan_marks(parse_text(post(blog))) for bullet in plan.bullets]
    assert len(bullets) > 50
    for bullet in bullets:
        own = set(WORD.findall(notes[bullet.note])) if bullet.note else ideas
        assert set(WORD.findall(bullet.text)) <= own, bullet


def test_no_paragraph_of_the_notes_is_lost(laid: tuple[Path, str]) -> None:
    blog, _ = laid
    document = parse_text(post(blog))
    bullets = [bullet for plan in plan_marks(document) for bullet in plan.bullets if bullet.note == "coalescing-bus"]
    said = " ".join(bullet.text for bullet in bullets)
    for words in (
        "Davi asked why",
        "Global memory comes in segments",
        "If thread k wants",
        "Rule I wrote",
        "He got the",
    ):
        assert words in said
