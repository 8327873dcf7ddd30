"""What the readers of one run share: the reading that grows, its roots, and the loader of Terraform."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Final

from icplint.files.reading import Trees
from icplint.inputs.projects import Names
from icplint.inputs.request import Request
from icplint.model.origin import Origin, display_path
from icplint.model.reading import Problem, Reading, Root
from icplint.model.text import Text

if TYPE_CHECKING:
    from icplint.terraform.modules.loader import Loader

UNRECOGNISED: Final = Text(
    en="{path} is neither Terraform nor a plan or state as JSON (terraform show -json)",
    zh="{path} 既不是 Terraform 文件，也不是 plan 或 state 的 JSON（terraform show -json）",
)


class InputSession:
    """The reading of one run; `trees` are the directories inside of which files may be found."""

    def __init__(self, request: Request, trees: Trees) -> None:
        self.request = request
        self.trees = trees
        self.reading = Reading()
        self.names = Names()

    def display(self, path: Path) -> str:
        """Return a path as reports show it."""
        return display_path(path, self.request.base)

    def problem(self, text: Text, path: str) -> None:
        """Note what cannot be read; `path` is as reports show it."""
        self.reading.problems.append(Problem(text.using(path=path), Origin(file=path)))

    def root(self, path: Path, shown: str, name: str | None = None) -> str:
        """Enter a root under the way in which resources name it."""
        self.reading.roots[shown] = Root(self.names.of(path) if name is None else name, path)
        return shown

    def root_of(self, directory: Path) -> str:
        """Enter a root module's directory."""
        return self.root(directory, self.display(directory))

    @cached_property
    def loader(self) -> Loader:
        """The one loader of the run, made when Terraform has to be read."""
        from icplint.terraform.modules.loader import Loader

        named = {self.request.base / path for path in self.request.paths}
        return Loader(self.request.base, self.request.unsaved, self.request.told, named, self.trees)
