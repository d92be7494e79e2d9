"""Exports, one format a file, each `render(tables, today)`: names of files and what is in them, piece by piece.

A format of a single file gives it no name.
"""
