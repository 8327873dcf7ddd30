"""Module instances: their variables, resources and nested modules as values; cycles, and what the run shares."""
