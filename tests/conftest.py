"""What every test may use, and the rule that nothing is silently left out."""

import gc
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from inkwright.process.sandbox import bubblewrap

pytest_plugins = ("tests.postgres",)
"""Fixtures that bring a PostgreSQL and a ledger on each database; nothing of it is started before it is asked for."""

settings.register_profile("inkwright", deadline=None)
settings.load_profile("inkwright")  # how long an example takes says more of the machine's load than of the code
ROOT = Path(__file__).resolve().parent.parent
CORPUS = Path(os.environ.get("INKWRIGHT_CORPUS", ROOT.parent / "shared" / "corpus"))
SPEC = Path(os.environ.get("INKWRIGHT_SPEC", ROOT.parent / "shared" / "spec"))
IN_CI = os.environ.get("CI") == "true"
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--golden", action="store_true", help="write the golden files instead of comparing with them")


@pytest.hookimpl(hookwrapper=True)
def pytest_collection() -> Iterator[None]:
    """All that is made here stays: to look for garbage in it is a third of the work of collecting, and finds none."""
    gc.disable()
    yield
    gc.freeze()
    gc.enable()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out, and count, what this machine cannot run; in CI a missing part is a failure instead.

    Tests in a browser come last: while Playwright lives, nothing else in that process can start a loop of asyncio.
    """
    items.sort(key=lambda item: item.get_closest_marker("browser") is not None)
    if "interop" not in (config.option.markexpr or ""):  # `make interop` runs these, beside the tools that it finds
        config.hook.pytest_deselected(items=[item for item in items if item.get_closest_marker("interop")])
        items[:] = [item for item in items if not item.get_closest_marker("interop")]
    missing = {}
    if not CORPUS.is_dir():
        missing["corpus"] = f"the development corpus is not at {CORPUS}"
    if not any(shutil.which(name) for name in BROWSERS):
        missing["browser"] = "there is no Chromium"
    if not bubblewrap():
        missing["sandbox"] = "there is no bubblewrap that works"
    if not missing:
        return
    if IN_CI and "browser" in missing:
        raise pytest.UsageError("in CI every page test must run, but there is no Chromium")
    kept, left = [], []
    for item in items:
        (left if any(item.get_closest_marker(name) for name in missing) else kept).append(item)
    if left:
        config.hook.pytest_deselected(items=left)
        items[:] = kept
        for name, reason in missing.items():
            config.issue_config_time_warning(UserWarning(f"tests marked {name} were left out: {reason}"), 2)


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo) -> Iterator[None]:
    """In CI a skipped test is a failed one."""
    outcome = yield
    report = outcome.get_result()
    if IN_CI and report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"skipped in CI: {report.longrepr[-1]}"


@pytest.fixture(scope="session", autouse=True)
def no_wait_for_the_disk() -> Iterator[None]:
    """Thousands of small files are written safely: in this process they are handed to the system, and it is not waited
    until they are on the disk, since no test cuts the power. Programs that tests start do wait, and INKWRIGHT_TORTURE
    waits everywhere."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("fsync", "fdatasync"):
            if hasattr(os, name) and "INKWRIGHT_TORTURE" not in os.environ:
                patch.setattr(os, name, _is_open)
        yield


def _is_open(file: int) -> None:
    """All that may go wrong with a sync while the power stays on."""
    os.fstat(file)


@pytest.fixture(scope="session")
def corpus() -> Path:
    """Folder of the development corpus; tests that use it carry the mark `corpus`."""
    return CORPUS


@pytest.fixture(scope="session")
def spec() -> Path:
    """Folder of the specifications' examples; tests that use it carry the mark `corpus`."""
    return SPEC
