"""What the tool remembers between two starts."""
