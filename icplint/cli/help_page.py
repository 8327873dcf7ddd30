"""The help of a command on a page: its options in groups, examples, exit codes, where more is written."""

from __future__ import annotations

from typing import Any, Final

from icplint import HOME
from icplint.cli.chinese import HEADINGS, WORDS
from icplint.cli.language import reader_language
from icplint.cli.panels import CHECKS, KNOWN, REPORT, TO_READ
from icplint.cli.usage_examples import COMMANDS
from icplint.model.text import Language
from icplint.reports.terminal.columns import width, wrapped

ORDER: Final = (TO_READ, KNOWN, CHECKS, REPORT, "Options")
FIRST: Final = 28
"""Columns of what is explained, at most: what is longer has its explanation below."""
Rows = list[tuple[str, str]]


def page(command: Any, context: Any, columns: int) -> str:
    """Return the help of a command of typer in the reader's language, no line wider than `columns`."""
    language = reader_language()
    groups = _options(command, context)
    lines = [context.get_usage(), "", *(f"  {line}" for line in wrapped(" ".join(command.help.split()), columns - 2))]
    for heading in ("Arguments", *(one for one in ORDER if one in groups)):
        if rows := groups.get(heading):
            lines += _section(heading, _table(rows, columns, language), language)
    if below := _commands(command, context):
        lines += _section("Commands", _table(below, columns, language), language)
    lines += _ending(_path(context), columns, language)
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _path(context: Any) -> str:
    """Return the names of a command below icplint, however icplint was started."""
    return f"{_path(context.parent)} {context.info_name}".strip() if context.parent else ""


def _options(command: Any, context: Any) -> dict[str, Rows]:
    """Return what a command takes, each with its explanation, by the heading that it stands under."""
    groups: dict[str, Rows] = {}
    for parameter in command.get_params(context):
        if (record := parameter.get_help_record(context)) is not None:
            plain = "Arguments" if parameter.param_type_name == "argument" else "Options"
            heading = getattr(parameter, "rich_help_panel", None) or plain
            groups.setdefault(heading, []).append((record[0], record[1] + _choices(parameter)))
    return groups


def _choices(parameter: Any) -> str:
    """Return the formats of this installation for the option that takes the name of one."""
    if "--format" not in parameter.opts or parameter.metavar is None:
        return ""
    from icplint.cli.proposals import formats

    return f" [{', '.join(formats(''))}]"


def _commands(command: Any, context: Any) -> Rows:
    found = ((name, command.get_command(context, name)) for name in getattr(command, "commands", ()))
    return [(name, below.get_short_help_str(1000)) for name, below in found if not below.hidden]


def _section(heading: str, lines: list[str], language: Language) -> list[str]:
    return ["", f"{HEADINGS[heading]}：" if language == "zh" else f"{heading}:", *lines]


def _table(rows: Rows, columns: int, language: Language) -> list[str]:
    """Return rows of two columns; the second is wrapped beside the first, or begins below one that is too wide."""
    room = max((width(first) for first, _ in rows if width(first) <= FIRST), default=FIRST)
    lines = []
    for first, second in rows:
        text = wrapped(_said(second, language), columns - room - 4)
        beside = width(first) <= room
        lines += [f"  {first}{'':{room + 2 - width(first)}}{text.pop(0)}"] if beside else [f"  {first}"]
        lines += [f"{'':{room + 4}}{line}" for line in text]
    return lines


def _said(text: str, language: Language) -> str:
    """Return an explanation, with what typer adds to it in the reader's language."""
    text = " ".join(text.split())
    for english, chinese in WORDS if language == "zh" else ():
        text = text.replace(english, chinese)
    return text


def _ending(path: str, columns: int, language: Language) -> list[str]:
    """Return examples of a command, how it exits, and the address of the documentation."""
    usage, lines = COMMANDS[path], []
    for example in usage.examples:
        lines += [f"  {example.line}", *(f"      {line}" for line in wrapped(example.text.say(language), columns - 6))]
    codes = _table([(code, text.say(language)) for code, text in usage.codes], columns, language)
    return [
        *_section("Examples", lines, language),
        *_section("Exit codes", codes, language),
        *_section("Documentation", [f"  {HOME}#readme"], language),
    ]
