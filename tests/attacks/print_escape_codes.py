"""Prints codes that move the cursor, set the title and clear the screen."""
# expect: failed
# outcomes: failed


def attack(*args, **kwargs):
    print("\x1b[2J\x1b[H\x1b]0;owned\x07\x1b[32mPASSED\x1b[0m\r\x08\x9b31m\u202e")
