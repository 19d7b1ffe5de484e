import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inkwright.evidence.results import look_up, read_results, shown_results
from inkwright.text.markdown import parse_text

JSON = """{"ms": {"p50": 45.26, "p99.9": 80, "all": [1, 2.5, 4], "one": [7]}, "req/s": 20, "zero": 0, "a b": 3,
"text": "fast", "written": "12.5", "yes": true, "gone": null, "nan": NaN, "far": Infinity, "empty": {}}"""


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("ms.p50", 45.26),
        ("ms.p99.9", 80),
        ("ms.all.1", 2.5),
        ("ms.all[2]", 4),
        ("ms.one", 7),
        ("req/s", 20),
        ("a%20b", 3),
        ("written", 12.5),
        ("ms.p99.9/req/s", 4.0),
        ("req/s/ms.p99.9", 0.25),
        ("ms.p50/ms.p50", 1.0),
    ],
)
def test_keys(key: str, value: float) -> None:
    assert look_up(read_results("r.json", JSON), key) == value


@pytest.mark.parametrize(
    ("key", "said"),
    [
        ("ms.p5", "there is no `ms.p5`; did you mean `ms.p50`?"),
        ("speed", "there is no `speed`: it holds ms, req/s, zero, a b, text, written, ..."),
        ("ms.all.3", "`ms.all` holds 3 values, counted from 0"),
        ("ms.p50.x", "`ms.p50` is a value of its own"),
        ("ms", "`ms` holds 4 values: name one, such as `ms.p50`"),
        ("ms.all", "such as `ms.all.0`"),
        ("", "it holds 11 values"),
        ("text", '`text` holds "fast", which is no number'),
        ("yes", "holds true"),
        ("gone", "holds null"),
        ("nan", "holds nan"),
        ("far", "holds inf"),
        ("empty", "holds no number"),
        ("ms.p50/zero", "`zero` is 0"),
        ("ms.p50/nothing", "there is no `nothing`"),
        ("ms." * 1000, "has more than 300 characters"),
    ],
)
def test_keys_that_lead_nowhere(key: str, said: str) -> None:
    with pytest.raises(ValueError, match=re.escape(said)):
        look_up(read_results("r.json", JSON), key)


@pytest.mark.parametrize(
    ("name", "text", "key", "value"),
    [
        ("r.csv", "run,p50,mean latency\nint8,45.2,3\nfp16, 61 ,4\n", "fp16.p50", 61),
        ("r.csv", "run,p50,mean latency\nint8,45.2,3\n", "int8.mean%20latency", 3),
        ("r.csv", "run;p50\nint8;45\n\nint8;46\n", "int8.1.p50", 46),
        ("R.TSV", "\ufeffrun\tp50\na,b\t1e3\n", "a,b.p50", 1000.0),
        ("r.csv", "size,ms\r\n16,8.5\r\n32,9.5\r\n", "32.ms", 9.5),
        ("r.toml", "[int8]\np50 = 45.2\n", "int8.p50", 45.2),
        ("r.json", "4.5", "", 4.5),
    ],
)
def test_files_of_other_kinds(name: str, text: str, key: str, value: float) -> None:
    assert look_up(read_results(name, text), key) == value


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("r.json", '{"a": 1,}', "r.json is no JSON: "),
        ("r.json", "[" * 100_000, "r.json is no JSON"),
        ("r.json", "9" * 5000, "r.json is no JSON"),
        ("r.toml", "a = ", "r.toml is no TOML"),
        ("r.yaml", "a: 1", "name a .json, .csv, .tsv or .toml"),
        ("results", "1", "name a .json"),
    ],
)
def test_files_that_cannot_be_read(name: str, text: str, said: str) -> None:
    with pytest.raises(ValueError, match=re.escape(said)):
        read_results(name, text)


SHOWN = """```python id=caps
print(caps())
```

```output
cap 8: 664/s, p99 49.5 ms, 1,024 kept, 2026-11-21, -3.5e-2
```

```python
print(2)
```

```text output id=second
v3.11.7 took 2
```

```python
print("no output shown")
```

```pycon
>>> 6 * 7
42
```

```python
print(1)
```

```output regex
[0-9]+ of 12
```
"""


def test_the_numbers_of_shown_output() -> None:
    caps = [8, 664, 49.5, 1024, 2026, 11, 21, -0.035]
    assert shown_results(parse_text(SHOWN)) == {
        "output-1": caps, "caps": caps, "output-2": [2], "second": [2], "output-3": [42]
    }  # fmt: skip
    assert shown_results(parse_text("no code\n")) == {}


KEYS = st.text(st.characters(codec="utf-8", exclude_characters="[]%"), min_size=1, max_size=6)


@given(st.recursive(st.floats(-1e9, 1e9), lambda below: st.dictionaries(KEYS, below, max_size=3), max_leaves=8), KEYS)
def test_any_key_gives_a_number_or_a_sentence(data: object, key: str) -> None:
    try:
        assert isinstance(look_up(data, key), int | float)
    except ValueError as error:
        assert str(error)
