"""Takes the frames of the other side from a traceback."""
# expect: failed
# outcomes: failed error


def attack(*args, **kwargs):
    try:
        raise ValueError
    except ValueError as error:
        frame = error.__traceback__.tb_frame
        while frame.f_back is not None:
            frame = frame.f_back
        return frame.f_globals.get("expected")
