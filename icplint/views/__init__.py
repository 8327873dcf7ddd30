"""What reports show of the graph beside findings: pictures, trees, tables, names for subjects."""
