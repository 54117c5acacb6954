SELECT id, COALESCE(SUM(figures), 0) AS figures
FROM things LEFT JOIN series ON id = indicator
GROUP BY id, things.n
ORDER BY things.n
