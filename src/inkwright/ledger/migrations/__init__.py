"""One file for each version of the ledger, `mNNNN_what.py`: how it is made from the version before."""
