"""Defines names that would shadow what the tests use."""
# expect: failed
# outcomes: failed
close = equal = array = check = raises = np = pytest = lambda *args, **kwargs: True
__all__ = ["close", "equal"]
__path__ = ["/"]
__file__ = "/etc/passwd"
__name__ = "drillkit.testing"
__builtins__ = {}


def attack(*args, **kwargs):
    return None
