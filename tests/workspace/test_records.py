import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from inkwright.model.errors import InkwrightError, UnreadableError
from inkwright.model.record import PostRecord
from inkwright.workspace.folder import open_workspace
from inkwright.workspace.records import load_record, record_path, save_record


@pytest.fixture
def workspace(tmp_path):
    (tmp_path / "inkwright.toml").touch()
    return open_workspace(tmp_path)


def test_a_post_without_a_record_has_an_empty_one_and_saving_it_writes_nothing(workspace):
    record = load_record(workspace, "x")
    assert record == PostRecord("x")
    save_record(workspace, record)
    assert not (workspace.root / "inkwright").exists()


def test_what_is_saved_is_loaded(workspace):
    record = PostRecord(
        "a/b",
        {"thesis": "T: x"},
        ("new", "old"),
        ("weasel-word:1f",),
        {"1": {"code": "ab", "ok": True}},
        {"devto": {"id": 3}},
    )
    save_record(workspace, record)
    assert load_record(workspace, "a/b") == record
    assert workspace.exists("inkwright/posts/a/b.toml")


def test_comments_order_and_unknown_keys_stay(workspace):
    before = '# mine\nzebra = 1 # odd\nignores = ["b"] # why\n\n[planning]\n# a thought\nthesis = "T"\nwho = "me"\n'
    workspace.write(record_path("x"), before)
    record = load_record(workspace, "x")
    assert record.extra == {"zebra": 1}
    save_record(workspace, PostRecord("x", {"thesis": "T", "who": "you"}, ignores=("c", "b"), extra=record.extra))
    after = workspace.read(record_path("x")).text
    assert after == before.replace('"me"', '"you"').replace('["b"]', '["b", "c"]')


def test_saving_the_same_touches_no_byte(workspace):
    before = 'ignores=["b"]   \r\n[run]\r\nx   = 1\r\n'
    workspace.write(record_path("x"), before)
    save_record(workspace, load_record(workspace, "x"))
    assert workspace.read(record_path("x")).text == before


def test_an_emptied_field_leaves_no_key(workspace):
    save_record(workspace, PostRecord("x", {"thesis": "T"}, former_slugs=("a",)))
    save_record(workspace, PostRecord("x", {}, former_slugs=("a",)))
    assert "planning" not in workspace.read(record_path("x")).text


def test_lists_are_sorted_so_that_merges_do_not_clash(workspace):
    save_record(workspace, PostRecord("x", ignores=("c", "a", "b", "a")))
    assert load_record(workspace, "x").ignores == ("a", "b", "c")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("ignores = 3", "`ignores` must be a list of texts"),
        ("run = 3", "`run` must be a table"),
        ("a = " + "[" * 20_000, "inkwright/posts/x.toml: not TOML that can be read: nested too deep"),
        ("a = 1\nb = = 2", r"inkwright/posts/x.toml:2: not TOML: invalid value"),
    ],
)
def test_a_broken_record_is_named(workspace, text, said):
    workspace.write(record_path("x"), text)
    with pytest.raises(UnreadableError, match=said):
        load_record(workspace, "x")


def test_an_id_cannot_lead_out_of_the_workspace(workspace):
    with pytest.raises(InkwrightError, match="out of the workspace"):
        save_record(workspace, PostRecord("../../../x", {"a": 1}))


_texts = st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=12)
_values = st.recursive(
    _texts | st.booleans() | st.integers(-(2**60), 2**60),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_texts, inner, max_size=3),
    max_leaves=6,
)


@given(
    planning=st.dictionaries(_texts, _values, max_size=4),
    run=st.dictionaries(_texts, _values, max_size=4),
    ignores=st.sets(_texts, max_size=4),
)
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_record_survives_being_saved_over_another(workspace, planning, run, ignores):
    record = PostRecord("p", planning, (), tuple(sorted(ignores)), run)
    save_record(workspace, record)
    assert load_record(workspace, "p") == record
