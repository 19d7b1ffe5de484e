"""The words of the house: frozen dataclasses and errors, standard library only, nothing that reads or computes."""
