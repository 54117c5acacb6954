"""The tests of types, periods, intervals, fields, texts and errors."""
