"""Sites built from the demo and from the corpus, and the foreign tools that judge them (`scripts/interop.py`).

A test here is left out, and says so, where its tool is not installed: `make interop` installs what it may.
"""

import functools
import http.server
import os
import shutil
import threading
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

import inkwright
from inkwright.cli.main import main
from inkwright.flows.build import build
from inkwright.workspace.folder import open_workspace

ROOT = Path(__file__).resolve().parents[2]
TOOLS = Path(os.environ.get("INKWRIGHT_INTEROP", ROOT / ".venv" / "interop"))
CORPUS = Path(os.environ.get("INKWRIGHT_CORPUS", ROOT.parent / "shared" / "corpus"))
DEMO = Path(inkwright.__file__).parent / "demo" / "workspace"
GOLDEN = ROOT / "tests" / "site" / "golden" / "workspace"
FOREIGN = (
    "posts/docusaurus-llm-d", "posts/hugo-etcd", "posts/jekyll-fastpages", "posts/jekyll-scikit-learn",
    "posts/mdx-hf-course", "posts/quarto-great-tables", "sites/hugo-blowfish-samples", "sites/hugo-coder-example",
    "sites/jekyll-minima", "vaults/digital-garden", "vaults/obsidian-export-cases", "vaults/kepano",
)  # fmt: skip
"""Folders of the corpus that are built as they are."""
SOURCES = {"demo": DEMO, "golden": GOLDEN, **({name: CORPUS / name for name in FOREIGN} if CORPUS.is_dir() else {})}
THEMES = ("plain", "margin")
SITE = 'signup = "https://list.example/add"\nportfolio = true\nsearch = true\ncards = true\n'
TODAY = "2026-11-21"


def tool(path: str) -> Path:
    """A file of a tool whose installation came to its end; the test is left out where there is none."""
    found, name = TOOLS / path, path.split("/")[0]
    if not found.exists() or not (TOOLS / name / "installed.json").exists():
        pytest.skip(f"{name}: not installed, see `make interop`")
    return found


def program(name: str) -> str:
    """A program by its name; the test is left out where there is none."""
    own = TOOLS / "python" / "bin" / name
    found = str(own) if own.exists() else shutil.which(name)
    if not found:
        pytest.skip(f"{name}: not installed, see `make interop`")
    return found


@functools.cache
def _given(source: Path) -> str:
    """The settings of a copy: its own, else those that `init` finds for a folder that is not ours."""
    own = source / "inkwright.toml"
    return own.read_text(encoding="utf-8") if own.exists() else ""


def make_workspace(source: Path, into: Path, theme: str = "plain") -> Path:
    """A copy of a folder with its settings, everything of the site switched on."""
    copy = Path(shutil.copytree(source, into, ignore=shutil.ignore_patterns(".inkwright", "public")))
    settings = copy / "inkwright.toml"
    text = _given(source)
    if not text:
        done = CliRunner().invoke(main, ("init", str(copy)), standalone_mode=False)
        assert done.exception is None, done.exception
        generator = tomllib.loads(settings.read_text(encoding="utf-8"))["generator"]
        text = f'title = "Corpus"\nbase_url = "https://corpus.example"\ngenerator = "{generator}"\n'
    head = "" if "[site]" in text else "[site]\n"
    settings.write_text(f'{text}\n{head}theme = "{theme}"\n{SITE}', encoding="utf-8")
    return copy


class Sites:
    """Sites by source and theme, each built when it is first asked for."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._built: dict[tuple[str, str], Path] = {}

    def workspace(self, name: str, theme: str = "plain") -> Path:
        """The workspace of a site, built."""
        key = (name, theme)
        if key not in self._built:
            copy = make_workspace(SOURCES[name], self._folder / theme / name.replace("/", "-"), theme)
            build(open_workspace(copy), TODAY, out="public")
            self._built[key] = copy
        return self._built[key]

    def tree(self, name: str, theme: str = "plain") -> Path:
        """The folder that holds the site."""
        return self.workspace(name, theme) / "public"


@pytest.fixture(scope="session")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Sites:
    return Sites(tmp_path_factory.mktemp("interop"))


class _Quiet(http.server.SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, format: str, *args: Any) -> None:
        """Nothing."""


@pytest.fixture
def serve() -> Iterator[Callable[[Path], str]]:
    """`serve(folder)` -> its address on the loopback, without a final slash."""
    servers = []

    def one(folder: Path) -> str:
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(folder)))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        servers.append(server)
        return f"http://127.0.0.1:{server.server_address[1]}"

    yield one
    for server in servers:
        server.shutdown()
        server.server_close()
