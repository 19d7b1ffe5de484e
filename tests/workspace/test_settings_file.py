import tomllib

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import fields

from inkwright.model.settings import Settings, is_table
from inkwright.workspace.settings import load_settings
from inkwright.workspace.settings_file import documented_settings, field_notes


def test_a_fresh_file_is_the_defaults(tmp_path):
    (tmp_path / "inkwright.toml").write_text(documented_settings({}))
    assert load_settings(tmp_path / "inkwright.toml") == Settings()


def test_every_key_is_there_documented_and_can_be_switched_on(tmp_path):
    text = documented_settings({})
    lines = text.split("\n")
    shown = [line.removeprefix("# ") for line in lines if " = " in line and line.startswith("# ") and "`" not in line]
    switched = text
    for line in shown:
        switched = switched.replace(f"# {line}\n", f"{line}\n", 1)
    (tmp_path / "inkwright.toml").write_text(switched)
    assert load_settings(tmp_path / "inkwright.toml") == Settings()
    kinds = [Settings, *(item.type for item in fields(Settings) if is_table(item.type))]
    wanted = [item.name for kind in kinds for item in fields(kind) if not is_table(item.type)]
    assert sorted(line.partition(" = ")[0] for line in shown) == sorted(wanted)


def test_every_field_has_a_note():
    for kind, notes in field_notes().items():
        assert all(notes.values()), kind


@given(st.text(max_size=40), st.lists(st.text(max_size=10), max_size=3))
def test_any_text_is_written_as_it_is(title, posts):
    title = title.encode("utf-8", "ignore").decode()
    posts = [post.encode("utf-8", "ignore").decode() for post in posts]
    data = tomllib.loads(documented_settings({"title": title, "posts": tuple(posts)}))
    assert (data["title"], data["posts"]) == (title, posts)
