SELECT kind, id, edition, part FROM parts WHERE kind <> 'indicator' ORDER BY kind, n
