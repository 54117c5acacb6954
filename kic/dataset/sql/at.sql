SELECT DISTINCT indicator FROM figures WHERE {places} ORDER BY indicator
