SELECT DISTINCT indicator FROM relations WHERE kind = 'denominator' ORDER BY indicator
