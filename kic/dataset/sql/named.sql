SELECT DISTINCT id FROM names WHERE name IN ({names}) ORDER BY id
