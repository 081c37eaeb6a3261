"""How an answer is shown and handed on: tables, JSON, CSV, TSV, Markdown, claims in words, GraphML."""
