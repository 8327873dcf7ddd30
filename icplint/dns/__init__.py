"""Public DNS: what names resolve to that nothing in the run describes, asked only when the user wants it."""
