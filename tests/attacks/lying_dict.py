"""A dict subclass that has every key."""
# expect: failed
# outcomes: failed


class Lying(dict):
    def __contains__(self, key):
        return True

    def __missing__(self, key):
        return 1.0

    def keys(self):
        return ["accuracy", "precision", "recall", "f1"]

    def __eq__(self, other):
        return True


def attack(*args, **kwargs):
    return Lying()
