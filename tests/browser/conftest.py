"""A real Chromium, and built sites served on the loopback for it."""

import functools
import http.server
import shutil
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

import inkwright
from inkwright.flows.build import build
from inkwright.workspace.folder import open_workspace

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
SOURCES = {
    "golden": Path(__file__).resolve().parent.parent / "site" / "golden" / "workspace",
    "demo": Path(inkwright.__file__).parent / "demo" / "workspace",
}

SOURCES["margin"] = SOURCES["golden"]
SETTINGS = {"margin": 'theme = "margin"\nsignup = "https://list.example/add"\nportfolio = true\nsearch = true\n'}
"""Lines added below `[site]`, the last table of the golden workspace."""


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:
        """Nothing."""


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """The system's Chromium."""
    from playwright.sync_api import sync_playwright

    program = next((found for name in BROWSERS if (found := shutil.which(name))), None)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=program, args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def trees(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The built golden workspace and the built demo, by name."""
    found = {}
    for name, source in SOURCES.items():
        copy = Path(shutil.copytree(source, tmp_path_factory.mktemp("sites") / name))
        if name in SETTINGS:
            with (copy / "inkwright.toml").open("a", encoding="utf-8") as settings:
                settings.write(SETTINGS[name])
        build(open_workspace(copy), "2026-11-21")
        found[name] = copy / "public"
    return found


@pytest.fixture(scope="session")
def served(trees: dict[str, Path]) -> Iterator[dict[str, str]]:
    """The address of each built site, without a final slash."""
    servers = {}
    for name, tree in trees.items():
        handler = functools.partial(_Quiet, directory=str(tree))
        servers[name] = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
        threading.Thread(target=servers[name].serve_forever, daemon=True).start()
    yield {name: f"http://127.0.0.1:{server.server_address[1]}" for name, server in servers.items()}
    for server in servers.values():
        server.shutdown()
        server.server_close()


@pytest.fixture
def open_page(browser: Any) -> Iterator[Callable[..., Any]]:
    """`open_page(address, width=1280, scheme="light", **context)` -> a page that has loaded."""
    contexts = []

    def opened(address: str, width: int = 1280, scheme: str = "light", **context: Any) -> Any:
        made = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme, **context)
        contexts.append(made)
        page = made.new_page()
        page.goto(address)
        return page

    yield opened
    for context in contexts:
        context.close()
