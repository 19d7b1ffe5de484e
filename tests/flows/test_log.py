from datetime import datetime

import pytest
from click.testing import CliRunner

from inkwright.cli.main import main
from inkwright.flows.log import write_log
from inkwright.model.note import LogEntry
from inkwright.workspace.folder import open_workspace


@pytest.fixture
def blog(tmp_path, monkeypatch):
    (tmp_path / "inkwright.toml").touch()
    monkeypatch.chdir(tmp_path)
    return open_workspace(tmp_path)


def test_a_line_goes_into_the_file_of_its_day(blog):
    for minute, text in ((5, "GPU OOM fixed"), (9, "again")):
        path, entry = write_log(blog, text, datetime(2026, 11, 21, 14, minute), "triton")
    assert path == "log/2026-11-21.md" and entry == LogEntry("2026-11-21", "14:09", "again", "triton")
    assert blog.read(path).text == "- 14:05 GPU OOM fixed [project:: triton]\n- 14:09 again [project:: triton]\n"


def test_the_command_says_where_it_went(blog):
    result = CliRunner().invoke(main, ["log", "done", "--project", "p"])
    (file,) = (blog.root / "log").iterdir()
    assert result.output.startswith(f"Logged in log/{file.name} at ")
    assert file.read_text().endswith(" done [project:: p]\n")


def test_the_settings_name_the_folder_and_the_time_zone(blog):
    (blog.root / "inkwright.toml").write_text('log = "journal"\ntimezone = "Pacific/Kiritimati"\n')
    CliRunner().invoke(main, ["log", "far east"])
    (blog.root / "inkwright.toml").write_text('log = "journal"\ntimezone = "Etc/GMT+12"\n')
    CliRunner().invoke(main, ["log", "far west"])
    assert len(list((blog.root / "journal").iterdir())) == 2
