SELECT 'theme' AS kind, theme AS id, COUNT(DISTINCT indicator) AS indicators FROM series GROUP BY theme
UNION ALL
SELECT 'region' AS kind, region AS id, COUNT(DISTINCT indicator) AS indicators FROM series GROUP BY region
