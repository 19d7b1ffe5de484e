"""What leaves a post for another tool."""

from msgspec import Struct


class ExportFile(Struct, frozen=True):
    """A file of an export: `name` relative to the export's folder, POSIX; `says` tells in a few words what is in it."""

    name: str
    data: bytes
    says: str = ""


class Exported(Struct, frozen=True):
    """What an export came to: the paths written, each with what is in it, and those that were already so."""

    written: tuple[tuple[str, str], ...]
    unchanged: tuple[str, ...] = ()
