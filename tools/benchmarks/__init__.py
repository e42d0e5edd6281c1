"""How long things take and how large they are: figures, and no verdicts."""
