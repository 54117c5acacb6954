"""The tests of the page and the charts, in a browser where they are looked at."""
