"""The rules of the authorities and the providers, as dated facts with citations."""
