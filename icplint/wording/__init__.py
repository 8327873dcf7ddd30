"""The sentences of answers and of the hops between nodes, in English and Chinese."""
