// Builds the widget: node build.mjs OUT. The panel comes first, since the launcher names its files.
import { copyFile, cp, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { basename, join, relative } from "node:path";
import { gzipSync } from "node:zlib";
import * as esbuild from "esbuild";
import { mends, sizes } from "./mends.mjs";

const out = process.argv[2];
if (!out) throw new Error("usage: node build.mjs OUT");
const files = join(out, "public");
const here = import.meta.dirname;

const common = {
  absWorkingDir: here,
  bundle: true,
  minify: true,
  target: "es2022",
  legalComments: "linked",
  logLevel: "warning",
  define: { "process.env.NODE_ENV": '"production"' },
};

await rm(out, { recursive: true, force: true });
await mkdir(files, { recursive: true });

const panel = await esbuild.build({
  ...common,
  entryPoints: { panel: "src/panel/index.ts" },
  outdir: files,
  format: "esm",
  splitting: true,
  chunkNames: "parts/[hash]",
  metafile: true,
  plugins: [mends, sizes],
  // The library keeps its state in sessionStorage, and fails where that is blocked. The server's history is ours.
  define: { ...common.define, "window.sessionStorage": "undefined" },
});

/** The entry and all that it imports at once. */
function needed(outputs, entry, found = new Set()) {
  if (found.has(entry)) return found;
  found.add(entry);
  for (const { path, kind } of outputs[entry].imports) if (kind === "import-statement") needed(outputs, path, found);
  return found;
}

const entry = Object.keys(panel.metafile.outputs).find((path) => basename(path) === "panel.js");
const first = [...needed(panel.metafile.outputs, entry)].map((path) => relative(files, join(here, path)));

await esbuild.build({
  ...common,
  entryPoints: { embed: "src/embed/index.ts" },
  outdir: files,
  format: "iife",
  plugins: [sizes],
  define: { ...common.define, PANEL_FILES: JSON.stringify(first) },
});

await cp(join(here, "page"), files, { recursive: true });
const font = join(here, "node_modules/@fontsource-variable/overpass");
await copyFile(join(font, "files/overpass-latin-wght-normal.woff2"), join(files, "overpass.woff2"));
await copyFile(join(font, "LICENSE"), join(files, "overpass.LICENCE.txt"));
// Compressed here, once, and not each time that the service starts.
for (const name of await readdir(files, { recursive: true })) {
  if (!/\.(js|css|svg|txt)$/.test(name)) continue;
  const packed = gzipSync(await readFile(join(files, name)), { level: 9 });
  await writeFile(join(files, `${name}.gz`), packed);
}
await mkdir(join(out, "dev"));
await copyFile(join(here, "node_modules/axe-core/axe.min.js"), join(out, "dev/axe.min.js"));
await writeFile(join(out, "ready"), "");
