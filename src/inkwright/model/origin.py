"""Where code in a post was taken from."""

from msgspec import Struct


class Origin(Struct, frozen=True):
    """Lines of one file at one commit. `repository` is its path at the host ("owner/name", also deeper), `commit` a
    hexadecimal name of 7 to 40 characters, `path` POSIX. `first` and `last` are 1-based and inclusive, 0 for the whole
    file. `host` is a name ("github.com"), which says how addresses are written there."""

    host: str
    repository: str
    commit: str
    path: str
    first: int = 0
    last: int = 0

    @property
    def name(self) -> str:
        """How a person would name it: repository, short commit, path and lines."""
        lines = "" if not self.first else f":{self.first}" if self.last == self.first else f":{self.first}-{self.last}"
        return f"{self.repository}@{self.commit[:7]}:{self.path}{lines}"
