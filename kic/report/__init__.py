"""A whole dataset as one page for people without a terminal.

The page is a single file that asks nobody for anything: it can be read from a mail
attachment, filtered without a mouse, printed, and read aloud.
"""

from kic.report.page import report

__all__ = ["report"]
