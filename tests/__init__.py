"""The tests of kic."""
