SELECT word FROM words WHERE length(word) BETWEEN ? AND ? ORDER BY word
