"""The checks of icplint-example, each beside its page."""
