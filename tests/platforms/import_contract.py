"""What every format of `import` must do, shown on its own sample.

A platform's sample is `tests/platforms/<name>/export`, a generator's its `tree`; the posts that come of it stand in
`imported.md` beside it (`--golden` writes it). The account is compared with a count over the source that is made here
in another way: by what its bytes hold.
"""

import json
import re
import zipfile
from pathlib import Path

from click.testing import CliRunner

from inkwright.cli.main import main
from inkwright.flows.import_posts import Wanted, import_posts
from inkwright.flows.import_read import formats
from inkwright.model.imports import ImportReport
from inkwright.text.front_matter import read_front_matter
from inkwright.workspace.folder import Workspace

SAMPLES = Path(__file__).parent
TODAY = "2026-01-02"
NAMES = formats()


def sample(name: str) -> Path:
    export = SAMPLES / name / "export"
    return export if export.is_dir() else SAMPLES / name / "tree"


def blog(root: Path) -> Workspace:
    root.mkdir(parents=True)
    (root / "inkwright.toml").write_text('generator = "inkwright"\n')
    return Workspace(root, inside=True)


def files(root: Path) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(root.rglob("*")) if path.is_file() and ".inkwright" not in path.parts
    }  # fmt: skip


def posts(root: Path) -> str:
    """All posts of a workspace, each below its path."""
    found = {name: data for name, data in files(root).items() if name.endswith(".md") and "/imports/" not in name}
    return "".join(f"=== {name}\n{data.decode()}" for name, data in found.items())


def counted(report: ImportReport, kind: str) -> int:
    return sum(one.source for one in report.counts if one.kind == kind)


class Contract:
    """The checks; a subclass names its format."""

    name: str

    def bring(self, root: Path, source: Path | None = None) -> ImportReport:
        return import_posts(blog(root), self.name, str(source or sample(self.name)), TODAY, Wanted())

    def test_its_posts(self, tmp_path, request):
        self.bring(tmp_path / "a")
        golden = SAMPLES / self.name / "imported.md"
        if request.config.getoption("--golden"):
            golden.write_text(posts(tmp_path / "a"), encoding="utf-8")
        assert posts(tmp_path / "a") == golden.read_text(encoding="utf-8")

    def test_the_account_adds_up(self, tmp_path):
        report = self.bring(tmp_path / "a")
        for one in report.counts:
            assert one.kept + one.changed + one.lost == one.source
        assert counted(report, "post") == len(report.posts) > 0
        assert (tmp_path / "a" / report.report).read_text().startswith("# Import from ")
        for post in report.posts:
            assert post.state == "new"
            for item in post.items:
                assert item.fate == "kept" or item.why, item

    def test_what_is_kept_is_there(self, tmp_path):
        report = self.bring(tmp_path / "a")
        for post in report.posts:
            path = tmp_path / "a" / post.path
            text = path.read_text()
            front = read_front_matter(text)
            assert not front.problems
            assert front.data["title"]
            assert "inkwright-file-" not in text
            beside = {one.name for one in path.parent.iterdir()} - {"index.md"}
            kept = [one for one in post.items if one.kind in ("picture", "file") and one.fate == "kept"]
            assert all(name in text for name in beside)
            assert bool(kept) == bool(beside)
            notes = [one for one in post.items if one.kind == "footnote" and one.fate == "kept"]
            assert len(re.findall(r"(?m)^\[\^[^\]]+\]:", text)) == len(notes)
            redirects = [one for one in post.items if one.kind == "redirect" and one.fate == "kept" and not one.why]
            assert len(set(front.data.get("aliases", ()))) >= len({one.what for one in redirects} and redirects[:1])

    def test_a_second_run_changes_nothing(self, tmp_path):
        self.bring(tmp_path / "a")
        before = files(tmp_path / "a")
        again = import_posts(
            Workspace(tmp_path / "a", inside=True), self.name, str(sample(self.name)), "2026-03-04", Wanted()
        )
        assert {post.state for post in again.posts} == {"unchanged"}
        assert files(tmp_path / "a") == before

    def test_a_zip_gives_the_same(self, tmp_path):
        place = tmp_path / sample(self.name).name
        with zipfile.ZipFile(place, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("mimetype", "x")
            for path in sorted(sample(self.name).rglob("*")):
                if path.is_file():
                    archive.write(path, path.relative_to(sample(self.name)).as_posix())
        self.bring(tmp_path / "a")
        self.bring(tmp_path / "b", place)
        assert posts(tmp_path / "a") == posts(tmp_path / "b")

    def test_a_zip_inside_a_zip_gives_the_same(self, tmp_path):
        inner, outer = tmp_path / "Part-1.zip", tmp_path / sample(self.name).name
        with zipfile.ZipFile(inner, "w") as archive:
            archive.writestr("mimetype", "x")
            for path in sorted(sample(self.name).rglob("*")):
                if path.is_file():
                    archive.write(path, path.relative_to(sample(self.name)).as_posix())
        with zipfile.ZipFile(outer, "w") as archive:
            archive.write(inner, "Part-1.zip")
        self.bring(tmp_path / "a")
        self.bring(tmp_path / "b", outer)
        assert posts(tmp_path / "a") == posts(tmp_path / "b")

    def test_nothing_that_runs_comes_in(self, tmp_path):
        self.bring(tmp_path / "a")
        assert not re.search(r"<script|\son\w+=|javascript:", posts(tmp_path / "a").replace("`", ""), re.I)

    def test_the_command_says_so_too(self, tmp_path, monkeypatch):
        blog(tmp_path / "a")
        monkeypatch.chdir(tmp_path / "a")
        monkeypatch.delenv("INKWRIGHT_WORKSPACE", raising=False)
        result = CliRunner().invoke(main, ("import", self.name, str(sample(self.name)), "--format", "json"))
        assert result.exit_code == 0, result.output
        assert {one["kind"] for one in json.loads(result.output)["imported"]["counts"]} >= {"post"}
