"""What a plain installation does without the packages of the newsletter: everything that is not about the ledger."""

import subprocess
import sys

import pytest

WITHOUT = """
import sys
GONE = set("aiosmtplib alembic cryptography css_inline dns email_validator flufl psycopg sqlalchemy".split())
class Gone:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in GONE:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)
sys.meta_path.insert(0, Gone())
from inkwright.cli.main import run
sys.argv = ["inkwright", *sys.argv[1:]]
run()
"""


def inkwright(folder, *args):
    return subprocess.run(
        [sys.executable, "-c", WITHOUT, *args], cwd=folder, capture_output=True, text=True, check=False
    )


@pytest.fixture
def blog(tmp_path):
    (tmp_path / "inkwright.toml").touch()
    (tmp_path / "posts").mkdir()
    (tmp_path / "posts" / "one.md").write_text(
        "---\ntitle: Of 2020\ndate: 2020-01-02\n---\n\nText.\n", encoding="utf-8"
    )
    return tmp_path


@pytest.mark.parametrize(
    "args",
    [("schema",), ("stale",), ("stats",), ("portfolio",), ("coach",), ("contact", "list"), ("interview",), ("build",),
     ("publish", "one", "--dry-run"), ("promote", "one"), ("today",), ("board",), ("doctor",), ("newsletter", "--help"),
     ("newsletter", "send", "--help"), ("subscribers", "--help"), ("readings", "--help"), ("outline", "one"),
     ("stats", "report")],
    ids=" ".join,
)  # fmt: skip
def test_what_needs_no_ledger_works(blog, args):
    done = inkwright(blog, *args)
    assert done.returncode in (0, 1), done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    "args",
    [("subscribers", "list"), ("newsletter", "status"), ("newsletter", "preview", "one"), ("readings", "list"),
     ("stats", "posts"), ("stats", "newsletter"), ("newsletter", "server"), ("newsletter", "doctor", "x.example")],
    ids=" ".join,
)  # fmt: skip
def test_what_needs_it_says_how_to_get_it(blog, args):
    done = inkwright(blog, *args)
    assert done.returncode == 2 and "pip install 'inkwright[newsletter]'" in done.stderr, done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_the_report_says_what_is_lacking(blog):
    assert inkwright(blog, "stats", "report").returncode == 0
    page = (blog / "private/stats.html").read_text(encoding="utf-8")
    assert page.count("pip install &#x27;inkwright[newsletter]&#x27;") == 5
