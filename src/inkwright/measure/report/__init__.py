"""One page that shows what came of everything: drawings with the tables they are drawn from. Pure."""
