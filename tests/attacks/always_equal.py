"""An object that is equal to everything, and true in every comparison."""
# expect: failed
# outcomes: failed


class Equal:
    def __eq__(self, other):
        return True

    __lt__ = __le__ = __gt__ = __ge__ = __contains__ = __eq__

    def __ne__(self, other):
        return False

    def __bool__(self):
        return True

    def __hash__(self):
        return 0

    def __abs__(self):
        return 0.0

    def __float__(self):
        return 0.0

    def __sub__(self, other):
        return 0.0

    __rsub__ = __mul__ = __rmul__ = __add__ = __radd__ = __sub__


def attack(*args, **kwargs):
    return Equal()
