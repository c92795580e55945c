"""A newsroom that invents stories whose copies and sources are known, to hold the reader of them to account."""
