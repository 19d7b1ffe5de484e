"""How alike texts are: words, fingerprints, overlaps. Pure; knows nothing of posts, notes or rules."""
