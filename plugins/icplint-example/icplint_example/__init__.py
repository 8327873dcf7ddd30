"""DNSimple for icplint: its records, and a check of filed names that its redirector answers."""

from icplint.plugin import found_in

PLUGIN = found_in(__name__)
