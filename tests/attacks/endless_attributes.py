"""An object that has every attribute, each another such object."""
# expect: failed
# outcomes: failed error


class Endless:
    def __getattr__(self, name):
        return Endless()

    def __call__(self, *args, **kwargs):
        return self


def attack(*args, **kwargs):
    return Endless()
