"""Never ends loading."""
# expect: not_loaded


def attack(*args, **kwargs):
    return None


while True:
    pass
