"""Names that both sides know: the walls around a player, in the order they are entered."""

WALLS = ("no_new_privs", "landlock", "seccomp", "capabilities")
