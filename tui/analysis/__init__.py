"""Article → analysis: one module per kind of finding, one pipeline that orders them."""
