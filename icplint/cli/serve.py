"""`icplint serve --run-task`: answer the run tasks of HCP Terraform."""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from icplint.cli.inputs import begin
from icplint.cli.language import reader_language
from icplint.cli.option_groups import spread
from icplint.cli.options import FailFrom, Ignore, NoSuppressions, Select, Sources, Strict
from icplint.errors import ConfigError
from icplint.model.dataclass import dataclass
from icplint.model.text import Text, plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from icplint.cli.inputs import Session
    from icplint.runtask.job import Jobs
    from icplint.settings.config import Config

KEY: Final = "ICPLINT_RUN_TASK_KEY"
NO_CHECK: Final = Text(
    en="there is no check {name}; icplint explain lists them", zh="没有检查项 {name}；用 icplint explain 查看全部检查项"
)
NO_SERVICE: Final = Text(en="say what to serve: --run-task", zh="请指定要提供的服务：--run-task")
NO_KEY: Final = Text(
    en=f"set {KEY}, or --key-file, to the HMAC key of the run task: without it anybody could ask",
    zh=f"请通过 {KEY} 或 --key-file 提供 run task 的 HMAC 密钥：没有密钥，任何人都可以调用",
)
UNREADABLE: Final = Text(en="{file} cannot be read: {why}", zh="无法读取 {file}：{why}")
NO_ADDRESS: Final = Text(en="--bind takes HOST:PORT, not {text}", zh="--bind 的格式为 HOST:PORT，而不是 {text}")
UNUSABLE: Final = Text(en="cannot listen on {address}: {why}", zh="无法监听 {address}：{why}")
LISTENING: Final = Text(
    en="icplint serves run tasks on http://{address}", zh="icplint 正在 http://{address} 提供 run task 服务"
)
STOPPED: Final = Text(en="icplint has answered all that it took, and stops", zh="icplint 已处理完所有请求，现已停止")


@dataclass(frozen=True, slots=True, kw_only=True)
class Judging:
    """What makes a run fail."""

    select: Select = None
    ignore: Ignore = None
    fail_on: FailFrom = None
    strict: Strict = False
    no_suppressions: NoSuppressions = False


@spread
def serve(
    *,
    run_task: Annotated[bool, typer.Option("--run-task", help="Answer the run tasks of HCP Terraform.")] = False,
    bind: Annotated[str, typer.Option(help="Where to listen.", metavar="HOST:PORT")] = "127.0.0.1:8080",
    key_file: Annotated[
        Path | None, typer.Option(help=f"A file with the HMAC key (default: {KEY} of the environment).", metavar="FILE")
    ] = None,
    host: Annotated[
        list[str] | None,
        typer.Option(
            help="A host that may be called back (default: those of HCP Terraform); repeatable.", metavar="NAME"
        ),
    ] = None,
    allow_http: Annotated[bool, typer.Option("--allow-http", help="Call hosts without TLS too, for trials.")] = False,
    concurrency: Annotated[int, typer.Option(help="How many runs to check at once.", metavar="N", min=1, max=64)] = 4,
    sources: Sources,
    judging: Judging,
) -> None:
    """Check the runs of HCP Terraform, as a run task."""
    gc.enable()  # this runs for months, not for a moment
    if not run_task:
        reader_language(sources.lang)
        raise ConfigError(NO_SERVICE)
    session = begin(["."], sources)

    from icplint.runtask.client import HOSTS, HcpClient
    from icplint.runtask.evaluation import Evaluation
    from icplint.runtask.job import Jobs

    jobs = Jobs(
        client=HcpClient(hosts=frozenset(host or HOSTS), allow_http=allow_http),
        evaluation=Evaluation(options=tuple(_options(session, judging)), language=session.language),
        language=session.language,
        strict=judging.strict or session.settings.strict,
        log=_log,
    )
    _listen(jobs, bind, _key(key_file), concurrency)


def _options(session: Session, judging: Judging) -> list[str]:
    """Return the options of each check; raises ConfigError for what would keep every one of them from an answer."""
    sources, settings = session.options, session.settings
    words = [*(judging.select or ()), *(judging.ignore or ())]
    _see_that_checks_are_known([*settings.select, *settings.ignore, *words])
    return [
        *("--lang", session.language),
        *(["--config", str(settings.file.absolute())] if settings.file else ["--isolated"]),
        *_each("--filings", [_there(file) for file in sources.filings or _own_registers(settings)]),
        *_each("--geo", [_there(file) for file in sources.geo or ()]),
        *_each("--on", [sources.on] if sources.on else []),
        *(["--resolve"] if sources.resolve else []),
        *_each("--resolver", sources.resolver or []),
        *_each("--select", judging.select or []),
        *_each("--ignore", judging.ignore or []),
        *_each("--fail-on", [judging.fail_on] if judging.fail_on else []),
        *(["--strict"] if judging.strict else []),
        *(["--no-suppressions"] if judging.no_suppressions else []),
    ]


def _listen(jobs: Jobs, bind: str, key: bytes, concurrency: int) -> None:
    from icplint.runtask.server import RunTaskServer

    address = _address(bind)
    try:
        server = RunTaskServer(address, jobs, key, concurrency=concurrency, log=_log)
    except OSError as error:
        raise ConfigError(UNUSABLE.using(address=bind, why=plain(error.strerror or error))) from None
    _log(LISTENING.using(address=f"{address[0]}:{server.server_address[1]}").say(jobs.language))
    server.run()
    _log(STOPPED.say(jobs.language))


def _each(name: str, values: Sequence[object]) -> list[str]:
    return [word for value in values for word in (name, str(value))]


def _see_that_checks_are_known(words: Sequence[str]) -> None:
    """Refuse an unknown check now, and not in each run."""
    from icplint.registry import registry

    for word in words:
        if not any(check.answers_to(word) for check in registry().checks):
            raise ConfigError(NO_CHECK.using(name=word))


def _own_registers(settings: Config) -> list[Path]:
    """Return the registers of the server's settings, or the one beside them; a run's own counts only without them."""
    from icplint.inputs.projects import Projects

    return list(Projects(given=settings).registers(Path.cwd()))


def _there(file: Path) -> Path:
    if not file.is_file():
        raise ConfigError(UNREADABLE.using(file=file.as_posix(), why=Text(en="it is no file", zh="不是文件")))
    return file.absolute()


def _key(file: Path | None) -> bytes:
    if file is None:
        key = os.environ.get(KEY, "").encode()
    else:
        try:
            key = file.read_bytes()
        except OSError as error:
            why = plain(error.strerror or error)
            raise ConfigError(UNREADABLE.using(file=file.as_posix(), why=why)) from None
    if not key.strip():
        raise ConfigError(NO_KEY)
    return key.rstrip(b"\r\n")


def _address(text: str) -> tuple[str, int]:
    name, colon, port = text.rpartition(":")
    if not colon or not port.isdigit() or int(port) > 65535:
        raise ConfigError(NO_ADDRESS.using(text=text))
    return name.strip("[]"), int(port)


def _log(line: str) -> None:
    print(line, file=sys.stderr, flush=True)  # noqa: T201 - the log of a server
