"""Benchmarks: turns, values, and what is kept of them."""

import json
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inkwright.evidence.bench import BenchError, measure, results, row_of, value_of, versions
from inkwright.evidence.results import look_up, read_results
from inkwright.model.bench import Benchmark, BenchPlan, Machine, Timed
from inkwright.text.data_table import read_table

HOST = Machine("Ryzen 7", 8, "32 GB", "Linux 6.8")


class Clock:
    """Runs nothing: each command takes as many seconds as the next number of its list."""

    def __init__(self, **seconds: list[float]) -> None:
        self.seconds, self.ran = seconds, list[str]()

    def run(self, words: Sequence[str], seconds: float = 0) -> Timed:
        self.ran.append(words[0])
        return Timed(self.seconds[words[0]].pop(0) if words[0] in self.seconds else 0.0, output="v 1.2.3\n")


def bench(name: str, **given: object) -> Benchmark:
    return Benchmark(name, (name,), **given)  # type: ignore[arg-type]


def test_all_take_turns_and_warm_ups_do_not_count() -> None:
    clock = Clock(a=[9, 0.001, 0.002, 0.003], b=[9, 9, 0.01, 0.02])
    plan = BenchPlan((bench("a", runs=3), bench("b", runs=2, warmup=2)), setup=("make",))
    told: list[tuple[int, int]] = []
    found = measure(plan, clock, lambda done, total: told.append((done, total)))
    assert clock.ran == ["make", "a", "b", "b", "a", "b", "a", "b", "a"]
    assert found == {"a": [1.0, 2.0, 3.0], "b": [10.0, 20.0]}
    assert told == [(number, 8) for number in range(1, 9)]


@pytest.mark.parametrize(
    ("reads", "key", "output", "value"),
    [
        ("json", "load.seconds", '{"load": {"seconds": 1.25}}', 1.25),
        ("json", "", "12", 12.0),
        ("json", "s", 'starting ...\n{"s": 2}\n', 2.0),
        ("json", "runs.1", '{"runs": [3, 4]}', 4.0),
        ("regex", r"took ([\d.]+)", "a\ntook 5.5 ms\n", 5.5),
        ("regex", r"^\d+ ms$", "x\n17 ms\n", 17.0),
        ("regex", r"rate (\S+)", "rate 1,234.5/s", 1234.5),
        ("regex", r"(x)?(\d+)e", "12e", 12.0),
    ],
)
def test_values_that_a_command_prints(reads: str, key: str, output: str, value: float) -> None:
    assert value_of(bench("a", reads=reads, key=key), Timed(0.5, output=output)) == value


@pytest.mark.parametrize(
    ("reads", "key", "output", "said"),
    [
        ("json", "s", "no json", "`a`: nothing printed is JSON"),
        ("json", "s", '{"t": 1}', "`a`: there is no `s`"),
        ("json", "s", '{"s": NaN}', "`a`: `s` holds nan, which is no number"),
        ("regex", "took", "nothing", "`a`: nothing printed fits the pattern took"),
        ("regex", "took (.*)", "took long", "`a`: `long` is no number"),
        ("regex", "took (.*)", "took 1e999", "`a`: the number is too large"),
    ],
)
def test_values_that_are_not_there(reads: str, key: str, output: str, said: str) -> None:
    with pytest.raises(BenchError) as error:
        value_of(bench("a", reads=reads, key=key), Timed(0.5, output=output))
    assert str(error.value).startswith(said)


def test_a_command_that_fails_is_shown_with_its_last_words() -> None:
    failed = Timed(0.1, 2, "out", "Traceback\n\nKeyError: 'x'\n")
    with pytest.raises(BenchError) as error:
        value_of(Benchmark("a", ("python", "my load.py")), failed)
    assert str(error.value) == "`a` (python 'my load.py') ended with status 2\n    Traceback\n    KeyError: 'x'"
    with pytest.raises(BenchError, match="`setup` \\(make\\) took longer"):
        measure(BenchPlan((bench("a"),), ("make",)), _Stuck())


