"""A folder in which all is as a build left it: few of its files are given another content, the rest is not read."""

import os
from collections.abc import Mapping
from pathlib import Path

from inkwright.model.errors import UnwritableError
from inkwright.model.seen import GONE, Seen
from inkwright.workspace.atomic import unwritable
from inkwright.workspace.output import Output, below, leads_out, stamp_of


class LeftOutput(Output):
    """As `Output`, once `same` has told that nothing was changed in the folder since it was filled; no file comes and
    none goes. The list of its files is read only when something of it is asked for."""

    _left = 0

    def _begin(self) -> None:
        self._ours = True

    @property
    def files(self) -> int:
        """How many files the folder holds."""
        return self._left

    @property
    def given(self) -> Mapping[str, str]:
        """What the list says of the files that were put."""
        return self._now

    def keep(self, path: str, digest: str) -> bool:
        """Leave a file that holds what has this digest; False when it holds something else."""
        return self._before.get(path, "").startswith(f"{digest} ")

    def same(self, seen: Seen, since: Mapping[str, str]) -> bool:
        """Whether every file is as it was left. `seen` is what was `Output.seen`, `since` what the list says of the
        files that were made again later."""
        self._left = len(seen.names)
        if any(stamp_of(self._base + path) != known.partition(" ")[2] for path, known in since.items()):
            return False
        return since.keys() >= {*self._changed(seen)}

    def _changed(self, seen: Seen) -> list[str]:
        base, ask = self._base, os.lstat
        now: list[int] = []
        note = now.append
        for path in seen.names:  # `number` of each, without a call for each of tens of thousands
            try:
                state = ask(base + path)
            except (OSError, ValueError):
                note(GONE)
            else:
                note(hash((state.st_mode >> 12, state.st_mtime_ns, state.st_size)))
        return seen.other(now)

    def finish(self) -> None:
        """Let the list say what was made again."""
        try:
            self._manifest.add(self.name, self._now)
        except OSError as error:
            raise unwritable(error, str(self._manifest.place)) from error

    def give_up(self) -> None:
        """Remember what was written after a build that failed, as far as the disk allows."""
        try:
            self.finish()
        except UnwritableError:
            return

    def _make_room(self, path: str, place: Path) -> None:
        """Refuse a way out of the folder through a link; nothing is in the way where no file comes."""
        if not below(place.parent, self.root):
            raise leads_out(f"{self.name}/{path}")
