SELECT theme, region,
  SUM(CASE WHEN known = 2 THEN 1 ELSE 0 END) AS with_number,
  SUM(CASE WHEN known = 1 THEN 1 ELSE 0 END) AS in_words,
  SUM(CASE WHEN gap = 'not_national' THEN 1 ELSE 0 END) AS not_national,
  SUM(CASE WHEN gap = 'incomplete' THEN 1 ELSE 0 END) AS incomplete,
  SUM(CASE WHEN gap = 'unavailable' THEN 1 ELSE 0 END) AS unavailable,
  SUM(CASE WHEN gap = 'unclear' THEN 1 ELSE 0 END) AS unclear,
  SUM(CASE WHEN gap = 'concluded' THEN 1 ELSE 0 END) AS concluded
FROM series
WHERE {where}
GROUP BY theme, region
ORDER BY theme NULLS LAST, region
