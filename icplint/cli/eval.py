"""`icplint eval`: what icplint makes of an expression in a root module."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from icplint.cli.headings import reporting
from icplint.cli.inputs import BAD_VARIABLE, EMPTY_PATH, NO_FILE
from icplint.cli.language import reader_language, speak
from icplint.cli.options import Lang, Var, VarFile
from icplint.cli.output import deliver
from icplint.errors import ConfigError, SourceError
from icplint.model.printable import faithful_json
from icplint.model.text import Language, Text, plain

if TYPE_CHECKING:
    from icplint.model.reading import Reading
    from icplint.terraform.instances.instance import ModuleInstance
    from icplint.terraform.values.value import UnknownReason

USAGE = Text(
    en="give an expression and, if it is not the current one, a directory; with --json, only the directory",
    zh="请给出一个表达式，以及目录（省略时为当前目录）；使用 --json 时只给出目录",
)
NO_DIRECTORY = Text(en="{path} is not a directory", zh="{path} 不是目录")
UNKNOWN = Text(en="unknown: {why}", zh="unknown：{why}")
POINTS = Text(en="points at: {refs}", zh="指向：{refs}")
OPEN = Text(en="something else is possible, too", zh="也可能是其他值")
SETTLE = Text(en="to settle it: {how}", zh="如何确定：{how}")


def evaluate(
    words: Annotated[
        list[str] | None,
        typer.Argument(help="What to evaluate, and the root module.", metavar="[EXPRESSION] [DIR]", show_default=False),
    ] = None,
    as_json: Annotated[
        bool,
        reporting("--json", help="Read expressions as lines on standard input; answer each with a JSON object."),
    ] = False,
    var: Var = None,
    var_file: VarFile = None,
    lang: Annotated[Lang | None, reporting(help="The language of the reasons and errors.")] = None,
) -> None:
    """Evaluate a Terraform expression in a root module (default: .), as terraform console would before any apply."""
    language = reader_language(lang)
    given = list(words or ())
    expression = None if as_json or not given else given.pop(0)
    if len(given) > 1 or (expression is None and not as_json):
        raise ConfigError(USAGE)
    root, reading = _opened(given[0] if given else ".", var or [], var_file or [])
    if expression is None:
        for line in sys.stdin.buffer:
            deliver(_answer(root, line.decode(errors="replace").rstrip("\r\n"), language))
    else:
        deliver(_shown(root, expression, language))
    from icplint.model.reading import told
    from icplint.terraform.instances.configuration import problems_of

    problems = problems_of(root, reading)
    for problem in told(problems):
        speak(problem.text, problem.origin, language)
    raise typer.Exit(2 if problems else 0)


def _opened(path: str, flags: list[str], files: list[Path]) -> tuple[ModuleInstance, Reading]:
    from icplint.terraform.instances.configuration import open_root
    from icplint.terraform.instances.variable_values import Variables, undeclared
    from icplint.terraform.modules.loader import Loader

    here = Path.cwd()
    directory = here / path
    if not (path.strip() and directory.is_dir()):
        raise SourceError(NO_DIRECTORY.using(path=path) if path.strip() else EMPTY_PATH)
    for file in files:
        if not os.path.lexists(file):
            raise ConfigError(NO_FILE.using(option="--var-file", file=file.as_posix()))
    pairs = [text.partition("=") for text in flags]
    for name, equals, _ in pairs:
        if not (name and equals):
            raise ConfigError(BAD_VARIABLE.using(text=name))
    variables = Variables(
        flags={name: value for name, _, value in pairs},
        files=[file.absolute() for file in files],
        environment=dict(os.environ),
    )
    root, reading = open_root(directory, Loader(here), variables)
    reading.problems += undeclared(variables.flags, [root.module])
    return root, reading


def _evaluated(root: ModuleInstance, expression: str) -> str | UnknownReason:
    """Return the value as JSON, or why it is unknown; raises SourceError for what Terraform would refuse."""
    from icplint.terraform.evaluation.expressions import evaluate as value_of
    from icplint.terraform.syntax.parse import parse_expression
    from icplint.terraform.syntax.tree import Body, File, Refused
    from icplint.terraform.values.errors import EvaluationError, TooLargeError
    from icplint.terraform.values.json_text import json_text, unknown_whole
    from icplint.terraform.values.reasons import TOO_LARGE

    try:
        node = parse_expression(expression.encode(errors="surrogateescape"))
        value = root.run.without_stack_limit(lambda: value_of(node, root))
        return unknown_whole(value) or json_text(value)
    except Refused as refused:
        place = File("EXPRESSION", expression.encode(errors="surrogateescape"), Body({}, [])).origin(refused.start)
        raise SourceError(refused.text, place) from None
    except TooLargeError as error:
        raise SourceError(TOO_LARGE.using(name="EXPRESSION", why=error.why), error.origin) from None
    except EvaluationError as error:
        raise SourceError(plain(error), error.origin) from None


def _shown(root: ModuleInstance, expression: str, language: Language) -> str:
    """Return the value as JSON on a line, or why it is unknown and what it points at."""
    found = _evaluated(root, expression)
    if isinstance(found, str):
        return f"{faithful_json(found)}\n"
    lines = [UNKNOWN.using(why=found.why)]
    if found.refs:
        lines.append(POINTS.using(refs=", ".join(map(str, found.refs))))
    if found.refs and found.open:
        lines.append(OPEN)
    if found.settle:
        lines.append(SETTLE.using(how=found.settle))
    return "".join(f"{line.say(language)}\n" for line in lines)


def _answer(root: ModuleInstance, expression: str, language: Language) -> str:
    """Return one JSON object: the expression, and its value, or what an unknown one points at, or the error."""
    try:
        found = _evaluated(root, expression)
    except SourceError as error:
        place = f"{error.origin}: " if error.origin else ""
        answer = f'"error": {_quoted(place + error.text.say(language))}'
    else:
        refs = [] if isinstance(found, str) else [_quoted(str(ref)) for ref in found.refs]
        answer = f'"value": {found}' if isinstance(found, str) else f'"unknown": true, "refs": [{", ".join(refs)}]'
    return faithful_json(f'{{"expr": {_quoted(expression)}, {answer}}}\n')


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
