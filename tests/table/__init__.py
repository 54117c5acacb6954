"""The tests of answers as cells and rows."""
