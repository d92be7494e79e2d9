"""The charts, one a file: each `draw(value, placement)` makes SVG, as text, the same for the same value.

Bars, lines and the heat map take a `query.table.Table` of counts, the timeline a `Timeline`.
"""
