"""The language server: what icplint says of a workspace, while somebody types."""
