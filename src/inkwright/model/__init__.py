"""The words of the house: frozen structs and errors, nothing that reads or computes."""