class _Stuck:
    def run(self, words: Sequence[str], seconds: float = 0) -> Timed:
        return Timed(problem="took longer than the 30 seconds of [run] timeout and was stopped")


def test_the_file_holds_facts_first_and_a_number_mark_finds_its_way() -> None:
    plan = BenchPlan((bench("v1.2", label="Old way"), bench("b", unit="s")))
    text = results(plan, {"v1.2": [1.0, 2.0, 10.0], "b": [4.0]}, HOST, {"python": "3.11.7"}, "2026-11-21", "abc1234")
    data = json.loads(text)
    assert list(data) == ["facts", "v1.2", "b"]
    assert data["facts"] == {
        "by": "inkwright bench run", "date": "2026-11-21", "n": "1 to 3", "spread": "median absolute deviation",
        "order": "in turn", "machine": {"cpu": "Ryzen 7", "cores": 8, "memory": "32 GB", "os": "Linux 6.8"},
        "versions": {"python": "3.11.7"}, "commit": "abc1234",
    }  # fmt: skip
    assert data["v1.2"] == {
        "label": "Old way", "command": "v1.2", "unit": "ms", "n": 3, "median": 2.0, "mad": 1.0, "min": 1.0, "max": 10.0,
        "q1": 1.5, "q3": 6.0, "samples": [1.0, 2.0, 10.0],
    }  # fmt: skip
    assert data["b"]["mad"] is None and data["b"]["q1"] is None
    assert look_up(read_results("bench.json", text), "v1.2.median") == 2.0
    assert look_up(read_results("bench.json", text), "v1.2.median/b.median") == 0.5
    assert [row["name"] for row in read_table("bench.json", text).rows] == ["v1.2", "b"]


def test_one_run_states_no_spread() -> None:
    text = results(BenchPlan((bench("a"),)), {"a": [4.0]}, HOST, {}, "2026-11-21")
    assert json.loads(text)["facts"]["spread"] == ""


@given(st.lists(st.floats(0.001, 1e6), min_size=2, max_size=30))
def test_the_spread_is_robust_and_inside_the_range(values: list[float]) -> None:
    row = row_of(bench("a"), values)
    assert row.min <= row.median * (1 + 1e-6) and row.median <= row.max * (1 + 1e-6)
    assert row.mad is not None and 0 <= row.mad <= (row.max - row.min) * (1 + 1e-6)
    slow = row_of(bench("a"), [*values, *values, 1e9])
    assert slow.mad is not None and slow.mad <= row.max * (1 + 1e-6)


@pytest.mark.parametrize(
    ("line", "version"),
    [
        ("Python 3.11.7", "3.11.7"), ("GNU bash, version 5.2.15(1)-release (x86_64)", "5.2.15"),
        ("3.40.1 2022-12-28 14:03:47 df5c25", "3.40.1"), ("go1.22.3 linux", "go1.22.3 linux"),
        ("v20.11.1", "v20.11.1"), ("1.2.0-rc.1+cu121", "1.2.0-rc.1+cu121"), ("commit abcdef", "commit abcdef"),
    ],
)  # fmt: skip
def test_versions_are_what_the_tools_say(line: str, version: str) -> None:
    class Says:
        def run(self, words: Sequence[str], seconds: float = 0) -> Timed:
            return Timed(output=f"\n{line}\nmore\n")

    plan = BenchPlan((bench("a"),), versions=(("tool", ("tool", "--version")),))
    assert versions(plan, Says()) == {"tool": version}


def test_a_tool_that_says_nothing_is_named() -> None:
    class Silent:
        def run(self, words: Sequence[str], seconds: float = 0) -> Timed:
            return Timed()

    with pytest.raises(BenchError, match="`tool --version` prints no version"):
        versions(BenchPlan((bench("a"),), versions=(("tool", ("tool", "--version")),)), Silent())
