"""The tests of reading and checking datasets."""
