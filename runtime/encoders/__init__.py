"""Encoders: how rows of a corpus become numbers that an end model learns from."""
