// Runs pack.py in Pyodide: node pack.mjs PYODIDE ROOT WORK
// PYODIDE is the folder of the package, ROOT that of the sources; WORK has what is asked for, and
// gets what is made.
import fs from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";

const [pyodide, root, work] = process.argv.slice(2).map((name) => path.resolve(name));
const { loadPyodide } = await import(pathToFileURL(path.join(pyodide, "pyodide.mjs")));
const python = await loadPyodide({
  indexURL: pyodide,
  // The order of a set is written into compiled code. Columns are a quarter of it and serve
  // tracebacks that show source lines: of what is packed here, there are none.
  env: { PYTHONHASHSEED: "0", PYTHONNODEBUGRANGES: "1" },
});
python.mountNodeFS("/checkout", root);
python.mountNodeFS("/made", work);
try {
  python.runPython(fs.readFileSync(path.join(import.meta.dirname, "pack.py"), "utf8"));
} catch (error) {
  console.error(error.message); // Node itself would show a megabyte of Pyodide's only line with it
  process.exitCode = 1;
}
