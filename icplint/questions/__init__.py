"""What is asked of the graph: where a name leads, who filed it, which instances can issue service codes."""
