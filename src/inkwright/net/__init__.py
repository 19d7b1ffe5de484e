"""The only door to the network: one guarded fetch for the whole product, and what asks many addresses politely."""
