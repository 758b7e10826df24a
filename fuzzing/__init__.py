"""Fuzzing: every reader of untrusted bytes is given damaged and hostile ones, and watched.

targets    what reads, and what must hold of what it makes
mutation   inputs made of the corpus, each told by a seed and a number
packing    the same inside archives: unpacked, changed, packed again
watching   batches of inputs tried in processes that may die
counts     how many inputs were tried, recorded
run        the command line
"""
