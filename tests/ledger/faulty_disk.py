"""A disk under SQLite that loses its power: it knows what was synced, and what was only written.

It is a layer of SQLite itself (a "VFS", **Source:** sqlite.org/vfs.html): every write, truncation and sync of a file
goes through it. `Disk.cut` gives the files as they may be after a power cut in that moment: all that was synced, and
of what was written since any part, in sectors of 512 bytes.
"""

import _sqlite3
import contextlib
import ctypes
import os
import random
from collections.abc import Callable, Iterator
from pathlib import Path

SECTOR = 512
_POINTER = ctypes.c_void_p
_Write = ctypes.CFUNCTYPE(ctypes.c_int, _POINTER, _POINTER, ctypes.c_int, ctypes.c_longlong)
_Truncate = ctypes.CFUNCTYPE(ctypes.c_int, _POINTER, ctypes.c_longlong)
_Sync = ctypes.CFUNCTYPE(ctypes.c_int, _POINTER, ctypes.c_int)
_Open = ctypes.CFUNCTYPE(ctypes.c_int, _POINTER, _POINTER, _POINTER, ctypes.c_int, _POINTER)
"""The name is handed on as it came: SQLite keeps its address for as long as the file is open."""
_Delete = ctypes.CFUNCTYPE(ctypes.c_int, _POINTER, ctypes.c_char_p, ctypes.c_int)


class _Methods(ctypes.Structure):
    """`sqlite3_io_methods`, version 3."""

    _fields_ = [("version", ctypes.c_int)] + [
        (name, _POINTER)
        for name in (
            "close", "read", "write", "truncate", "sync", "size", "lock", "unlock", "reserved", "control", "sector",
            "device", "shm_map", "shm_lock", "shm_barrier", "shm_unmap", "fetch", "unfetch",
        )
    ]  # fmt: skip


class _File(ctypes.Structure):
    """`sqlite3_file`."""

    _fields_ = [("methods", ctypes.POINTER(_Methods))]


class _Vfs(ctypes.Structure):
    """`sqlite3_vfs`, version 3."""

    _fields_ = [
        ("version", ctypes.c_int), ("file_size", ctypes.c_int), ("longest", ctypes.c_int), ("next", _POINTER),
        ("name", ctypes.c_char_p), ("data", _POINTER), ("open", _POINTER), ("delete", _POINTER),
        *((f"other{number}", _POINTER) for number in range(14)),
    ]  # fmt: skip


Change = tuple[int, bytes | None]
"""A write at an offset, or with None a truncation to a size."""


class Disk:
    """What is synced of each file, and what was changed since. `each` is called before every change and every sync."""

    def __init__(self) -> None:
        self.synced: dict[str, bytearray] = {}
        self.pending: dict[str, list[Change]] = {}
        self.each: Callable[[], None] = lambda: None

    def open(self, path: str) -> None:
        if path not in self.synced:
            self.synced[path] = bytearray(Path(path).read_bytes() if Path(path).exists() else b"")
            self.pending[path] = []

    def change(self, path: str, at: int, data: bytes | None) -> None:
        self.each()
        self.pending[path].append((at, data))

    def sync(self, path: str) -> None:
        self.each()
        for at, data in self.pending[path]:
            _apply(self.synced[path], at, data)
        self.pending[path] = []

    def delete(self, path: str) -> None:
        self.each()
        self.synced.pop(path, None)
        self.pending.pop(path, None)

    def cut(self, folder: Path, dice: random.Random) -> None:
        """Write the files as they may be after a power cut."""
        for path, synced in self.synced.items():
            image = bytearray(synced)
            mood = dice.choice(("none", "all", "first", "any", "torn"))
            changes = self.pending[path]
            reach = dice.randrange(len(changes) + 1) if mood == "first" else len(changes)
            for at, data in changes[:reach] if mood != "none" else ():
                if mood == "any" and dice.random() < 0.5:
                    continue
                if mood == "torn" and data is not None:
                    for start in range(0, len(data), SECTOR):
                        if dice.random() < 0.6:
                            _apply(image, at + start, data[start : start + SECTOR])
                else:
                    _apply(image, at, data)
            (folder / Path(path).name).write_bytes(image)


