"""Questions about a dataset: pure functions to frozen, typed answers, which hold raw numbers."""
