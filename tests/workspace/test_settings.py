import re
import tomllib

import msgspec
import pytest

from inkwright.model.errors import SettingsError
from inkwright.model.settings import Settings
from inkwright.workspace.folder import open_workspace
from inkwright.workspace.settings import CaptureSettings, capture_settings, load_settings
from inkwright.workspace.settings_file import documented_settings


def settings(tmp_path, text):
    path = tmp_path / "inkwright.toml"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return load_settings(path)


def complaint(tmp_path, text):
    with pytest.raises(SettingsError) as caught:
        settings(tmp_path, text)
    return str(caught.value)


def test_an_empty_file_gives_every_default(tmp_path):
    assert settings(tmp_path, "") == Settings()


def test_values_arrive_in_their_types(tmp_path):
    found = settings(
        tmp_path,
        'title = "T"\nposts = ["a", "b"]\n[site]\nposts_per_page = 3\n[check.options.long-sentence]\nwords = 45\n'
        '[run]\ntimeout = 5\nenvironment = ["CUDA_HOME"]\n',
    )
    assert (found.title, found.posts, found.site.posts_per_page) == ("T", ("a", "b"), 3)
    assert found.check.options["long-sentence"]["words"] == 45
    assert found.run.timeout == 5.0 and found.run.environment == ("CUDA_HOME",)


def test_a_bom_and_crlf_are_read(tmp_path):
    assert settings(tmp_path, b'\xef\xbb\xbftitle = "T"\r\nauthor = "A"\r\n').author == "A"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('titel = "x"', "inkwright.toml:1: there is no setting `titel`. Did you mean `title`?"),
        ("\n[site]\npost_per_page = 3", ":3: there is no setting `site.post_per_page`. Did you mean `site.posts_per"),
        ('[site]\ntitle = "x"', ":2: there is no setting `site.title`. It belongs at the top, above the first table."),
        ("posts_per_page = 3", ":1: there is no setting `posts_per_page`. It belongs below `[site]`."),
        ('qqqq = 1', ":1: there is no setting `qqqq`. There are: title, "),
        ("[site]\nposts_per_page = \"3\"", ":2: `site.posts_per_page` must be a whole number, not a text in quotes."),
        ('posts = "content"', ":1: `posts` must be a list in brackets, not a text in quotes."),
        ('posts = ["a", 1]', ":1: every entry of `posts` must be a text in quotes, not a whole number."),
        ("site = 3", ":1: `site` must be a table, not a whole number."),
        ('title = "a"\n[check.severity]\nweasel-word = "fatal"', ":3: `check.severity.weasel-word` must be error, w"),
        ("[site]\nposts_per_page = 0", ":2: `site.posts_per_page` must be 1 or more."),
        ("[run]\ntimeout = -1", ":2: `run.timeout` must be more than 0 seconds."),
        ('title = "a"\ntimezone = "Mars"', ':2: there is no time zone "Mars". Use an IANA name such'),
        ("[run.language]", ":1: there is no setting `run.language`."),
        ('a = 1\nb = = 2', ":2: not TOML: invalid value. Mend that line."),
        ('title = "open', ":1: not TOML: "),
        ("[site]\n\n[newsletter]\n[site]", ":4: [site] stands here a second time. Write its keys below line 1."),
        ("[a.b]\n[ a.b ]\n", ":2: [a.b] stands here a second time. Write its keys below line 1."),
        ("[ a ]\n[ a ]\n", ":2: [a] stands here a second time. Keep one."),
        ('title = "a"\ntitle = "b"', ":2: not TOML: cannot overwrite a value."),
        ("x = " + "[" * 5000, "not TOML that can be read: nested too deep."),
    ],
)  # fmt: skip
def test_every_mistake_is_named_with_its_line(tmp_path, text, said):
    assert said in complaint(tmp_path, text)


def test_a_file_that_is_not_utf8_is_named(tmp_path):
    assert complaint(tmp_path, b'title = "\xff"') == (
        "inkwright.toml: not UTF-8: byte 0xff at offset 9. Save it as UTF-8."
    )


def test_a_settings_file_that_is_a_folder_makes_no_workspace(tmp_path):
    (tmp_path / "inkwright.toml").mkdir()
    assert not open_workspace(tmp_path).inside


def test_capturing_reads_the_same_values_as_everything_else(tmp_path):
    path = tmp_path / "inkwright.toml"
    path.write_text('ideas = "in.md"\ntimezone = "Asia/Tokyo"\n[site]\ntheme = "x"\n')
    quick, whole = capture_settings(path), load_settings(path)
    assert quick == CaptureSettings("in.md", "log", "Asia/Tokyo") == (whole.ideas, whole.log, whole.timezone)


def test_capturing_names_a_wrong_type_with_its_line(tmp_path):
    path = tmp_path / "inkwright.toml"
    path.write_text("\nideas = 3\n")
    with pytest.raises(SettingsError, match=r"inkwright.toml:2: `ideas` must be a text"):
        capture_settings(path)


@pytest.mark.parametrize("name", ["Mars", "../etc", "Europe", "europe berlin"])
def test_capturing_names_a_time_zone_that_is_none_with_its_line(tmp_path, name):
    path = tmp_path / "inkwright.toml"
    path.write_text(f'ideas = "in.md"\ntimezone = "{name}"\n')
    with pytest.raises(SettingsError, match=rf'inkwright.toml:2: there is no time zone "{re.escape(name)}"'):
        capture_settings(path)


def test_the_documented_file_says_the_defaults_and_knows_every_key(tmp_path):
    text = documented_settings({})
    assert settings(tmp_path, text) == Settings()
    switched_on = re.sub(r"(?m)^# (?=[a-z_]+ = )", "", text)
    assert settings(tmp_path, switched_on) == Settings()
    data = tomllib.loads(switched_on)
    assert set(data) == {item.name for item in msgspec.structs.fields(Settings)}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[reading]\nweekend = -1\n", "`reading.weekend` must lie between 0 and 100000"),
    ],
)
def test_a_plan_of_reading_that_cannot_be_meant(tmp_path, text, said):
    (tmp_path / "inkwright.toml").write_text(text)
    with pytest.raises(SettingsError, match=f"inkwright.toml:2: {said}"):
        load_settings(tmp_path / "inkwright.toml")
