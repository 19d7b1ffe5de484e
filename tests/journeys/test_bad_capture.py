"""What a writer hands in while collecting may be anything: one sentence, the rest kept and counted, nothing hangs."""

import subprocess
import sys
from pathlib import Path

import pytest

PDF = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<<>>\nendobj\n"
SAID = "this is a PDF, not a text"


def inkwright(folder: Path, *args: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "inkwright", *args],
        cwd=folder, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL, timeout=60,
    )  # fmt: skip


@pytest.fixture
def blog(tmp_path: Path) -> Path:
    (tmp_path / "inkwright.toml").touch()
    (tmp_path / "posts").mkdir()
    (tmp_path / "posts/good.md").write_text(
        "---\ntitle: Good\ndate: 2026-01-02\n---\n\nA paragraph.\n", encoding="utf-8"
    )
    (tmp_path / "paper.pdf").write_bytes(PDF)
    (tmp_path / "posts/paper.md").write_bytes(PDF)
    (tmp_path / "posts/letters.md").write_bytes(b"%PDF-1.4 only letters\n")
    return tmp_path


@pytest.mark.parametrize(
    "command",
    [
        ("check", "paper.pdf"), ("check", "posts/letters.md"), ("checklist", "paper.pdf"), ("outline", "paper.pdf"),
        ("write", "paper.pdf", "--no-editor"), ("write", "letters", "--no-editor"), ("clip", "paper.pdf"),
        ("clip", "paper.pdf", "--kind", "code"), ("paper", "add", "paper.pdf"), ("related", "paper.pdf"),
    ],
)  # fmt: skip
def test_a_pdf_given_as_a_text(blog: Path, command: tuple[str, ...]) -> None:
    done = inkwright(blog, *command)
    assert done.returncode == 2 and SAID in done.stderr and "Traceback" not in done.stderr
    assert not (blog / "notes").exists() and (blog / "paper.pdf").read_bytes() == PDF


def test_a_pdf_among_the_posts_is_named_and_the_others_are_built(blog: Path) -> None:
    done = inkwright(blog, "build")
    assert done.returncode == 1 and done.stderr.count(SAID) == 2 and "Built 1 post" in done.stdout
    done = inkwright(blog, "check", ".")
    assert done.returncode == 1 and (done.stdout + done.stderr).count(SAID) == 2


def test_a_broken_bibliography_gives_its_good_entries_and_the_lines_of_the_others(blog: Path) -> None:
    good = "@article{{key{0}, title={{A title of some length {0}}}, author={{Lee, Ann}}, year=2020}}\n"
    (blog / "r.bib").write_text(
        f"{good.format(1)}@article{{open, title={{unclosed\n{good.format(2)}@misc{{, title={{}}}}\n}} }} }} rubbish\n"
        f'{good.format(3)}@string{{x = \n@article{{last, title = "open',
        encoding="utf-8",
    )
    done = inkwright(blog, "paper", "add", "r.bib")
    assert done.returncode == 1 and "3 new, 0 there already, 4 left out." in done.stdout
    assert [line.split(": ")[1] for line in done.stderr.splitlines()] == ["r.bib:2", "r.bib:4", "r.bib:7", "r.bib:8"]
    assert len(list((blog / "papers").iterdir())) == 3


def test_links_that_lead_in_a_circle(blog: Path) -> None:
    (blog / "self.md").symlink_to("self.md")
    (blog / "notes").mkdir()
    (blog / "notes/up").symlink_to("..")
    (blog / "notes/a.md").write_text("# A\n", encoding="utf-8")
    for command in (("clip", "self.md"), ("paper", "add", "self.md"), ("check", "self.md")):
        done = inkwright(blog, *command)
        assert done.returncode == 2 and "self.md" in done.stderr and "Traceback" not in done.stderr
    assert "1 note," in inkwright(blog, "index").stdout
