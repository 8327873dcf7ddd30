"""`icplint graph`: the graph itself, as a tree for people or as a file for other tools."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from icplint.cli.headings import reporting
from icplint.cli.inputs import begin
from icplint.cli.option_groups import spread
from icplint.cli.options import Output, Paths, TerraformSources
from icplint.cli.output import deliver
from icplint.errors import ConfigError
from icplint.model.text import Text, did_you_mean

if TYPE_CHECKING:
    from icplint.graph.graph import Graph
    from icplint.model.reading import Reading
    from icplint.model.text import Language

NO_NAME = Text(en="{name} is not among the names that were read{hint}", zh="已读取的域名中没有 {name}{hint}")


class GraphFormat(StrEnum):
    """What the graph is written as."""

    TEXT = "text"
    DOT = "dot"
    JSON = "json"
    GRAPHML = "graphml"
    HTML = "html"


@spread
def graph(
    *,
    paths: Paths = None,
    to: Annotated[str | None, reporting(help="Only the way of this name.", metavar="NAME")] = None,
    format_: Annotated[GraphFormat, reporting("--format", "-f", help="How to write it.")] = GraphFormat.TEXT,
    output: Output = None,
    sources: TerraformSources,
) -> None:
    """Print the graph of names, records, CDN and OSS origins, addresses and servers."""
    session = begin(paths or ["."], sources)
    from icplint.model.names import host_name
    from icplint.model.printable import printable_lines
    from icplint.model.vocabulary import Domain
    from icplint.views.tree import tree
    from icplint.views.unknown_types import nothing

    reading = session.read()
    session.spare([output], reading)
    built, language = session.graph(reading), session.language
    name = host_name(to) if to else None
    if format_ is GraphFormat.TEXT:
        text = printable_lines(tree(built, language, name))
    elif format_ is GraphFormat.HTML:
        text = _page(built, reading, language, name)
    else:
        from icplint.questions import network  # networkx takes longer to load than a small run

        write = {
            GraphFormat.DOT: network.dot,
            GraphFormat.JSON: network.node_link,
            GraphFormat.GRAPHML: network.graphml,
        }[format_]
        text = write(built, name)
    code = session.ended(reading)
    if name and built.get(("Domain", "", name)) is None:
        known = [domain.key for domain in built.all(Domain)]
        raise ConfigError(NO_NAME.using(name=name, hint=did_you_mean(name, known, 0.9)))
    silent = "" if reading.problems else f"{nothing(built.unmet).say(language)}\n"
    deliver(text or silent, output)
    raise typer.Exit(code)


def _page(graph: Graph, reading: Reading, language: Language, name: str | None) -> str:
    """Return the page that shows the ways of every name, or of one."""
    from icplint.model.reading import told
    from icplint.reports.page.data import graph_data
    from icplint.reports.page.document import document
    from icplint.reports.page.words import WORDS

    data = graph_data(graph, reading.inputs, told(reading.problems), language, name)
    return "".join(document(data, title=WORDS["title-graph"].say(language), language=language))
