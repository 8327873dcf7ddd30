"""What AWS in China demands beside the core's checks, each beside its page."""
