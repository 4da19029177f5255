"""Answers every import, and reads what path it may look at."""
# expect: failed
# outcomes: failed error
import sys


class Finder:
    def find_spec(self, name, path=None, target=None):
        print("asked for", name)


sys.meta_path.insert(0, Finder())
sys.path[:0] = [ARENA["drill"], ARENA["checkout"]]


def attack(*args, **kwargs):
    import test_hidden

    return test_hidden
