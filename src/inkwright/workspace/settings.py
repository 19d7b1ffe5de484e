"""Reading `inkwright.toml`: the whole of it validated, or just the three lines that capturing a thought needs."""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple, get_args

from msgspec.structs import FieldInfo, fields

from inkwright.model.errors import SettingsError
from inkwright.model.regex import regex
from inkwright.model.settings import CriticSettings, DeploySettings, Settings, is_table
from inkwright.model.week import slot
from inkwright.model.zones import zone
from inkwright.workspace.settings_mail import senseless_mail

SETTINGS_FILE = "inkwright.toml"

_PLACE = regex(r"\s*\((?:at line (\d+), column \d+|at end of document)\)")
_EXPECTED = regex(r"Expected `(?P<want>[^`]+)`(?:, got `(?P<got>[^`]+)`)?(?P<more>.*?)(?: - at `\$\.?(?P<at>.*)`)?\Z")
_WORDS = {
    "str": "a text in quotes", "int": "a whole number", "float": "a number", "bool": "true or false",
    "array": "a list in brackets", "object": "a table", "null": "nothing",
}  # fmt: skip
_ZONE_HINT = 'Use an IANA name such as "Europe/Berlin" or "UTC".'
_SEVERITIES = ("error", "warning", "suggestion")
_PHASES = ("", "habit", "quality")
_SERVER = regex(r"https?://[^/\s@?#]+(?:/[^\s@?#]*)?")
_MOST_READING = 100_000
_NAME = regex(r"[A-Za-z0-9_-]{1,60}")
_VARIABLE = regex(r"[A-Z_][A-Z0-9_]*")


_USUAL = Settings()


class CaptureSettings(NamedTuple):
    """The settings that `idea` and `log` need, read without loading the validator."""

    ideas: str = _USUAL.ideas
    log: str = _USUAL.log
    timezone: str = _USUAL.timezone


def capture_settings(path: Path) -> CaptureSettings:
    """The few settings of a file that capturing needs; defaults where they are absent. Raises SettingsError."""
    text = _text(path)
    data = _toml(text, path)
    found = {key: data[key] for key in CaptureSettings._fields if key in data}
    for key, value in found.items():
        if not isinstance(value, str) or not value:
            raise SettingsError(f"`{key}` must be a text in quotes", path=path.name, line=_line_of(text, (key,)))
    capture = CaptureSettings(**found)
    if said := _no_zone(capture.timezone):
        raise SettingsError(said, path=path.name, line=_line_of(text, ("timezone",)), hint=_ZONE_HINT)
    return capture


def load_settings(path: Path) -> Settings:
    """The settings of a file, every key optional.

    Raises SettingsError with the line: no TOML, an unknown key (with the nearest known one), a value of a wrong type
    or one that makes no sense.
    """
    import msgspec

    text = _text(path)
    data = _toml(text, path)
    for keys, known in _unknown(data, Settings):
        line = _line_of(text, keys)
        raise SettingsError(
            f"there is no setting `{'.'.join(keys)}`", path=path.name, line=line, hint=_near(keys, known)
        )
    try:
        settings = msgspec.convert(data, Settings)
    except msgspec.ValidationError as error:
        keys, said = _said(str(error))
        raise SettingsError(said, path=path.name, line=_line_of(text, keys)) from error
    for keys, said in _senseless(settings):
        raise SettingsError(said, path=path.name, line=_line_of(text, keys))
    if said := _no_zone(settings.timezone):
        raise SettingsError(said, path=path.name, line=_line_of(text, ("timezone",)), hint=_ZONE_HINT)
    return settings


def toml_error_line(error: tomllib.TOMLDecodeError) -> tuple[str, int]:
    """What is wrong with a TOML text, and the line (0 when it is the end)."""
    found = _PLACE.search(str(error))
    said = _PLACE.sub("", str(error))
    return said[:1].lower() + said[1:], int(found[1] or 0) if found else 0


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        said = f"not UTF-8: byte {error.object[error.start]:#04x} at offset {error.start}"
        raise SettingsError(said, path=path.name, hint="Save it as UTF-8.") from error
    except OSError as error:
        raise SettingsError(
            f"cannot be read ({error.strerror})", path=path.name, hint="Mend that and try again."
        ) from error


