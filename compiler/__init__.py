"""From explanations to labeling functions: readers, passes, analysis, and how they are said back."""
