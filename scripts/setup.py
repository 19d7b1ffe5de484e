"""Set up what a make target needs: `setup.py run`, `setup.py dev` or `setup.py programs`. Standard library only."""

import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def fail(sentence: str) -> None:
    """Say in one line what is missing and what to do, then stop."""
    sys.exit(f"setup: {sentence}")


def apt_install(*packages: str) -> bool:
    """Install Debian packages where this user may; whether they are there now."""
    if os.name != "posix" or os.geteuid() != 0 or not shutil.which("apt-get"):
        return False
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(["apt-get", "update", "-q"], check=False, env=environment, **quiet)
    done = subprocess.run(
        ["apt-get", "install", "-y", "-q", "--no-install-recommends", *packages], check=False, env=environment, **quiet
    )
    return done.returncode == 0


def make_environment() -> None:
    """Create .venv when it is not there, with pip inside."""
    if (BIN / "python").exists():
        return
    if sys.version_info < (3, 11):
        fail(f"Inkwright needs Python 3.11 or newer, this is {sys.version.split()[0]}; call make PYTHON=python3.12.")
    print("Creating .venv ...", flush=True)
    try:
        venv.create(VENV, with_pip=True)
    except subprocess.CalledProcessError:
        shutil.rmtree(VENV, ignore_errors=True)
        if not apt_install("python3-venv"):
            fail("python3 has no venv module with pip; install it (Debian: apt-get install python3-venv).")
        venv.create(VENV, with_pip=True)


def install(target: str, extra: str) -> None:
    """Install the project with an extra, in place, and leave a stamp that make compares."""
    make_environment()
    print(f"Installing Inkwright into .venv ({target}) ...", flush=True)
    command = [str(BIN / "python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-e", f".{extra}"]
    if subprocess.run(command, cwd=ROOT, check=False).returncode:
        fail("pip could not install the packages (see above); check the network and run the same command again.")
    # What pip does for packages that it copies: the first command need not compile them.
    subprocess.run([str(BIN / "python"), "-m", "compileall", "-q", "-j", "0", "src"], cwd=ROOT, check=False)
    (VENV / f"{target}.stamp").touch()
    if extra:
        (VENV / "run.stamp").touch()


def programs() -> None:
    """Make sure that Chromium and bubblewrap are there for the tests that need them, where this machine lets us."""
    if not any(shutil.which(name) for name in BROWSERS):
        print("Installing Chromium for the page tests ...", flush=True)
        if not apt_install("chromium"):
            print("setup: no Chromium here, so the page tests will say that they were left out.")
    if sys.platform == "linux" and not shutil.which("bwrap") and not apt_install("bubblewrap"):
        print("setup: no bubblewrap here, so the test of the sandbox will say that it was left out.")


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["run"]:
            install("run", "")
        case ["dev"]:
            install("dev", "[dev]")
        case ["programs"]:
            programs()
        case _:
            fail("say one of: run, dev, programs.")
