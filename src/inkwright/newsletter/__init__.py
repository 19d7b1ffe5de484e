"""An issue as bytes, its tokens, its pace and its accounting; no disk, no network and no database is touched here."""
