import pytest

from inkwright.model.errors import UnreadableError
from inkwright.platforms.config import first_config, read_config, script_value, table, text_of, texts
from inkwright.platforms.platform import Folder


def folder(**files):
    named = {name.replace("__", "."): text for name, text in files.items()}
    return Folder(
        tuple(sorted(named)), named.__getitem__, named.__contains__, lambda patterns: lambda path: path in patterns
    )


def test_the_three_formats():
    files = folder(a__yml="x: 1", b__toml="x = 1", c__json='{"x": 1}')
    assert [read_config(files, name) for name in files.names] == [{"x": 1}] * 3


@pytest.mark.parametrize("text", ["", "# only a comment", "- a\n- list", "\ufeffx: 1"])
def test_what_is_no_table_is_an_empty_one(text):
    assert read_config(folder(a__yml=text), "a.yml") == ({"x": 1} if "x" in text else {})


def test_tags_of_another_program_do_not_matter():
    text = "a: !!python/name:some.module.thing\nb: !ENV [CI, false]\nc: &anchor 1\nd: *anchor\n"
    assert read_config(folder(a__yml=text), "a.yml") == {"a": None, "b": None, "c": 1, "d": 1}


@pytest.mark.parametrize(
    ("name", "text", "line"),
    [
        ("a__yml", "x: 1\ny: [", 3),
        ("a__toml", "x = 1\ny = ", 2),
        ("a__json", '{\n"x": }', 2),
        ("a__yml", "[" * 9000, 0),
    ],
)
def test_a_broken_file_is_told_with_its_line(name, text, line):
    with pytest.raises(UnreadableError) as caught:
        read_config(folder(**{name: text}), name.replace("__", "."))
    assert caught.value.path == name.replace("__", ".")
    assert caught.value.hint
    assert not line or caught.value.line in (line, line - 1)


def test_the_first_file_that_exists():
    assert first_config(folder(b__yml="x: 2"), ("a.yml", "b.yml")) == {"x": 2}
    assert first_config(folder(), ("a.yml",)) == {}


@pytest.mark.parametrize(
    ("script", "value"),
    [
        ("title: 'It\\'s', x", "It's"),
        ('  "a": 1, title : "T",', "T"),
        ("title: `T`", "T"),
        ("subtitle: 'no'", ""),
        ("title: t()", ""),
    ],
)
def test_plain_values_of_a_script(script, value):
    assert script_value(script, "title") == value


def test_values_of_the_wrong_kind():
    assert table("text") == {}
    assert texts(3) == ()
    assert texts("a") == ("a",)
    assert text_of(None, 3, " ", "a") == "a"


BOMB = "a: &a0 [x,x,x,x,x,x,x,x,x]\n" + "".join(
    f"b{at}: &a{at + 1} [{','.join([f'*a{at}'] * 9)}]\n" for at in range(20)
)


@pytest.mark.parametrize(
    ("path", "text", "said"),
    [
        ("_config.yml", "x: " + "[" * 100_000, "_config.yml:1: cannot be read as YAML: nested deeper than 100 levels"),
        ("_config.yml", "- " * 100_000 + "x", "_config.yml:1: cannot be read as YAML: nested deeper than 100 levels"),
        ("_config.yml", BOMB, "_config.yml:6: cannot be read as YAML: more than 100,000 values"),
        ("_config.yml", "a: &a\n  - *a\n", "_config.yml:2: cannot be read as YAML: an alias refers to what"),
        ("hugo.toml", "x = " + "[" * 100_000, "hugo.toml: cannot be read as TOML: nested too deep"),
        ("hugo.json", "[" * 100_000, "hugo.json: cannot be read as JSON: nested too deep"),
    ],
    ids=["deep flow", "deep block", "aliases", "a circle", "deep TOML", "deep JSON"],
)
def test_hostile_configuration_is_refused_before_it_is_built(path: str, text: str, said: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        read_config(folder(**{path: text}), path)
    assert str(caught.value).startswith(said)


def test_anchors_are_read() -> None:
    text = "one: &one {a: 1}\ntwo:\n  <<: *one\n  b: 2\n"
    assert read_config(folder(**{"mkdocs.yml": text}), "mkdocs.yml")["two"] == {"a": 1, "b": 2}
