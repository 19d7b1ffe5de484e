"""A folder on this machine: a mounted disk, what a web server shows, a folder that another program uploads."""

from dataclasses import dataclass

from inkwright.model.deploy import Changes
from inkwright.model.errors import UsageError
from inkwright.model.settings import DeployTarget
from inkwright.platforms.deploy.target import LIST, Disk, Doors, Place, Read, Target, in_order, read_list


@dataclass
class Folder:
    """The folder. Files of somebody else are kept, and never overwritten unless `over`."""

    said: str
    disk: Disk
    over: bool
    note: str = ""

    def listed(self) -> bytes:
        """The list that lies in it."""
        return self.disk.read(LIST) or b""

    def transfer(self, changes: Changes, read: Read, lists: tuple[bytes, bytes]) -> None:
        """Write and remove, file by file. Raises UsageError for a file of somebody else that is in the way."""
        known = read_list(self.listed())
        for path in changes.send if not self.over else ():
            there = self.disk.read(path) if path not in known else None
            if there is not None and there != read(path):
                hint = "Move it away, choose another folder, or overwrite it with --all."
                raise UsageError("this file was not put there by Inkwright", path=f"{self.said}/{path}", hint=hint)
        self.disk.write(LIST, lists[0])
        for path in in_order(changes.send):
            self.disk.write(path, read(path))
        for path in changes.remove:
            self.disk.remove(path)
        self.disk.write(LIST, lists[1])


def fault(settings: DeployTarget) -> str:
    """`to` is the folder."""
    return "" if settings.to else "`to` must name the folder"


def open_folder(settings: DeployTarget, doors: Doors) -> Place:
    """The folder, relative to the workspace or absolute; it is made when missing."""
    return Folder(settings.to, doors.disk(settings.to), doors.over)


TARGET = Target(open_folder, fault)
