SELECT COUNT(DISTINCT indicator) AS indicators, COALESCE(SUM(figures), 0) AS figures, COUNT(*) AS series
FROM series
WHERE {where}
