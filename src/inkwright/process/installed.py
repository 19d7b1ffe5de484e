"""What is installed here: programs on the PATH, and the parts of the product that are extras."""

import importlib.metadata
import re
import shutil

_REQUIREMENT = re.compile(r"^([\w.-]+)(?:\[[^\]]*\])?.*?;.*extra\s*==\s*['\"]([\w-]+)['\"]")


def program(name: str) -> str:
    """The path of a program, "" when it is not on the PATH."""
    return shutil.which(name) or ""


def extras() -> dict[str, list[str]]:
    """By extra, the distributions that it wants and that are missing; an empty list for one that is complete.

    Read from the product's own metadata. The extras `all` and `dev` are left out. {} when it is not installed.
    """
    try:
        requires = importlib.metadata.requires("inkwright") or []
    except importlib.metadata.PackageNotFoundError:
        return {}
    missing: dict[str, list[str]] = {}
    for match in filter(None, map(_REQUIREMENT.match, requires)):
        name, extra = match.groups()
        if extra not in ("all", "dev"):
            missing.setdefault(extra, [])
            if not _has(name):
                missing[extra].append(name)
    return missing


def _has(distribution: str) -> bool:
    try:
        importlib.metadata.version(distribution)
    except importlib.metadata.PackageNotFoundError:
        return False
    return True