def _toml(text: str, path: Path) -> dict[str, Any]:
    """The data of a settings file. Raises SettingsError."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        said, line = toml_error_line(error)
        line = line or text.rstrip().count("\n") + 1
        said, hint = _said_twice(said, text) or (f"not TOML: {said}", "Mend that line.")
        raise SettingsError(said, path=path.name, line=line, hint=hint) from error
    except RecursionError as error:
        raise SettingsError("not TOML that can be read: nested too deep", path=path.name) from error


def _said_twice(said: str, text: str) -> tuple[str, str] | None:
    """What to say of a table that stands there twice, as after pasting one below a file that has it, and what to do."""
    twice = re.fullmatch(r"cannot declare \((.+)\) twice", said)
    if twice is None:
        return None
    name = ".".join(re.findall(r"'([^']+)'", twice[1]))
    lines = [number for number, line in enumerate(text.splitlines(), 1) if line.startswith(f"[{name}]")]
    return f"[{name}] stands here a second time", f"Write its keys below line {lines[0]}." if lines else "Keep one."


def _unknown(
    data: Mapping[str, Any], kind: Any, above: tuple[str, ...] = ()
) -> Iterator[tuple[tuple[str, ...], list[str]]]:
    """Keys of a table that no field has, with the names there are."""
    known: dict[str, FieldInfo] = {item.name: item for item in fields(kind)}
    for key, value in data.items():
        if key not in known:
            yield (*above, key), list(known)
        elif is_table(known[key].type) and isinstance(value, dict):
            yield from _unknown(value, known[key].type, (*above, key))
        elif isinstance(value, dict) and is_table(inner := (None, *get_args(known[key].type))[-1]):
            for name, table in value.items():
                yield from _unknown(table, inner, (*above, key, name)) if isinstance(table, dict) else ()


def _near(keys: Sequence[str], known: Sequence[str]) -> str:
    """What may have been meant: the table that has such a key, or a near name in the same table."""
    import difflib  # here, because `idea` and `log` start faster without

    for table in fields(Settings):
        if is_table(table.type) and any(item.name == keys[-1] for item in fields(table.type)):
            return f"It belongs below `[{table.name}]`."
    if len(keys) > 1 and any(item.name == keys[-1] for item in fields(Settings)):
        return "It belongs at the top, above the first table."
    near = difflib.get_close_matches(keys[-1].replace("-", "_").lower(), known, 1, 0.6)
    if near:
        return f"Did you mean `{'.'.join((*keys[:-1], near[0]))}`?"
    return f"There are: {', '.join(known)}."


def _said(message: str) -> tuple[tuple[str, ...], str]:
    """The keys that a validator's message is about, and the message in plain words."""
    found = _EXPECTED.match(message)
    if not found:
        return (), message
    keys = tuple(part for part in re.split(r"\.|\[[^\]]*\]", found["at"] or "") if part)
    inside = "every entry of " if "[" in (found["at"] or "") else ""
    want = found["want"].split(" | ")[0]
    got = f", not {_WORDS.get(found['got'], found['got'])}" if found["got"] else found["more"]
    return keys, f"{inside}`{'.'.join(keys)}` must be {_WORDS.get(want, want)}{got}"


