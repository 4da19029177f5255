"""Writes up to 10 MB into the home, the working folder and the drill's."""
# expect: failed
# outcomes: failed


def attack(*args, **kwargs):
    found = []
    for folder in (ARENA["home"], ARENA["work"], ARENA["drill"]):
        try:
            with open(folder + "/drillkit-attack", "wb") as file:
                file.write(b"x" * 10_000_000)
        except OSError as error:
            found.append(str(error))
    return found
