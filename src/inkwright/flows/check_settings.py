"""The `[check]` settings as rules understand them: names resolved, values checked."""

from inkwright.lint.rule import find_rule
from inkwright.model.context import Context
from inkwright.model.errors import SettingsError, UsageError
from inkwright.model.finding import CATEGORIES, SEVERITIES
from inkwright.model.settings import CheckSettings

FILE = "inkwright.toml"


def chosen(settings: CheckSettings) -> Context:
    """A context with the user's choices and nothing else. Raises SettingsError for an unknown rule or severity."""
    return Context(
        accepted_words=frozenset(settings.words),
        rules_on=frozenset(map(_known, settings.on)),
        rules_off=frozenset(map(_known, settings.off)),
        severities={_known(name): _severity(name, level) for name, level in settings.severity.items()},
        options={_known(name): options for name, options in settings.options.items()},
    )


def _known(name: str) -> str:
    """A rule's name behind a name or alias, or a category."""
    if name in CATEGORIES:
        return name
    try:
        return find_rule(name).name
    except UsageError as error:
        raise SettingsError(f"[check] {error.message}", path=FILE, hint=error.hint) from error


def _severity(name: str, level: str) -> str:
    if level not in SEVERITIES:
        hint = f"Write {', '.join(SEVERITIES[:-1])} or {SEVERITIES[-1]}."
        raise SettingsError(f"[check.severity] {name} cannot be {level!r}", path=FILE, hint=hint)
    return level
