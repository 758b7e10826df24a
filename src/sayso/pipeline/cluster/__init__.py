"""Reading on many machines, by Ray Data: the only home of Ray.

Reading goes through the inputs twice. The first time finds out what there is: every archive is
taken apart, every file looked at, and the same bytes in several places are found out, so that they
are read once, where they come first (`survey`, `plan`). The inputs and the settings alone cut what
is to be read into partitions, each with a name that follows from its content. The second time a
pool of actors reads the partitions (`reader`), each actor with a process of its own that keeps the
limits of an input. What is read goes to Parquet files of the partition (`tables`), to the ledger,
or to both; the calling process alone writes to the ledger (`run`).

Whatever Ray loses it does again, and a partition read again is the same. A run that was stopped
goes on where it stopped: what the ledger has, and partitions that are whole, are not read again.
"""
