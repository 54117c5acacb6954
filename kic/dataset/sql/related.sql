SELECT DISTINCT other, kind FROM relations
WHERE indicator IN (SELECT indicator FROM series WHERE {where}) AND kind <> 'denominator'
ORDER BY other, kind
