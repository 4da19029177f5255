"""Answers the load with a malformed request to call back."""
# expect: not_loaded
send(frame(["l", "back", 0]))


def attack(*args, **kwargs):
    return None
