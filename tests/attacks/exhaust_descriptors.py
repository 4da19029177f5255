"""Opens as many descriptors as it may, so that nothing else can be opened."""
# expect: failed
# outcomes: failed error
import os


def attack(*args, **kwargs):
    kept = []
    try:
        for _ in range(2000):
            kept.append(os.dup(1))
    except OSError:
        return len(kept)
