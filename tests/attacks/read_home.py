"""Reads the files of the home folder, and prints the secret it finds."""
# expect: failed
# outcomes: error


def attack(*args, **kwargs):
    print(open(ARENA["canary"]).read())
