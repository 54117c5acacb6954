"""The entry point: an interrupt is caught even while the command line is imported."""

import sys


def main() -> None:
    """Run the command line and exit with its code."""
    try:
        from kic.cli import app

        app()
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    main()
