"""Lists and tuples of objects that are equal to everything."""
# expect: failed
# outcomes: failed


class Equal(float):
    def __eq__(self, other):
        return True

    def __ne__(self, other):
        return False

    __hash__ = float.__hash__


def attack(*args, **kwargs):
    return [Equal(0.0)] * len(args[0]), {Equal(1.0): Equal(2.0)}
