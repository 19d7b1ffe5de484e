"""Files of benchmarks, and every mistake in them with its line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inkwright.evidence.bench_plan import read_plan
from inkwright.model.bench import Benchmark
from inkwright.model.errors import UnreadableError

WHOLE = """runs = 20
warmup = 2
timeout = 120
setup = "python make.py --rows 10"
versions = ["sqlite3 --version", "/usr/bin/bash --version"]

[bench.bulk]
command = "python load.py 'one transaction'"
label = "SQLite, bulk"
unit = "s"

[bench.lines]
command = "python load.py lines"
runs = 5
json = "load.seconds"
unit = "rows/s"

["bench"."v1.2"]
command = "./old"
regex = 'took ([\\d.]+)'
timeout = 1.5
"""


def test_a_whole_file() -> None:
    plan = read_plan(WHOLE, "bench.toml")
    assert plan.benchmarks == (
        Benchmark("bulk", ("python", "load.py", "one transaction"), "SQLite, bulk", 20, 2, "s", seconds=120),
        Benchmark("lines", ("python", "load.py", "lines"), "", 5, 2, "rows/s", "json", "load.seconds", 120),
        Benchmark("v1.2", ("./old",), "", 20, 2, "", "regex", r"took ([\d.]+)", 1.5),
    )
    assert plan.setup == ("python", "make.py", "--rows", "10")
    assert plan.versions == (
        ("sqlite3", ("sqlite3", "--version")),
        ("bash", ("/usr/bin/bash", "--version")),
    )


def test_what_is_not_said_is_usual() -> None:
    plan = read_plan('[bench.a]\ncommand = "true"\n', "bench.toml")
    assert plan.benchmarks == (Benchmark("a", ("true",), "", 10, 1, "ms"),)
    assert (plan.setup, plan.versions) == ((), ())


def test_versions_by_name() -> None:
    plan = read_plan('versions = { numpy = "python -c 1" }\n[bench.a]\ncommand = "true"\n', "b")
    assert plan.versions == (("numpy", ("python", "-c", "1")),)


OK = 'command = "true"\n'


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[bench.a\n", "b.toml:1: no TOML: "),
        ("", "b.toml: it declares no benchmark. Write `[bench.NAME]`"),
        (f"runs = 3\nrnus = 4\n[bench.a]\n{OK}", "b.toml:2: there is no key `rnus`. Did you mean `runs`?"),
        (f"[bench.a]\n{OK}[bench.b]\n{OK}comand = 1\n",
         "b.toml:5: [bench.b] has no key `comand`. Did you mean `command`?"),
        ("[bench.a]\nruns = 3\n", "b.toml:1: [bench.a] has no command."),
        ("[bench.a]\ncommand = 3\n", "b.toml:2: [bench.a] `command` must be a text in quotes."),
        (f"[bench.a]\n{OK}runs = true\n", "b.toml:3: [bench.a] `runs` must be a whole number."),
        (f"[bench.a]\n{OK}runs = 0\n", "b.toml:3: `runs` must be from 1 to 10000."),
        (f"warmup = -1\n[bench.a]\n{OK}", "b.toml:1: `warmup` must be from 0 to 1000."),
        (f"timeout = inf\n[bench.a]\n{OK}", "b.toml:1: `timeout` must be a number of seconds, a day at most."),
        (f"[bench.a]\n{OK}unit = 'hours'\n", "b.toml:3: [bench.a] `unit` of a time must be s, ms, µs."),
        (f"[bench.a]\n{OK}json = 'a'\nregex = 'b'\n", "b.toml:4: [bench.a] reads either `json` or `regex`, not both."),
        (f"[bench.a]\n{OK}regex = '('\n", "b.toml:3: [bench.a] `regex`: missing ), unterminated subpattern"),
        ("[bench.a]\ncommand = 'a \"b'\n", "b.toml:2: `command`: no closing quotation."),
        (f"[bench.facts]\n{OK}", "b.toml: `facts` is no name for a benchmark."),
        (f"[bench.'a b']\n{OK}", "b.toml: `a b` is no name for a benchmark."),
        (f"versions = 3\n[bench.a]\n{OK}", "b.toml:1: `versions` must be a list of commands, or commands by name."),
        ("bench = 3\n", "b.toml:1: `bench` must be tables such as [bench.name]."),
        ("[bench]\na = 3\n", "b.toml:2: `a` must be a table: [bench.a]."),
    ],
)  # fmt: skip
def test_mistakes_are_named_with_their_line(text: str, said: str) -> None:
    with pytest.raises(UnreadableError) as error:
        read_plan(text, "b.toml")
    assert str(error.value).startswith(said)


KEYS = st.sampled_from(
    ["command", "runs", "warmup", "timeout", "unit", "json", "regex", "label", "versions", "setup", "x"]
)
VALUES = st.one_of(
    st.text(max_size=8).map(repr),
    st.integers().map(str),
    st.floats().map(str),
    st.sampled_from(["[]", "['a b']", "{}", "true"]),
)


@given(
    st.dictionaries(KEYS, VALUES, max_size=4),
    st.dictionaries(KEYS, VALUES, max_size=5),
    st.sampled_from(["[bench.a]", "[bench.'a/b']", "[bench]", "[[bench]]", ""]),
)
def test_any_file_is_a_plan_or_a_sentence(top: dict[str, str], own: dict[str, str], table: str) -> None:
    lines = [
        *(f"{key} = {value}" for key, value in top.items()),
        table,
        *(f"{key} = {value}" for key, value in own.items()),
    ]
    try:
        plan = read_plan("\n".join(lines), "b.toml")
    except UnreadableError as error:
        assert error.message and error.path == "b.toml"
        return
    assert plan.benchmarks and all(one.command for one in plan.benchmarks)


@given(st.text())
def test_any_text_is_a_plan_or_a_sentence(text: str) -> None:
    with pytest.raises(UnreadableError):
        read_plan(text + "\n[[", "b.toml")
