"""An object with the shape, dtype and length of anything."""
# expect: failed
# outcomes: failed


class Lying:
    def __init__(self, like):
        self.shape, self.dtype, self.ndim, self.size = like.shape, like.dtype, like.ndim, like.size

    def __len__(self):
        return self.shape[0]

    def __getitem__(self, key):
        return self

    def __eq__(self, other):
        return True

    def all(self):
        return True


def attack(*args, **kwargs):
    return Lying(args[0])
