SELECT COUNT(DISTINCT indicator) AS indicators, COUNT(*) AS figures FROM records WHERE {where}
