"""One question per file, beside the page that explains it."""
