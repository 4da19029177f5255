"""Writes up to 10 MB into the home, the working and the temporary folder."""
# expect: failed
# outcomes: failed
# crucial
import tempfile


def attack(*args, **kwargs):
    found = []
    for folder in (ARENA["home"], ARENA["work"], ARENA["drill"], tempfile.gettempdir(), "/dev/shm", "/tmp"):
        try:
            with open(folder + "/drillkit-attack", "wb") as file:
                file.write(b"x" * 10_000_000)
        except OSError as error:
            found.append(str(error))
    return found
