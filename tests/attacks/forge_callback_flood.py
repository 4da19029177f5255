"""Asks the judge to call back for ever."""
# expect: failed
# outcomes: timeout crashed


def attack(*args, **kwargs):
    data = frame(["l", "back", 0, "call", ["l"], ["d"]]) * 500
    while True:
        send(data)
