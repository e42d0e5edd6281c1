"""Live preview: watch the sources, build what changed, reload the browsers that show it.

What a save runs:

1. `server` sees the file; `changes` says what it asks for: a page concerns its own language, a
   snippet both, code and looks everything. `live_language` wakes up.
2. `tools.building.sources` looks at the files as such; what it refuses is shown, and nothing built.
3. `tools.building.record_missing` records the snippets whose text nothing is recorded of: each runs
   on the watched loop, on this Python, and is searched for marks, in a process that is there
   already (`tools.building.recording_process`). That is no check of its Output block on a real
   loop: `nox -s snippets` is.
4. The Sphinx process that is there already (`tools.building.worker`, `tools.building.language`; a
   new one for looks and code) reads what changed, and the pages that depend on it, and writes them.
   A card compares the recording with the Output block (`card.directive`).
5. The pages of that language reload.

`tools` itself is not watched: end the preview and start it again.
"""
