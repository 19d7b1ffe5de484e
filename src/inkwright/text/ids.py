"""Ids of posts and notes, one rule for both: what a file is called in records, links and the index."""

import unicodedata


def id_of(path: str) -> str:
    """The id of a file by its path below its root: POSIX, without extension, Unicode composed (NFC).

    `x.md` and `x/index.md` are both `x`; an `index.md` at the root is `index`. Two files whose ids differ only in case
    have one address, which `build` reports with the names of both.
    """
    folder, slash, name = path.rpartition("/")
    bare = name.rpartition(".")[0] or name
    found = folder if folder and bare == "index" else f"{folder}{slash}{bare}"
    return found if found.isascii() else unicodedata.normalize("NFC", found)
