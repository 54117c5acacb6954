SELECT COUNT(DISTINCT indicator) AS indicators, COUNT(*) AS figures FROM figures WHERE {where}
