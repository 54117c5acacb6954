SELECT id, {total} AS score, place, COUNT(*) OVER () AS hits
FROM (
  SELECT id, n AS place, {best}
  FROM (
    SELECT id, n, weight, folded, COALESCE(padded, ' ' || folded || ' ') AS padded
    FROM places
    WHERE {having}
  ) AS here
  GROUP BY id, n
) AS best
WHERE {every}
ORDER BY score DESC, place
LIMIT {most}
