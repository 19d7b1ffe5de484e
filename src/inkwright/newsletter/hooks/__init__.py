"""What relays tell over HTTP of bounces and complaints: one file for each relay. Pure."""
