SELECT theme, COUNT(*) AS indicators,
  SUM(CASE WHEN known = 2 THEN 1 ELSE 0 END) AS with_number,
  SUM(CASE WHEN known = 1 THEN 1 ELSE 0 END) AS in_words,
  SUM(CASE WHEN known = 0 THEN 1 ELSE 0 END) AS neither,
  SUM(gaps) AS gaps
FROM (
  SELECT theme, indicator, MAX(known) AS known, COUNT(gap) AS gaps
  FROM series
  WHERE {where}
  GROUP BY theme, indicator
) AS indicators
GROUP BY theme
ORDER BY theme NULLS LAST
