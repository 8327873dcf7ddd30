"""How text stands on a terminal: its columns, its colours, its excerpts of source."""
