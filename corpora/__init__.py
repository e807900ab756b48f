"""The data: columns, the token index, readers, votes and samples."""
