"""The tests of what the formats write."""
