"""An answer becomes a table: a module for each verb, none of which knows a format."""
