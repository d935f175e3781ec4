"""Source file → article: reading, decoding, cleaning, metadata."""
