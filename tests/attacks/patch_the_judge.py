"""Imports the judge and replaces its comparators."""
# expect: failed,not_loaded
# outcomes: failed error


def attack(*args, **kwargs):
    import drillkit.judge.compare as compare

    compare.close = compare.equal = lambda *args, **kwargs: None
