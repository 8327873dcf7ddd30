"""A worker of three words: `pid` is answered, `sleep` never, and `leave` ends it."""

from __future__ import annotations

import os
import sys
import time

for line in sys.stdin.buffer:
    match line.strip():
        case b"pid":
            sys.stdout.write(f"{os.getpid()}\n")
            sys.stdout.flush()
        case b"sleep":
            time.sleep(60)
        case b"leave":
            sys.stdout.write("half a line")
            sys.exit(7)
