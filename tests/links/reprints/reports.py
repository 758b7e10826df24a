"""Reports written for these tests, a paragraph a sentence."""

WIRE = """\
A fire swept through the cannery at Port Halden early on Tuesday and burned for six hours.

The fire chief believes that sparks from an old conveyor belt set a stack of crates alight.

Neighbours carried blankets to the quay, where the night shift stood waiting in the rain.

The owner had been warned twice this year that sprinklers in the packing hall were dry.

"I ran back for my brother and the whole roof came down behind us," said Ola Brandt.

The union wants the two other halls shut until every valve has been tested and signed for.

The mayor promised that nobody would lose a day of pay while the town looked for new work."""

LEDE, CAUSE, NIGHT, OWNER, SPEECH, UNION, MAYOR = WIRE.split("\n\n")

OWN = """\
Port Halden counts its losses after the blaze that took its largest employer.

Forty people worked there in the season, most of them for longer than ten years.

Divers searched the basin under the loading dock until the afternoon and found no one.

An inquiry will sit in the school, since the council house has been closed for repairs."""
"""The same story, in other words."""

OTHER = """\
The national chess team came home with two medals and a broken trophy on Monday.

Its captain dropped the cup on the stairs of the train and laughed about it for an hour.

Next year the tournament moves to the coast, with four rounds more than it has now."""
