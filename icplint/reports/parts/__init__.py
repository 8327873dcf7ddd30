"""What several formats share: the order of findings, their places, what an incomplete run must say."""
