"""The register of filings: what the organisation says that it holds."""
