// The size of the entry and its static imports, gzipped. Fails over the budget.
import fs from 'node:fs';
import { gzipSync } from 'node:zlib';

const budget = { js: 240, css: 45 };
const manifest = JSON.parse(fs.readFileSync('dist/.vite/manifest.json', 'utf8'));
const gz = (f) => gzipSync(fs.readFileSync(`dist/${f}`), { level: 9 }).length / 1024;
const closure = (key, seen = new Set()) => {
  if (seen.has(key)) return seen;
  seen.add(key);
  for (const i of manifest[key].imports ?? []) closure(i, seen);
  return seen;
};
const entries = [...closure('index.html')].map((k) => manifest[k]);
const js = entries.reduce((a, e) => a + gz(e.file), 0);
const css = [...new Set(entries.flatMap((e) => e.css ?? []))].reduce((a, f) => a + gz(f), 0);
process.stdout.write(
  `entry: js ${js.toFixed(0)} KiB of ${budget.js}, css ${css.toFixed(0)} KiB of ${budget.css} (gzip)\n`,
);
for (const k of Object.keys(manifest).filter((k) => manifest[k].isDynamicEntry)) {
  const own = [...closure(k)].filter((x) => !closure('index.html').has(x));
  process.stdout.write(
    `  ${k.slice(0, 60).padEnd(62)} +${own.reduce((a, x) => a + gz(manifest[x].file), 0).toFixed(0)} KiB\n`,
  );
}
process.exit(js > budget.js || css > budget.css ? 1 : 0);
