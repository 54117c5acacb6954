"""The tests of names, search, the verbs, change and rates."""
