SELECT '{name}' AS name, COUNT(*) AS rows FROM {name}
