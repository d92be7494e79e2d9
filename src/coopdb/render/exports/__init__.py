"""Exports, one format a file, each `render(tables, today)`: names of files and what is in them, piece by piece.

A format of a single file gives it no name; one of several has a `package_form()`, for `datapackage.json`.
`is_own(ends)` tells by the beginning and the end of that file, or of the codebook, whether coopdb has written it: only
then may another export take its place.
"""
