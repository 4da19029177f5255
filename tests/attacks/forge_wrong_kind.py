"""Answers with the words of the other direction."""
# expect: failed,not_loaded
# outcomes: crashed failed error


def attack(*args, **kwargs):
    send(frame(["l", "call", ["name", "x"], ["l"], ["d"], ""]))
