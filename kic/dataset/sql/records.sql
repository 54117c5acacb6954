SELECT n, indicator, edition, as_typed, before FROM records WHERE {where} ORDER BY n
