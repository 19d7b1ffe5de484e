"""Reading `inkwright.toml`."""

import tomllib
from pathlib import Path

from inkwright.model.errors import SettingsError
from inkwright.model.settings import Settings

SETTINGS_FILE = "inkwright.toml"


def load_settings(path: Path) -> Settings:
    """The settings of a file, every key optional. Raises SettingsError."""
    import msgspec

    try:
        data = tomllib.loads(path.read_text(encoding="utf-8-sig"))
        return msgspec.convert(data, Settings)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError, UnicodeDecodeError) as error:
        raise SettingsError(str(error), path=path.name) from error
