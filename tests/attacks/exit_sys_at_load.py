"""Raises SystemExit while the file is being loaded."""
# expect: not_loaded


def attack(*args, **kwargs):
    return None


raise SystemExit(0)
