"""What a plugin may import from icplint, all of it: this module, and `icplint.testing` for its tests.

What it is: `Plugin`, or `found_in(__name__)` for a package with the rooms of the core; `Source` reads a kind of
JSON document, `Cloud` live accounts (`ScanRequest` -> `Scanning` -> `Reading`, with `Input`, `Problem`, `Unread`, and
zones that were listed in full by `whole_zone`), which it keeps in a directory with a `MANIFEST`: `put` writes each file
whole (until then its name begins with `UNDER_WAY`), and `reason` says why one could not be written.
Whatever waits for a service does so `within` its `Limit`, and reads no more of a reply than the `limited_body`; files
are read by `read_document`.

What is there: `Resource` (its `Rank`, `Provider`, `Origin`), and `Unknown` with its `Reference`s where a value is not
known. Host names are compared as `host_name` writes them; a filing is made for the `registrable_domain`. Sentences for
people are `Text(en=, zh=)` in each `Language`, `plain` where both say the same, `NOT_SAID` for a value that is not set;
errors are `ConfigError` and `SourceError`.

The table of products: `NodeRow`, `EdgeRow` and `AliasRow` are rows (`Row`), `GivenName` a name that one gives to the
public, `Name` where one stands that it goes by itself. Fields are paths (`SELF` is the resource), or functions of the
resource and a `Finder`: `constant`, `first_set`, `placement_from` (in the regions of `CloudDefaults`), `pick`, `first`,
`values_of`, `number`, `is_set`, `referenced`. Who looks for others of a type does so by keys (`Finder.by_key`), such as
the texts that are `said_at` paths: to look through all of them each time is quadratic.
`record` makes the row of DNS records that lie `under` a name of their own or are `lying_in` `Zones`; `server`,
`address` and `bucket` those of other clouds.

Live accounts are read by one engine. A cloud has its own kind of `Listing`, bound to it by name, whose items `Yield`
resources; a plugin brings them beside the rows. `LiveCloud` is the `Cloud` that asks for them: its scan is a `Live` one
of each `Account`, which answers each `Call` with a `Reply`, or a `Failure`. The `Vendor` says what the engine must know
of a cloud, with the `Wording` of what was not read and the `SavedForm` of what is kept.

The vocabulary: `Node`s (`Domain`, `Record`, `Address`, `Server`, `ServerGroup`, `LoadBalancer`, `Proxy`, `Bucket`,
`Gateway`, `Service`, `Filing`, `Lookup`), their `Placement`, and the `Relation`s between them, which rows name and
checks follow.

Checks: `Check`, `Severity`; an `Answer` by `yes`, `no`, `cannot_tell`, joined with `&`, `|`, `~`, `any_of`, `all_of`;
`Evidence`. They ask a `Graph`, its `Edge`s and its `Policy`: `subjects`, `filed`, `filing_domain`,
`has_access_provider`, `served_from_mainland`, `in_mainland`; `follow` a name's paths, or
`follow_edge` one edge, with their own question. `graph.policy` has the facts of the day, and `regions`, `providers`
and `suffixes`, as `policy` of a `Finder` has for rows: `graph.policy.regions.find("aws", "cn-north-1")`.

Reports: a `Format` renders a `Report` of `Finding`s in a `Style`.

Whatever is not here may change without notice; these names change their meaning only with `API_VERSION`.
"""

from __future__ import annotations

from icplint.checks.check import Check, Severity
from icplint.errors import ConfigError, SourceError, reason
from icplint.files.reading import read_document
from icplint.files.writing import UNDER_WAY, put
from icplint.findings.run import Finding, Report
from icplint.graph.graph import Edge, Graph
from icplint.live.call import Call, Failure, Reply
from icplint.live.cloud import LiveCloud
from icplint.live.listing import Listing, Yield
from icplint.live.live import Live
from icplint.live.scan import Account
from icplint.live.vendor import SavedForm, Vendor, Wording
from icplint.model.answer import Answer, Evidence, all_of, any_of, cannot_tell, no, yes
from icplint.model.cloud import MANIFEST, Cloud, Scanning, ScanRequest
from icplint.model.limit import Limit, limited_body
from icplint.model.names import host_name, registrable_domain
from icplint.model.origin import Origin
from icplint.model.reading import Input, Problem, Reading, Unread, whole_zone
from icplint.model.resource import Provider, Rank, Resource
from icplint.model.text import Language, Text, plain
from icplint.model.unknown import Reference, Unknown
from icplint.model.vocabulary import (
    Address,
    Bucket,
    Domain,
    Filing,
    Gateway,
    LoadBalancer,
    Lookup,
    Node,
    Placement,
    Proxy,
    Record,
    Relation,
    Server,
    ServerGroup,
    Service,
)
from icplint.plugin_api import API_VERSION, Plugin, Source, found_in
from icplint.policy import Policy
from icplint.questions.filings import filed, filing_domain, has_access_provider, subjects
from icplint.questions.mainland import in_mainland, served_from_mainland
from icplint.questions.paths import follow, follow_edge
from icplint.reports.report import Format, Style
from icplint.resources.elsewhere import address, bucket, server
from icplint.resources.placement import CloudDefaults, placement_from
from icplint.resources.records import record
from icplint.resources.rows import (
    NOT_SAID,
    SELF,
    AliasRow,
    EdgeRow,
    Finder,
    GivenName,
    Name,
    NodeRow,
    Row,
    constant,
    first,
    first_set,
    is_set,
    number,
    pick,
    referenced,
    said_at,
    values_of,
)
from icplint.resources.zones import Zones, lying_in, under

__all__ = [
    "API_VERSION",
    "MANIFEST",
    "NOT_SAID",
    "SELF",
    "UNDER_WAY",
    "Account",
    "Address",
    "AliasRow",
    "Answer",
    "Bucket",
    "Call",
    "Check",
    "Cloud",
    "CloudDefaults",
    "ConfigError",
    "Domain",
    "Edge",
    "EdgeRow",
    "Evidence",
    "Failure",
    "Filing",
    "Finder",
    "Finding",
    "Format",
    "Gateway",
    "GivenName",
    "Graph",
    "Input",
    "Language",
    "Limit",
    "Listing",
    "Live",
    "LiveCloud",
    "LoadBalancer",
    "Lookup",
    "Name",
    "Node",
    "NodeRow",
    "Origin",
    "Placement",
    "Plugin",
    "Policy",
    "Problem",
    "Provider",
    "Proxy",
    "Rank",
    "Reading",
    "Record",
    "Reference",
    "Relation",
    "Reply",
    "Report",
    "Resource",
    "Row",
    "SavedForm",
    "ScanRequest",
    "Scanning",
    "Server",
    "ServerGroup",
    "Service",
    "Severity",
    "Source",
    "SourceError",
    "Style",
    "Text",
    "Unknown",
    "Unread",
    "Vendor",
    "Wording",
    "Yield",
    "Zones",
    "address",
    "all_of",
    "any_of",
    "bucket",
    "cannot_tell",
    "constant",
    "filed",
    "filing_domain",
    "first",
    "first_set",
    "follow",
    "follow_edge",
    "found_in",
    "has_access_provider",
    "host_name",
    "in_mainland",
    "is_set",
    "limited_body",
    "lying_in",
    "no",
    "number",
    "pick",
    "placement_from",
    "plain",
    "put",
    "read_document",
    "reason",
    "record",
    "referenced",
    "registrable_domain",
    "said_at",
    "served_from_mainland",
    "server",
    "subjects",
    "under",
    "values_of",
    "whole_zone",
    "yes",
]
