"""Imports pytest and makes every failure a skip."""
# expect: failed,not_loaded
# outcomes: failed error


def attack(*args, **kwargs):
    import pytest

    pytest.fail = pytest.raises = lambda *args, **kwargs: None
