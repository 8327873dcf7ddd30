"""What icplint-aws knows of AWS's products, one file per product."""
