"""The command line: one file per command; nothing heavy is imported before a command needs it."""

from __future__ import annotations

import gc
import sys
from typing import Final

from icplint import __version__
from icplint.cli.language import forget, reader_language, speak
from icplint.cli.output import OF_STREAMS, finish, prepare, say, unprintable
from icplint.errors import IcplintError
from icplint.model.packages import offering
from icplint.model.text import Text

NO_MEMORY: Final = Text(
    en="what is to be read needs more memory than there is: give icplint less at a time, or more memory",
    zh="要读取的内容超出可用内存：请减少每次读取的内容，或增加内存",
)
DEFECT: Final = Text(
    en="icplint failed at {place} ({error}): this is a defect of {whose}, please report it",
    zh="icplint 在 {place} 处出错（{error}）：这是 {whose} 的缺陷，请反馈",
)


def main() -> None:
    """Run the command line; a sentence instead of a traceback, exit 2 where icplint could not do its work."""
    prepare()
    out, err = sys.stdout, sys.stderr
    forget()
    gc.disable()  # a run makes objects and ends: to look for rings of them costs a tenth of the time
    code = 0
    try:
        _run()
    except SystemExit as ended:
        code = ended.code if isinstance(ended.code, int) else 0
    raise SystemExit(finish(out, err, code))


def _run() -> None:
    try:
        if sys.argv[1:] in (["--version"], ["-V"]):
            say_version()
        else:
            from icplint.cli.commands import run  # typer takes longer to import than the version to print

            run()
    except IcplintError as error:
        speak(error.text, error.origin, reader_language())
        raise SystemExit(2) from None
    except MemoryError:
        speak(NO_MEMORY, None, reader_language())
        raise SystemExit(2) from None
    except Exception as error:  # noqa: BLE001 - a defect of ours is said in a sentence, never as a traceback
        if isinstance(error, OSError) and error.errno in OF_STREAMS:  # typer prints its help itself
            speak(unprintable(error, sys.stdout), None, reader_language())
        else:
            speak(_defect(error), None, reader_language())
        raise SystemExit(2) from None


def say_version() -> None:
    """Print the version, and those of the plugins; raises ConfigError where standard output takes no more."""
    say(f"icplint {__version__}")
    for package in offering(sys.path):
        say(f"{package.name} {package.version}")


def _defect(error: Exception) -> Text:
    """Return the sentence of a defect: where it came up, and whose it is."""
    import traceback
    from pathlib import Path

    frames = list(traceback.walk_tb(error.__traceback__))
    place = f"{Path(frames[-1][0].f_code.co_filename).name}:{frames[-1][1]}"
    plugins = {module: package.name for package in offering(sys.path) for module in package.modules}
    within = (str(frame.f_globals.get("__name__")).partition(".")[0] for frame, _ in reversed(frames))
    whose = next((plugins[module] for module in within if module in plugins), "icplint")
    return DEFECT.using(error=repr(error), place=place, whose=whose)
