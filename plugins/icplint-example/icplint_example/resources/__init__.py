"""What icplint-example knows of a product, one file per product."""
