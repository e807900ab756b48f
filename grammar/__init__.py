"""The language: its types, its nodes, its grammars, and how it speaks of mistakes."""
