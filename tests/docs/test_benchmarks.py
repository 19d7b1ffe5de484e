"""What the guide to benchmarks shows is what the commands do."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from inkwright.render.data_options import FACT_NAMES, KINDS, OPTIONS

GUIDE = (Path(__file__).resolve().parents[2] / "docs" / "guide" / "benchmarks.md").read_text(encoding="utf-8")
FENCE = re.compile(r"^(`{3,4})(\w+)\n(.*?)^\1$", re.DOTALL | re.MULTILINE)
BODIES = {language: body for _, language, body in FENCE.findall(GUIDE)}


@pytest.fixture
def blog(tmp_path: Path) -> Path:
    folder = tmp_path / "posts" / "load"
    folder.mkdir(parents=True)
    (tmp_path / "inkwright.toml").write_text("", encoding="utf-8")
    (folder / "bench.toml").write_text(BODIES["toml"], encoding="utf-8")
    (folder / "load.py").write_text("import sys\nassert sys.argv[1] in ('bulk', 'lines')\n", encoding="utf-8")
    (folder / "index.md").write_text(f"---\ntitle: Loading\n---\n\n{BODIES['markdown']}", encoding="utf-8")
    return tmp_path


def inkwright(blog: Path, *words: str) -> str:
    command = [sys.executable, "-m", "inkwright", *words]
    done = subprocess.run(command, cwd=blog, capture_output=True, text=True, check=False)
    return done.stdout


def shape(line: str) -> str:
    """A line without what differs from run to run: figures, and the machine with its versions."""
    line = re.sub(r"(Machine|Versions|Date): [^·]*", r"\1: ", line)
    return re.sub(r"\s+", " ", re.sub(r"[\d.,]+(?: to [\d.]+)?", "0", line)).strip()


def test_the_example_prints_what_the_guide_shows_and_its_fences_are_drawn(blog: Path) -> None:
    shown = BODIES["console"].splitlines()
    printed = inkwright(blog, *shown[0].split()[2:], "--n", "15").splitlines()
    assert [shape(line) for line in printed] == [shape(line) for line in shown[1:]]
    checked = inkwright(blog, "check", "posts", "--force")
    assert not re.search("broken-data-block|benchmark-without-facts|missing-image-alt", checked)
    inkwright(blog, "build")
    page = (blog / "public/posts/load/index.html").read_text(encoding="utf-8")
    assert page.count("<svg") >= 1 and page.count('<small class="facts">') == 2 and "not stated" not in page


def test_every_option_and_kind_is_in_the_guide() -> None:
    written = " ".join(re.findall(r"`([^`\n]+)`", GUIDE))
    for name in (*OPTIONS, *FACT_NAMES):
        assert f"{name}=" in written, name
    for kind in KINDS:
        assert kind in written
