"""Which parts of the product that are extras are installed here."""

import importlib.metadata
import platform

from inkwright.model.regex import regex

_REQUIREMENT = regex(r"^([\w.-]+)(?:\[[^\]]*\])?.*?;.*extra\s*==\s*['\"]([\w-]+)['\"]")


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


def version_of(distribution: str) -> str:
    """The version of a distribution that is installed beside us, of Python itself for "Python"; "" for none."""
    if distribution.lower() == "python":
        return platform.python_version()
    try:
        return importlib.metadata.version(distribution)
    except (importlib.metadata.PackageNotFoundError, ValueError):
        return ""


def _has(distribution: str) -> bool:
    try:
        importlib.metadata.version(distribution)
    except importlib.metadata.PackageNotFoundError:
        return False
    return True
