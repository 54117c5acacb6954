SELECT id, {total} AS score, place, COUNT(*) OVER () AS hits
FROM (
  SELECT id, n AS place, {best}
  FROM places
  WHERE {having}
  GROUP BY id, n
) AS best
WHERE {every}
ORDER BY score DESC, place
LIMIT {most}
