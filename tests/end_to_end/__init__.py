"""The tests of kic as its users meet it: commands, processes, terminals and files."""
