"""Where a command's text goes."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Final

from icplint.errors import ConfigError, reason
from icplint.model.text import Text

UNWRITABLE: Final = Text(en="{file} cannot be written: {why}", zh="无法写入 {file}：{why}")


def deliver(text: str, output: Path | None) -> None:
    """Print a text, or write it to a file whole or not at all; raises ConfigError where the file cannot be written."""
    if output is None:
        sys.stdout.write(text)
        return
    temporary = output.with_name(f".{output.name}.{os.getpid()}")
    try:
        temporary.write_text(text, encoding="utf-8")
        temporary.replace(output)
    except OSError as error:
        raise ConfigError(UNWRITABLE.using(file=output.as_posix(), why=reason(error))) from None
    finally:
        temporary.unlink(missing_ok=True)
