"""The tests of a dataset as files."""
