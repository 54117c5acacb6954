"""Programs that try to break kic for as long as somebody likes.

``python -m tests.fuzz.datasets --minutes 30`` and so on; each tells its seed, and with it and the
number of a case does the same again.  Two outcomes are allowed: an answer that its reader accepts,
with every number and bound in it, or one clear line with the right exit code.
"""
