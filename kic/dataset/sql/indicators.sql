SELECT n, id, edition, part FROM parts WHERE kind = 'indicator' AND id IN ({ids}) ORDER BY n, id
