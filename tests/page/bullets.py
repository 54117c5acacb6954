"""How many bullets each list of each theme has."""

BULLETS: dict[tuple[str, str], int] = {
    ("jeugdhulp", "inleiding"): 2,
    ("jeugdhulp", "zorgen"): 4,
    ("jeugdhulp", "cijfers"): 5,
    ("kindermishandeling", "inleiding"): 1,
    ("kindermishandeling", "zorgen"): 3,
    ("kindermishandeling", "cijfers"): 3,
    ("jeugdstrafrecht", "inleiding"): 4,
    ("jeugdstrafrecht", "zorgen"): 0,
    ("jeugdstrafrecht", "cijfers"): 7,
    ("migratie", "inleiding"): 3,
    ("migratie", "zorgen"): 4,
    ("migratie", "cijfers"): 5,
    ("armoede", "inleiding"): 2,
    ("armoede", "zorgen"): 2,
    ("armoede", "cijfers"): 3,
    ("uitbuiting", "inleiding"): 2,
    ("uitbuiting", "zorgen"): 2,
    ("uitbuiting", "cijfers"): 3,
}
