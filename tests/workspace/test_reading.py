import os
import socket
import threading

import pytest

from inkwright.model.errors import UnreadableError
from inkwright.workspace import reading
from inkwright.workspace.reading import decode, read_whole

pytestmark = pytest.mark.skipif(os.name != "posix", reason="such files are there on POSIX systems only")
NO_FILE = r": this is a pipe, a socket or a device, not a file\. Save what it gives as a file\."


def test_a_pipe_that_nobody_writes_to_does_not_keep_us_waiting(tmp_path):
    os.mkfifo(tmp_path / "pipe.md")
    with pytest.raises(UnreadableError, match="pipe.md" + NO_FILE):
        read_whole(tmp_path / "pipe.md", "pipe.md")


def test_a_socket_and_a_device_without_end_are_no_files(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)  # the address of a socket is short
    with socket.socket(socket.AF_UNIX) as heard:
        heard.bind("socket.md")
        with pytest.raises(UnreadableError, match="socket.md" + NO_FILE):
            read_whole(tmp_path / "socket.md", "socket.md")
    (tmp_path / "zero.md").symlink_to("/dev/zero")
    with pytest.raises(UnreadableError, match="zero.md" + NO_FILE):
        read_whole(tmp_path / "zero.md", "zero.md")


def test_what_the_shell_hands_over_is_read_to_its_end(tmp_path):
    reader, writer = os.pipe()

    def write():
        os.write(writer, b"# From")
        os.write(writer, b" a pipe\n")
        os.close(writer)

    thread = threading.Thread(target=write)
    thread.start()
    assert read_whole(f"/dev/fd/{reader}", "x") == b"# From a pipe\n"
    thread.join()
    os.close(reader)


def test_a_file_that_grows_while_it_is_read_is_cut_off_at_the_bound(tmp_path, monkeypatch):
    """Its size is no promise: what is read is counted."""
    monkeypatch.setattr(reading, "MAX_BYTES", 10)
    (tmp_path / "a.md").write_bytes(b"x" * 10)
    assert read_whole(tmp_path / "a.md", "a.md") == b"x" * 10
    (tmp_path / "a.md").write_bytes(b"x" * 11)
    with pytest.raises(UnreadableError, match=r"a\.md: this file is larger than 0 MB"):
        read_whole(tmp_path / "a.md", "a.md")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"%PDF-1.4 only letters", "this is a PDF, not a text. Save its words as Markdown, or keep it as a paper"),
        (b"%PDF-1.7\n\xe2\xe3", "this is a PDF, not a text"),
        (b"PK\x03\x04\xff\xff", "this is a zip or an office document, not a text. Save its words as Markdown"),
        (b"\x89PNG\r\n", "this is a picture, not a text"),
        (b"one\n\xff", "x.md:2: not UTF-8: byte 0xff at offset 4"),
    ],
)
def test_what_is_no_text_is_called_by_its_name(data, said):
    with pytest.raises(UnreadableError, match=f"x.md:.*{said[5:]}"):
        decode(data, "x.md")


def test_a_text_about_such_files_is_a_text():
    assert decode(b"A file begins with %PDF-1.4, a zip with PK\x03\x04.", "x.md").startswith("A file")
