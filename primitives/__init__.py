"""What can be observed of a data point: one frozen dataclass per primitive, each declared once."""
