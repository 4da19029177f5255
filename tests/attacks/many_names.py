"""A module of 50,000 names."""
# expect: failed,not_loaded
# outcomes: failed timeout
globals().update({f"name_{n}": n for n in range(50_000)})


def attack(*args, **kwargs):
    return None
