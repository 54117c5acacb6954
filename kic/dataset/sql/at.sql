SELECT DISTINCT indicator FROM records WHERE {places} ORDER BY indicator
