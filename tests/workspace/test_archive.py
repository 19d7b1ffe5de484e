import io
import stat
import zipfile

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from inkwright.model.errors import UnreadableError
from inkwright.workspace import archive
from inkwright.workspace.archive import members


def packed(files: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as made:
        for name, data in files.items():
            made.writestr(name, data)
    return out.getvalue()


def test_files_come_in_order_and_folders_do_not():
    found = list(members(packed({"a/": b"", "a/b.md": b"one", "c.md": b""}), "x.zip"))
    assert [(one.name, one.data, one.why) for one in found] == [("a/b.md", b"one", ""), ("c.md", b"", "")]


@pytest.mark.parametrize("name", ["../a.md", "/a.md", "a/../../b.md", "C:/a.md", "..\\a.md", "a/./../b"])
def test_a_name_that_leads_out_is_left_out(name):
    (found,) = members(packed({name: b"x"}), "x.zip")
    assert found.data == b"" and found.why == "its name leads out of the archive"


def test_links_and_locked_entries_are_left_out():
    info = zipfile.ZipInfo("l.md")
    info.external_attr = (stat.S_IFLNK | 0o777) << 16
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        made.writestr(info, "/etc/passwd")
    (found,) = members(out.getvalue(), "x.zip")
    assert found.why == "it is a link"


def test_what_grows_without_end_is_left_out_and_the_rest_is_kept():
    found = list(members(packed({"bomb.md": bytes(50 << 20), "a.md": b"kept"}), "x.zip"))
    assert [(one.name, len(one.data), bool(one.why)) for one in found] == [("bomb.md", 0, True), ("a.md", 4, False)]


def test_a_size_that_lies_is_not_believed():
    data = bytearray(packed({"a.md": bytes(30 << 20)}))
    at = data.index(b"PK\x01\x02")
    data[at + 24 : at + 28] = (5).to_bytes(4, "little")
    (found,) = members(bytes(data), "x.zip")
    assert found.why and not found.data


def test_the_whole_is_bounded(monkeypatch):
    monkeypatch.setattr(archive, "BYTES", 3000)
    files = {f"{number}.md": bytes(range(250)) * 4 for number in range(9)}
    found = list(members(packed(files), "x.zip"))
    assert sum(len(one.data) for one in found) == 3000 and "unpacks to more than" in found[-1].why


def test_the_entries_are_counted():
    files = {f"{number}.md": b"" for number in range(10_003)}
    found = list(members(packed(files, zipfile.ZIP_STORED), "x.zip"))
    assert len(found) == 10_001 and "it has 10003 entries; those after the first 10000 were left out" in found[-1].why


@pytest.mark.parametrize(
    "data",
    [b"", b"PK", b"no zip at all" * 9, packed({"a": b"x"})[:-8]],
    ids=["empty", "two letters", "text", "cut off"],
)
def test_what_is_no_zip_is_said(data):
    with pytest.raises(UnreadableError, match=r"x.zip: this is no zip that can be read"):
        list(members(data, "x.zip"))


whole = packed({"a.md": b"text " * 50, "b/c.txt": b"y"})


@example([(180, 0)]).via("an entry without a name")
@given(st.lists(st.tuples(st.integers(0, len(whole) - 1), st.integers(0, 255)), min_size=1, max_size=6))
def test_a_damaged_zip_gives_files_or_reasons(flips):
    data = bytearray(whole)
    for at, value in flips:
        data[at] = value
    try:
        for one in members(bytes(data), "x.zip"):
            assert ".." not in one.name.split("/") or one.why
    except UnreadableError:
        pass
