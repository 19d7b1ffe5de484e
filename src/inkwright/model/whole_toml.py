"""TOML of any form, as the standard library reads it; `toml` asks for it where it needs it."""

from tomllib import loads

__all__ = ["loads"]
