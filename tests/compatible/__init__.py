"""What each released version wrote, and the script that keeps it."""
