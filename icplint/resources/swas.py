"""Simple Application Server."""

from __future__ import annotations

from icplint.model.vocabulary import Server
from icplint.resources.entry import Entry, always
from icplint.resources.placement import placed
from icplint.resources.terms import Terms

LEAST_BANDWIDTH = 1.0
"""Mbit/s: a server has public bandwidth by its plan, and no argument says how much."""

ENTRIES = (
    Entry(
        kind="alicloud_simple_application_server_instance",
        node=Server,
        fields={
            "product": always("swas"),
            "placement": placed(),
            **Terms(charge="payment_type", subscription="Subscription", default="Subscription", unit="").fields(),
            "bandwidth": always(LEAST_BANDWIDTH),
            "id": "id",
        },
        names=("id",),
    ),
)
