"""Opens the hidden tests by their path and prints them."""
# expect: failed
# outcomes: error


def attack(*args, **kwargs):
    print(open(ARENA["drill"] + "/test_hidden.py").read())
