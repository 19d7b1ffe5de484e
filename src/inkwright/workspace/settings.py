"""Reading `inkwright.toml`: the whole of it validated, or just the three lines that capturing a thought needs."""

import tomllib
from pathlib import Path
from typing import Any, NamedTuple

from inkwright.model.errors import SettingsError
from inkwright.model.settings import Settings

SETTINGS_FILE = "inkwright.toml"


class CaptureSettings(NamedTuple):
    """The settings that `idea` and `log` need, read without loading the validator."""

    ideas: str = Settings.ideas
    log: str = Settings.log
    timezone: str = Settings.timezone


def capture_settings(path: Path) -> CaptureSettings:
    """The few settings of a file that capturing needs; defaults where they are absent. Raises SettingsError."""
    data = _toml(path)
    found = {key: data[key] for key in CaptureSettings._fields if key in data}
    for key, value in found.items():
        if not isinstance(value, str) or not value:
            raise SettingsError(
                f"`{key}` must be a text", path=path.name, hint=f'For example {key} = "{_default(key)}".'
            )
    return CaptureSettings(**found)


def _default(key: str) -> str:
    return str(CaptureSettings._field_defaults[key])


def load_settings(path: Path) -> Settings:
    """The settings of a file, every key optional. Raises SettingsError."""
    import msgspec

    data = _toml(path)
    try:
        return msgspec.convert(data, Settings)
    except msgspec.ValidationError as error:
        raise SettingsError(str(error), path=path.name) from error


def _toml(path: Path) -> dict[str, Any]:
    """The data of a settings file. Raises SettingsError."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(str(error), path=path.name) from error