def _senseless(settings: Settings) -> Iterator[tuple[tuple[str, ...], str]]:
    """Values of the right type that cannot be meant."""
    if settings.site.posts_per_page < 1:
        yield ("site", "posts_per_page"), "`site.posts_per_page` must be 1 or more"
    if settings.run.timeout <= 0:
        yield ("run", "timeout"), "`run.timeout` must be more than 0 seconds"
    if settings.run.memory < 16:
        yield ("run", "memory"), "`run.memory` must be at least 16 megabytes"
    for name, command in settings.run.languages.items():
        if not command.strip():
            yield ("run", "languages", name), f"`run.languages.{name}` must name a command"
    for rule, level in settings.check.severity.items():
        if level not in _SEVERITIES:
            said = f'`check.severity.{rule}` must be error, warning or suggestion, not "{level}"'
            yield ("check", "severity", rule), said
    if settings.check.phase not in _PHASES:
        yield ("check", "phase"), f'`check.phase` must be habit or quality, or "", not "{settings.check.phase}"'
    yield from _senseless_critic(settings.critic)
    yield from _senseless_deploy(settings.deploy)
    yield from senseless_mail(settings.newsletter, settings.relay)
    for text in settings.plan.week:
        try:
            slot(text)
        except ValueError as error:
            yield ("plan", "week"), f"`plan.week`: {error}"
    if settings.plan.every < 0:
        yield ("plan", "every"), "`plan.every` is a number of days, 0 for no goal"
    for key in ("weeknight", "weekend", "summary"):
        if not 0 <= getattr(settings.reading, key) <= _MOST_READING:
            yield ("reading", key), f"`reading.{key}` must lie between 0 and {_MOST_READING}"
    for key in ("ideas", "inbox", "log", "notes"):
        if not getattr(settings, key):
            yield (key,), f"`{key}` must not be empty"


def _senseless_critic(critic: CriticSettings) -> Iterator[tuple[tuple[str, ...], str]]:
    """What cannot be meant below `[critic]`; a key pasted into the file is never repeated."""
    if critic.api not in ("openai", "anthropic"):
        yield ("critic", "api"), f'`critic.api` must be openai or anthropic, not "{critic.api}"'
    if critic.url and not _SERVER.fullmatch(critic.url):
        said = "`critic.url` must be an http or https address without a user name, a `?` or a `#`"
        yield ("critic", "url"), said
    if not _VARIABLE.fullmatch(critic.key):
        said = "`critic.key` must be the name of an environment variable in capitals, never the key itself"
        yield ("critic", "key"), said
    if not critic.personas:
        yield ("critic", "personas"), "`critic.personas` must name at least one reader"
    if critic.timeout <= 0:
        yield ("critic", "timeout"), "`critic.timeout` must be more than 0 seconds"


def _senseless_deploy(deploy: DeploySettings) -> Iterator[tuple[tuple[str, ...], str]]:
    """What cannot be meant below `[deploy]`; a key pasted into the file is never repeated."""
    if deploy.to and deploy.to not in deploy.targets:
        yield ("deploy", "to"), f"there is no `[deploy.targets.{deploy.to}]` that `deploy.to` names"
    for name, target in deploy.targets.items():
        if not _NAME.fullmatch(name):
            yield ("deploy", "targets", name), f"`{name}` is no name for a target: letters, digits, `-` and `_` are"
        for key in ("key", "secret", "token"):
            if not _VARIABLE.fullmatch(getattr(target, key)):
                said = f"`deploy.targets.{name}.{key}` must be the name of an environment variable in capitals, never "
                yield ("deploy", "targets", name, key), f"{said}the key itself"
        if target.host not in ("", "netlify", "vercel"):
            yield ("deploy", "targets", name, "host"), f"`deploy.targets.{name}.host` must be netlify or vercel"


def _no_zone(name: str) -> str:
    """What is wrong with the name of a time zone, "" for a good one."""
    try:
        zone(name)
    except ValueError as error:
        return str(error)
    return ""


def _line_of(text: str, keys: Sequence[str]) -> int:
    """The line where a key stands, or else the nearest table above it; 0 when it is not found."""
    table: list[str] = []
    best = (0, 0)
    for number, line in enumerate(text.splitlines(), 1):
        header = re.match(r"\s*\[\[?\s*([^\]]+?)\s*\]", line)
        key = re.match(r"""\s*((?:[\w-]+|"[^"]*"|'[^']*')(?:\s*\.\s*(?:[\w-]+|"[^"]*"|'[^']*'))*)\s*=""", line)
        if header:
            table = _parts(header[1])
        path = table if header else [*table, *_parts(key[1])] if key else []
        depth = len(path) if path and list(keys[: len(path)]) == path else 0
        best = max(best, (depth, -number)) if depth else best
    return -best[1]


def _parts(written: str) -> list[str]:
    return [part.strip().strip("\"'") for part in written.split(".")]
