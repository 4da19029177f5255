"""Takes memory up to 4 GB while loading."""
# expect: not_loaded


def attack(*args, **kwargs):
    return None


KEPT = [bytearray(64 << 20) for _ in range(64)]
