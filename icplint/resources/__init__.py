"""All that icplint knows about a product, one file per product."""
