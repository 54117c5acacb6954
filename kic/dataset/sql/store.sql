SELECT version, name, file, rows, sha256 FROM store ORDER BY name, file
