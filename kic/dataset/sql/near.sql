SELECT id, MIN(levenshtein(name, ?)) AS steps FROM names WHERE levenshtein(name, ?) <= 2 GROUP BY id ORDER BY steps, id LIMIT 20
