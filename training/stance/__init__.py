"""The network that reads a claim and a text together: training and export."""
