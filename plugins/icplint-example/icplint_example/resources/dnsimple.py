"""DNSimple: records that hold the name of their zone beside their own.

Source: dnsimple/terraform-provider-dnsimple, docs/resources/zone_record.md.
"""

from icplint.plugin import record, under

ROWS = (record("dnsimple_zone_record", under("zone_name", "name"), "value", record_type="type"),)
