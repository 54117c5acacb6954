SELECT indicator, SUM(figures) AS figures, MIN(n) AS place,
  MAX(absolute) AS most, MIN(absolute) AS least,
  MAX(percent) AS most_percent, MIN(percent) AS least_percent
FROM series
WHERE {where}
GROUP BY indicator
ORDER BY {order}, place
{limit}
