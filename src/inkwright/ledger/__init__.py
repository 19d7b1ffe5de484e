"""The only door to the database of record: who reads, who consented, who was sent what. SQLite or PostgreSQL."""
