SELECT n, indicator, edition, as_typed, before FROM figures WHERE {where} ORDER BY n
