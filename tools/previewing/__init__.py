"""Live preview: watch the sources, build what changed, reload the browsers that show it."""
