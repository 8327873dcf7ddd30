"""`icplint graph`: the graph itself, as a tree for people or as a file for other tools."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from icplint.cli.inputs import begin
from icplint.cli.language import speak
from icplint.cli.option_groups import spread
from icplint.cli.options import Output, Paths, TerraformSources
from icplint.cli.output import deliver
from icplint.model.text import Text

NO_NAME = Text(en="{name} is not among the names that were read", zh="已读取的域名中没有 {name}")


class Form(StrEnum):
    """What the graph is written as."""

    TEXT = "text"
    DOT = "dot"
    JSON = "json"
    GRAPHML = "graphml"


@spread
def graph(
    *,
    paths: Paths = None,
    to: Annotated[str | None, typer.Option(help="Only the way of this name.", metavar="NAME")] = None,
    format_: Annotated[Form, typer.Option("--format", help="How to write it.")] = Form.TEXT,
    output: Output = None,
    sources: TerraformSources,
) -> None:
    """Print the graph of names, records, CDN and OSS origins, addresses and servers."""
    session = begin(paths or ["."], sources)
    from icplint.graph.tree import tree
    from icplint.model.names import host_name

    reading = session.read()
    built, language = session.graph(reading), session.language
    name = host_name(to) if to else None
    if format_ is Form.TEXT:
        text = tree(built, language, name)
    else:
        from icplint.graph import network  # networkx takes longer to load than a small run

        write = {Form.DOT: network.dot, Form.JSON: network.node_link, Form.GRAPHML: network.graphml}[format_]
        text = write(built, name)
    deliver(text, output)
    for problem in dict.fromkeys(reading.problems):
        speak(problem.text, problem.origin, language)
    if name and built.get(("Domain", "", name)) is None:
        speak(NO_NAME.using(name=name), None, language)
        raise typer.Exit(2)
    raise typer.Exit(2 if reading.problems else 0)
