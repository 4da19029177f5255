"""Never ends."""
# expect: failed
# outcomes: timeout
# crucial


def attack(*args, **kwargs):
    while True:
        pass
