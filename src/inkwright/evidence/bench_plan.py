"""Reads what a file of benchmarks declares: `bench.toml` beside a post."""

import difflib
import re
import shlex
import tomllib
from collections.abc import Mapping
from typing import Any, Literal

from inkwright.model.bench import UNITS, Benchmark, BenchPlan, Reads
from inkwright.model.errors import UnreadableError
from inkwright.model.regex import regex

MOST_RUNS, MOST_WARMUPS, MOST_BENCHMARKS = 10_000, 1_000, 60
_TOP = {"runs": int, "warmup": int, "timeout": float, "setup": str, "versions": object, "bench": dict}
_OWN = {
    "command": str,
    "label": str,
    "runs": int,
    "warmup": int,
    "timeout": float,
    "unit": str,
    "json": str,
    "regex": str,
}
_NAME = regex(r"[^\W_][\w.+-]{0,59}")
_SAID = {str: "a text in quotes", int: "a whole number", float: "a number", dict: "tables such as [bench.name]"}
_PLACE = regex(r"\s*\(at line (\d+), column \d+\)|\s*\(at end of document\)")


def read_plan(text: str, path: str) -> BenchPlan:
    """The benchmarks of a file. Raises UnreadableError that says what is wrong, where it can with the line."""
    try:
        data = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        found = _PLACE.search(str(error))
        line = int(found[1] or 0) if found else 0
        raise UnreadableError(f"no TOML: {_PLACE.sub('', str(error))[:120]}", path=path, line=line) from error
    reader = _Reader(text, path)
    reader.known("", data, _TOP)
    tables = data.get("bench")
    if not tables:
        raise reader.wrong("it declares no benchmark", hint='Write `[bench.NAME]` with `command = "..."` below.')
    if len(tables) > MOST_BENCHMARKS:
        raise reader.wrong(f"it declares {len(tables)} benchmarks, and {MOST_BENCHMARKS} are the most")
    plan = tuple(reader.benchmark(name, table, data) for name, table in tables.items())
    return BenchPlan(plan, reader.words("setup", data.get("setup", "")), reader.versions(data.get("versions", ())))


class _Reader:
    """Checks one file's parts, with the place of each mistake."""

    def __init__(self, text: str, path: str) -> None:
        self._text, self._path = text, path

    def wrong(self, said: str, word: str = "", hint: str = "", inside: str = "") -> UnreadableError:
        """The error for a mistake, at the line that begins with a key of that name, in a table if one is named."""
        table = re.search(rf"^[ \t]*\[\s*bench\s*\.\s*[\"']?{re.escape(inside)}[\"']?\s*\]", self._text, re.MULTILINE)
        key = re.compile(rf"^[ \t]*\[?[\"']?{re.escape(word)}\b", re.MULTILINE)
        found = key.search(self._text, table.start() if inside and table else 0) if word else None
        found = found or (table if inside else None)
        line = self._text.count("\n", 0, found.start()) + 1 if found else 0
        return UnreadableError(said, path=self._path, line=line, hint=hint)

    def known(self, name: str, table: Mapping[str, Any], keys: Mapping[str, Any]) -> None:
        """Every key is one of these, of its kind."""
        where = f"[bench.{name}] " if name else ""
        for key, value in table.items():
            if key not in keys:
                near = difflib.get_close_matches(key, keys, 1)
                hint = f"Did you mean `{near[0]}`?" if near else f"There are: {', '.join(keys)}."
                raise self.wrong(f"{where}has no key `{key}`" if name else f"there is no key `{key}`", key, hint, name)
            kind = (int, float) if keys[key] is float else keys[key]
            if not isinstance(value, kind) or (isinstance(value, bool) and keys[key] is not object):
                raise self.wrong(f"{where}`{key}` must be {_SAID[keys[key]]}", key, inside=name)

    def benchmark(self, name: str, table: Any, top: Mapping[str, Any]) -> Benchmark:
        """One table of the file; the file's own `runs`, `warmup` and `timeout` are what it goes back to."""
        if not _NAME.fullmatch(name) or name == "facts":
            hint = "Use letters, digits, dots, hyphens; `label` may be any text."
            raise self.wrong(f"`{name[:60]}` is no name for a benchmark", name, hint)
        if not isinstance(table, dict):
            raise self.wrong(f"`{name}` must be a table: [bench.{name}]", name)
        self.known(name, table, _OWN)
        command = self.words("command", table.get("command", ""), name)
        if not command:
            raise self.wrong(f"[bench.{name}] has no command", inside=name)
        runs = self._count(name, "runs", table, top, 10, 1, MOST_RUNS)
        warmup = self._count(name, "warmup", table, top, 1, 0, MOST_WARMUPS)
        inside = name if "timeout" in table else ""
        seconds = float(table.get("timeout", top.get("timeout", 0)))
        if not 0 <= seconds <= 86_400:
            raise self.wrong("`timeout` must be a number of seconds, a day at most", "timeout", inside=inside)
        reads, key = self._reads(name, table)
        unit = table.get("unit", "ms" if reads == "time" else "")
        unit = "µs" if unit in ("us", "μs") else unit  # the letter mu is not the sign micro
        if reads == "time" and unit not in UNITS:
            raise self.wrong(f"[bench.{name}] `unit` of a time must be {', '.join(UNITS)}", "unit", inside=name)
        return Benchmark(name, command, table.get("label", ""), runs, warmup, unit, reads, key, seconds)

    def _count(
        self, name: str, key: str, table: Mapping[str, Any], top: Mapping[str, Any], usual: int, least: int, most: int
    ) -> int:
        found = int(table.get(key, top.get(key, usual)))
        if not least <= found <= most:
            inside = name if key in table else ""
            raise self.wrong(f"`{key}` must be from {least} to {most}", key, inside=inside)
        return found

    def _reads(self, name: str, table: Mapping[str, Any]) -> tuple[Reads, str]:
        kinds: tuple[Literal["json", "regex"], ...] = ("json", "regex")
        asked = [kind for kind in kinds if kind in table]
        if len(asked) > 1:
            raise self.wrong(f"[bench.{name}] reads either `json` or `regex`, not both", "regex", inside=name)
        if asked == ["regex"]:
            try:
                re.compile(table["regex"])
            except (re.error, OverflowError, RecursionError) as error:
                raise self.wrong(f"[bench.{name}] `regex`: {error}", "regex", inside=name) from error
        return (asked[0], table[asked[0]]) if asked else ("time", "")

    def words(self, key: str, written: str, inside: str = "") -> tuple[str, ...]:
        """A command as words, the way a shell would split it."""
        if "\x00" in written:
            raise self.wrong(f"`{key}` holds a character that no command may hold", key, inside=inside)
        try:
            return tuple(shlex.split(written))
        except ValueError as error:
            raise self.wrong(f"`{key}`: {str(error).lower()}", key, inside=inside) from error

    def versions(self, declared: Any) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Commands that print a version, each under a name: its own, else its program's."""
        hint = 'For example versions = ["sqlite3 --version"], or versions = { numpy = "python -c ..." }.'
        error = self.wrong("`versions` must be a list of commands, or commands by name", "versions", hint)
        if isinstance(declared, list | tuple):
            if not all(isinstance(one, str) for one in declared):
                raise error
            found = [self.words("versions", one) for one in declared]
            pairs = [(words[0].rpartition("/")[2], words) for words in found if words]
        elif isinstance(declared, dict) and all(isinstance(one, str) for one in declared.values()):
            pairs = [(name, self.words("versions", one)) for name, one in declared.items()]
        else:
            raise error
        if any(not words for _, words in pairs):
            raise error
        return tuple(dict(pairs).items())