def _apply(image: bytearray, at: int, data: bytes | None) -> None:
    if data is None:
        del image[at:]
        return
    if len(image) < at:
        image.extend(bytes(at - len(image)))
    image[at : at + len(data)] = data


@contextlib.contextmanager
def faulty_disk() -> Iterator[Disk]:
    """SQLite in this process writes to a `Disk` (and to the real one) for the length of a block."""
    library = ctypes.CDLL(_sqlite3.__file__)
    library.sqlite3_vfs_find.restype = ctypes.POINTER(_Vfs)
    library.sqlite3_vfs_find.argtypes = [ctypes.c_char_p]
    library.sqlite3_vfs_register.argtypes = [ctypes.POINTER(_Vfs), ctypes.c_int]
    library.sqlite3_vfs_unregister.argtypes = [ctypes.POINTER(_Vfs)]
    real = library.sqlite3_vfs_find(None)
    layer = _Layer(real.contents)
    assert library.sqlite3_vfs_register(ctypes.byref(layer.vfs), 1) == 0
    try:
        yield layer.disk
    finally:
        library.sqlite3_vfs_unregister(ctypes.byref(layer.vfs))
        library.sqlite3_vfs_register(real, 1)


class _Layer:
    """The functions that stand before those of the real layer. All they need is kept alive here."""

    def __init__(self, real: _Vfs) -> None:
        self.disk = Disk()
        self.real = real
        self.paths: dict[int, str] = {}
        self.methods: dict[int, tuple[_Methods, _Methods]] = {}
        self.calls = (
            _Open(self.opened), _Delete(self.deleted), _Write(self.written), _Truncate(self.truncated),
            _Sync(self.synced),
        )  # fmt: skip
        self.vfs = _Vfs.from_buffer_copy(real)
        self.vfs.name = b"faulty"
        self.vfs.open = ctypes.cast(self.calls[0], _POINTER)
        self.vfs.delete = ctypes.cast(self.calls[1], _POINTER)

    def opened(self, vfs: int, name: int | None, file: int, flags: int, out: int | None) -> int:
        code = _Open(self.real.open)(vfs, name, file, flags, out)
        seen = _File.from_address(file)
        if code == 0 and name is not None and seen.methods:
            self.paths[file] = os.fsdecode(ctypes.string_at(name))
            self.disk.open(self.paths[file])
            seen.methods = ctypes.pointer(self.ours(seen.methods))
        return code

    def ours(self, theirs: "ctypes._Pointer[_Methods]") -> _Methods:
        """The methods of the real layer with three of them replaced."""
        address = ctypes.addressof(theirs.contents)
        if address not in self.methods:
            mine = _Methods.from_buffer_copy(theirs.contents)
            for name, call in zip(("write", "truncate", "sync"), self.calls[2:], strict=True):
                setattr(mine, name, ctypes.cast(call, _POINTER))
            self.methods[address] = (mine, theirs.contents)
        self.theirs = self.methods[address][1]
        return self.methods[address][0]

    def deleted(self, vfs: int, name: bytes, sync: int) -> int:
        self.disk.delete(os.fsdecode(name))
        return _Delete(self.real.delete)(vfs, name, sync)

    def written(self, file: int, data: int, size: int, at: int) -> int:
        self.disk.change(self.paths[file], at, ctypes.string_at(data, size))
        return _Write(self.theirs.write)(file, data, size, at)

    def truncated(self, file: int, size: int) -> int:
        self.disk.change(self.paths[file], size, None)
        return _Truncate(self.theirs.truncate)(file, size)

    def synced(self, file: int, flags: int) -> int:
        self.disk.sync(self.paths[file])
        return _Sync(self.theirs.sync)(file, flags)
