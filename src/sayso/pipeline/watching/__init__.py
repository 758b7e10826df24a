"""Keeping a ledger current: feeds watched, new pages read and linked, changes of claims told.

    plan         what is to be watched, and who is told what
    feeds_file   FEEDS.toml becomes a plan
    clock        the time, and waiting until it is
    network      feeds and pages, asked for by a process of their own
    polling      a feed asked for: what is new in it, and when to ask again
    fetching     the pages of new entries, a batch at a time
    noticing     what came to hold of a claim, and the notice of it
    telling      changed claims gone through, and what is new told
    hooks        a notice handed to a command or a webhook
    means        what a watch works with
    rounds       all of it, again and again

All that must survive a stop is in the ledger, written when it is done: whatever ends a watch, the
next one goes on from there.
"""
