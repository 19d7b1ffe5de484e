"""Each folder of the corpus: what is counted, what is published, and that checking and building it survives it."""

import hashlib
import importlib.util
import json
import os
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from inkwright.flows.load import load_site
from inkwright.site.paths import place_of
from inkwright.workspace.folder import Workspace

HERE = Path(__file__).parent
_spec = importlib.util.spec_from_file_location("corpus_renew", HERE / "renew.py")
renew = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(renew)
FOLDERS = renew.counting.FOLDERS

pytestmark = pytest.mark.corpus


def expected(folder: str) -> dict:
    return json.loads(renew.place(folder).read_text(encoding="utf-8"))


def state(folder: Path) -> dict[str, str]:
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def run(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    code = "from inkwright.cli.main import run; run()"
    environment = {**os.environ, "PYTHONIOENCODING": "utf-8", "NO_COLOR": "1"}
    environment.pop("INKWRIGHT_WORKSPACE", None)
    return subprocess.run(
        [sys.executable, "-c", code, *words], cwd=folder, capture_output=True, text=True, env=environment, timeout=300,
    )  # fmt: skip


@pytest.mark.parametrize("folder", FOLDERS)
def test_the_counts_are_the_expected_ones(corpus, folder):
    found, wanted = renew.counting.expectations(corpus / folder), expected(folder)
    assert found["digest"] == wanted["digest"], "the corpus itself is another one; renew the expectations"
    for key, value in found.items():
        assert value == wanted[key], key


@pytest.mark.parametrize("folder", FOLDERS)
def test_two_ways_of_counting_agree_or_a_note_says_why(folder):
    assert renew.unexplained(expected(folder)) == []


def test_every_note_belongs_to_a_difference():
    for folder in FOLDERS:
        wanted = expected(folder)
        for name in wanted["notes"]:
            assert wanted["counts"][name] != wanted["crude"][name], (folder, name)


@pytest.mark.parametrize("folder", FOLDERS)
def test_checking_survives_it_and_changes_nothing(corpus, folder, tmp_path):
    copy = tmp_path / "copy"
    shutil.copytree(corpus / folder, copy)
    before = state(copy)
    for words in ((), (".",)):
        result = run(copy, "check", "--format", "json", *words)
        assert result.returncode in (0, 1), result.stderr
        assert "Traceback" not in result.stderr
        assert json.loads(result.stdout)["version"] == 1
    assert state(copy) == before


@pytest.fixture(scope="module")
def built(corpus, tmp_path_factory):
    """Gives a folder's copy, its built site and what the build said; each folder is built once."""

    @cache
    def build(folder: str) -> tuple[Path, Path, subprocess.CompletedProcess[str]]:
        place = tmp_path_factory.mktemp("built")
        shutil.copytree(corpus / folder, place / "copy")
        return place / "copy", place / "site", run(place / "copy", "build", "--out", str(place / "site"))

    return build


@pytest.mark.parametrize("folder", FOLDERS)
def test_building_keeps_every_post_that_its_generator_publishes(corpus, built, folder):
    copy, out, result = built(folder)
    assert result.returncode in (0, 1), result.stderr
    assert "Traceback" not in result.stderr
    assert state(copy) == state(corpus / folder)
    site = load_site(Workspace(copy, inside=False), renew.counting.TODAY)
    shown = [post for post in site.posts if post.published]
    assert len(shown) == expected(folder)["published"]
    missing = [post.file.path for post in shown if not (out / place_of(post.url)).is_file()]
    assert missing == []
    places = {place_of(post.url) for post in shown}
    assert len(places) == len(shown), "two posts share a page"


@pytest.mark.parametrize("folder", FOLDERS)
def test_what_is_held_back_or_not_read_is_said(built, folder):
    _, _, result = built(folder)
    wanted = expected(folder)
    for path in (*wanted["held_back"], *wanted["not_read"]):
        assert path in result.stdout + result.stderr
    assert result.returncode == 1 or not wanted["not_read"]
