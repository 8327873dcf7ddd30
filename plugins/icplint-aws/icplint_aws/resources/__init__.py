"""All that icplint-aws knows of AWS's products: one file for each."""
