"""What the guide to bound numbers shows is what the commands print."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from inkwright.evidence.numbers import number_states
from inkwright.text.markdown import parse_text

GUIDE = (Path(__file__).resolve().parents[2] / "docs" / "guide" / "numbers.md").read_text(encoding="utf-8")
FENCE = re.compile(r"^(`{3,4})(\w+)\n(.*?)^\1$", re.S | re.M)


@pytest.fixture
def blog(tmp_path: Path) -> Path:
    folder = tmp_path / "posts" / "int8"
    folder.mkdir(parents=True)
    (tmp_path / "inkwright.toml").write_text("", encoding="utf-8")
    post = next(body for _, language, body in FENCE.findall(GUIDE) if language == "markdown")
    (folder / "index.md").write_text(f"---\ntitle: int8\n---\n{post}", encoding="utf-8")
    (folder / "results.json").write_text('{"int8": {"p50": 52.14}, "fp16": {"p50": 61.02}}', encoding="utf-8")
    return tmp_path


def printed(blog: Path, *args: str) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-m", "inkwright", *args], cwd=blog, capture_output=True, text=True, check=False
    )
    return done.stdout.splitlines()


def shown(command: str) -> list[str]:
    """The lines that the guide shows below a command, up to the next one."""
    console = next(body for _, language, body in FENCE.findall(GUIDE) if f"$ {command}\n" in body)
    return console.partition(f"$ {command}\n")[2].partition("\n$ ")[0].strip("\n").splitlines()


def test_stale_figures_are_told_as_the_guide_tells_them(blog: Path) -> None:
    assert [line for line in printed(blog, "check", "posts/int8") if "[stale-number]" in line] == shown(
        "inkwright check posts/int8"
    )


def test_numbers_are_listed_as_the_guide_lists_them(blog: Path) -> None:
    assert printed(blog, "numbers", "int8") == shown("inkwright numbers int8")


def test_the_example_of_printed_output_holds() -> None:
    example = next(body for marks, _, body in FENCE.findall(GUIDE) if len(marks) == 4)
    (one,) = number_states(parse_text(example), lambda name: {})
    assert (one.state, one.value) == ("holds", 667)


@pytest.mark.parametrize(
    "figure", ["46,878", "46\u202f878", "46.878,0", "~46878", "**46,878**", "+46,878", "4.69 × 10⁴", "4.69e4"]
)
def test_every_style_that_the_guide_names_holds(figure: str) -> None:
    form = ".2e" if "10" in figure or "e4" in figure else ".1f" if ",0" in figure else ",.0f"
    (one,) = number_states(parse_text(f"Of {figure}<!--=r.json#n {form}--> all.\n"), lambda name: {"n": 46878})
    assert (one.state, one.problem) == ("holds", "")
