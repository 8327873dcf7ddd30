"""One request, from the first word back to HCP Terraform to the last."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

from icplint.errors import DEFECT, IcplintError
from icplint.model.dataclass import dataclass
from icplint.model.printable import printable
from icplint.model.text import Language, Text
from icplint.runtask.client import HcpClient
from icplint.runtask.evaluation import Evaluation
from icplint.runtask.request import Task
from icplint.runtask.verdict import STOPPED, RunTaskVerdict, failed, verdict_of

LIMIT: Final = 570.0
"""Seconds from a request to its last word; HCP Terraform waits for ten minutes."""
RESERVE: Final = 60.0
"""Seconds of these that are kept for the last word."""
MOST_PLAN: Final = 256 << 20
MOST_ARCHIVE: Final = 128 << 20

PLAN: Final = Text(en="the plan", zh=" plan ")
CONFIGURATION: Final = Text(en="the configuration", zh="配置")
NOTHING: Final = Text(
    en="HCP Terraform gave neither plan nor configuration at the stage {stage}",
    zh="HCP Terraform 在 {stage} 阶段未提供 plan 或配置",
)
CHECKING: Final = Text(en="icplint is checking", zh="icplint 正在检查")


@dataclass(frozen=True, slots=True, kw_only=True)
class Jobs:
    """How requests are answered. `log` takes a line; no line has a token in it."""

    client: HcpClient
    evaluation: Evaluation
    language: Language
    strict: bool
    log: Callable[[str], None]
    clock: Callable[[], float] = time.monotonic

    def do(self, task: Task, began: float) -> None:
        """Answer one request that came at `began`; whatever happens is told to HCP Terraform, and raises nothing."""
        last = began + LIMIT
        self._report(
            task, RunTaskVerdict(status="running", message=CHECKING.say(self.language)), min(last, self.clock() + 10)
        )
        try:
            verdict = self._verdict(task, last - RESERVE)
        except IcplintError as error:
            verdict = failed(STOPPED if self.client.fetching.stopped else error.text, self.language)
        except Exception as error:  # noqa: BLE001 - a defect in one run must not keep the others from their answers
            verdict = failed(DEFECT.using(error=repr(error)), self.language)
        told = self._report(task, verdict, last)
        seconds = self.clock() - began
        self.log(f"{_name(task)} {verdict.status}{'' if told else ' (not reported)'} in {seconds:.1f} s")

    def stop(self) -> None:
        """End every fetch and every check; whatever is under way is told to be run again."""
        self.evaluation.stop()
        self.client.fetching.stop()

    def _report(self, task: Task, verdict: RunTaskVerdict, deadline: float) -> bool:
        document = verdict.document(detailed=task.outcomes)
        try:
            self.client.report(task.callback, task.token, document, deadline=deadline)
        except IcplintError as error:
            self.log(f"{_name(task)} {error.text.say(self.language)}")
            return False
        return True

    def _verdict(self, task: Task, deadline: float) -> RunTaskVerdict:
        if task.source is None:
            return failed(NOTHING.using(stage=task.stage), self.language)
        with tempfile.TemporaryDirectory(prefix="icplint-", ignore_cleanup_errors=True) as name:
            directory = Path(name)
            (directory / ".git").mkdir()  # the top of a repository: nothing above it is taken for a register
            plan = self._plan(task, directory, deadline)
            archive = self._archive(task, directory / ".git", deadline, needed=plan is None)
            seconds = max(1.0, deadline - self.clock())
            found = self.evaluation(directory, seconds, plan=plan, archive=archive, within=task.working_directory)
        return verdict_of(found, self.language, strict=self.strict, seconds=seconds)

    def _plan(self, task: Task, directory: Path, deadline: float) -> Path | None:
        """Fetch the plan, once there is one."""
        if task.stage == "pre_plan" or task.plan is None:
            return None
        plan = directory / "plan.json"
        self.client.fetch(task.plan, task.token, plan, what=PLAN, most=MOST_PLAN, deadline=deadline)
        return plan

    def _archive(self, task: Task, directory: Path, deadline: float, *, needed: bool) -> Path | None:
        """Fetch the configuration; beside a plan, it may take half of the time, and be absent."""
        if task.configuration is None:
            return None
        archive, now = directory / "configuration.tar.gz", self.clock()
        until = deadline if needed else now + (deadline - now) / 2
        try:
            self.client.fetch(
                task.configuration, task.token, archive, what=CONFIGURATION, most=MOST_ARCHIVE, deadline=until
            )
        except IcplintError as error:
            if needed or self.client.fetching.stopped:
                raise
            self.log(f"{_name(task)} {error.text.say(self.language)}")
            return None
        return archive


def _name(task: Task) -> str:
    """Return how a log speaks of a request: what it says of itself, without what could forge a line."""
    words = (task.id, task.run, task.workspace, task.stage)
    return " ".join(printable(word[:100]) for word in words if word)
