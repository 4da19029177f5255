"""Has every name, through a module-level __getattr__."""
# expect: not_loaded
# entries: own


def __getattr__(name):
    return lambda *args, **kwargs: True
