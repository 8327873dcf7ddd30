"""Where icplint starts, as a command and as `python -m icplint`: before anything is imported that takes time."""

from __future__ import annotations


def main() -> None:
    """Run the command line; an interrupt, even during start-up, ends with exit 130 and no traceback."""
    try:
        from icplint.cli import main as run

        run()
    except KeyboardInterrupt:
        raise SystemExit(130) from None


if __name__ == "__main__":
    main()
