"""Never ends."""
# expect: failed
# outcomes: timeout


def attack(*args, **kwargs):
    while True:
        pass
