"""Build hook: compiles the rule pages into `rules.table`, for a wheel as for an installation in place."""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

SOURCE = Path(__file__).resolve().parent.parent / "src"


class CompileRules(BuildHookInterface):
    """Runs before every build; needs nothing but the standard library and this project's own sources."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Write the table beside the code; `version` is "standard" or "editable"."""
        sys.path.insert(0, str(SOURCE))
        from inkwright.lint.rule import TABLE, write_table

        write_table()
        build_data["artifacts"].append(TABLE.relative_to(SOURCE.parent).as_posix())
