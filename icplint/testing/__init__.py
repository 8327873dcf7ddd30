"""What the tests of a plugin may import: the contract that it keeps, and the real command line with the plugin in it.

`class TestContract(PluginContract): plugin = PLUGIN` is the contract. `judged` says what every check says of HCL or of
a document (`state`) with a register (`filed`); `icplint` runs any command line; both with the plugin in them, under
`using`. `graph` builds the graph, `answers` asks one check about it, and `same` compares two graphs of the same things.
`listed` is what a scan reads in replies; `clash` what
icplint says of plugins that do not go together, `doubted` are the types that it says one would know.
"""

from icplint.testing.contract import PluginContract, clash
from icplint.testing.graphs import answers, doubted, graph, same
from icplint.testing.judging import Judged, Said, filed, icplint, judged, state, using
from icplint.testing.replies import listed

__all__ = [
    "Judged",
    "PluginContract",
    "Said",
    "answers",
    "clash",
    "doubted",
    "filed",
    "graph",
    "icplint",
    "judged",
    "listed",
    "same",
    "state",
    "using",
]
