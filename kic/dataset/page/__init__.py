"""A dataset held against the text of the page that it was typed from.

What flows: the text of a page -> its places (``places``) -> the numbers there (``numerals``)
-> how exactly each is put (``exactness``) -> whether the dataset says the same (``coverage``).
What words do is told by nl.toml and en.toml beside them.
"""
