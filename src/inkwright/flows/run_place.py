"""Where and with what a post's snippets run: limits, languages, the interpreter, the data they may read."""

import posixpath
import sys
from collections.abc import Sequence
from pathlib import Path

from inkwright.flows.run_state import commands_of, languages
from inkwright.model.document import Document
from inkwright.model.errors import UsageError
from inkwright.model.post import PostFile
from inkwright.model.run import Inputs, RunOptions
from inkwright.model.snippet import Snippet
from inkwright.process.environments import environment_name, environment_python, is_made, make_environment
from inkwright.process.interpreter import interpreter, version_of
from inkwright.process.launch import Limits
from inkwright.process.runner import Runner
from inkwright.text.requirements import requirements
from inkwright.text.snippets import snippets
from inkwright.workspace.folder import Workspace
from inkwright.workspace.inputs import inputs_of


class RunPlace:
    """One post's surroundings in a run. Raises UnreadableError for a declaration of packages that cannot be read,
    UsageError when `isolated` was asked for where there is nowhere to keep the environment."""

    def __init__(self, workspace: Workspace, file: PostFile, document: Document, options: RunOptions) -> None:
        self._workspace = workspace
        self._path = file.path
        self._options = options
        self._settings = workspace.settings.run
        self._packages: tuple[str, ...] | None = None
        self._environment: Path | None = None
        if options.isolated:
            if not workspace.inside:
                raise UsageError(
                    "--isolated keeps its environments in a workspace", path=file.path, hint="Run `inkwright init`."
                )
            self._packages = requirements(document, snippets(document))
            self._environment = workspace.state / "environments" / environment_name(self._packages or ())

    @property
    def languages(self) -> frozenset[str]:
        """The languages that run here."""
        return languages(self._workspace)

    def inputs(self, found: Sequence[Snippet]) -> Inputs:
        """What a run of these snippets rests on."""
        made = [name for snippet in found for name in (*snippet.figures, *snippet.writes)]
        data = inputs_of(self._workspace, self._path, (*(snippet.code for snippet in found), " ".join(made)))
        return Inputs(data, self._tools(frozenset(snippet.language for snippet in found)))

    def prepare(self) -> None:
        """Make the fresh environment if it is wanted and not there yet. Raises UsageError: the network was not agreed
        to, or a package cannot be installed."""
        if self._environment is None or is_made(self._environment):
            return
        if not self._options.online and self._packages:
            wanted = ", ".join(self._packages)
            hint = "Add --online to let them be downloaded."
            raise UsageError(f"a fresh environment with {wanted} is not made yet", path=self._path, hint=hint)
        self._workspace.make_state()
        make_environment(self._environment, self._packages or (), self._path)

    def runner(self) -> Runner:
        """A runner for this post."""
        commands = commands_of(self._workspace)
        python = ""
        if self._environment is not None:
            commands.pop("python", None)
            python = str(environment_python(self._environment))
        limits = Limits(
            self._settings.timeout, self._settings.memory, self._settings.environment, commands, python,
            self._options.online, self._workspace.root,
        )  # fmt: skip
        return Runner(self._workspace.path(self._path).parent, limits)

    def beside(self, name: str) -> str:
        """The workspace path of a file beside the post."""
        return posixpath.join(posixpath.dirname(self._path), name)

    def _tools(self, used: frozenset[str]) -> str:
        commands = commands_of(self._workspace)
        words = [f"{name}: {command}" for name, command in sorted(commands.items()) if name in used]
        if "python" in used and ("python" not in commands or self._environment is not None):
            version = ".".join(map(str, sys.version_info[:3])) if self._environment else version_of(interpreter())
            alone = f", isolated with {' '.join(self._packages or ()) or 'nothing'}" if self._environment else ""
            words.append(f"python {version}{alone}")
        return "; ".join(words)
