"""Never ends loading."""
# expect: not_loaded
# crucial


def attack(*args, **kwargs):
    return None


while True:
    pass
