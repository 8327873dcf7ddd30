"""What a run has to say, in the forms that people and pipelines read."""
