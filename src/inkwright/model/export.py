"""What leaves a post for another tool."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ExportFile:
    """A file of an export: `name` relative to the export's folder, POSIX; `says` tells in a few words what is in it."""

    name: str
    data: bytes
    says: str = ""


@dataclass(frozen=True, slots=True)
class Exported:
    """What an export came to: the paths written, each with what is in it, and those that were already so."""

    written: tuple[tuple[str, str], ...]
    unchanged: tuple[str, ...] = ()
