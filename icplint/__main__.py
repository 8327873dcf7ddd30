"""Where icplint starts, as a command and as `python -m icplint`: before anything is imported that takes time."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command line; an interrupt, even during start-up, ends with exit 130 and no traceback."""
    try:
        from icplint.cli import main as run

        run()
    except KeyboardInterrupt:
        raise SystemExit(130) from None
    except SystemExit as ended:
        if isinstance(ended.code, int):
            _leave(ended.code)
        raise


def _leave(code: int) -> None:
    """End the process at once, unless a thread still works: to free all that it holds takes a tenth of a run."""
    import atexit
    import os
    import threading
    from contextlib import suppress

    if threading.active_count() == 1:
        atexit._run_exitfuncs()  # noqa: SLF001 - what the interpreter calls when it ends by itself
        for stream in (sys.stdout, sys.stderr):
            with suppress(OSError, ValueError):
                stream.flush()
        os._exit(code)


if __name__ == "__main__":
    main()
