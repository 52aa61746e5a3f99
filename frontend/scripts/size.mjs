// The size of the entry and its static imports, gzipped. Fails over the budget.
import fs from 'node:fs';
import { gzipSync } from 'node:zlib';

const budget = { js: 240, css: 45 };
const manifest = JSON.parse(fs.readFileSync('dist/.vite/manifest.json', 'utf8'));
const kibOf = (file) => gzipSync(fs.readFileSync(`dist/${file}`), { level: 9 }).length / 1024;
const closure = (key, seen = new Set()) => {
  if (seen.has(key)) return seen;
  seen.add(key);
  for (const imported of manifest[key].imports ?? []) closure(imported, seen);
  return seen;
};
const entries = [...closure('index.html')].map((key) => manifest[key]);
const js = entries.reduce((sum, entry) => sum + kibOf(entry.file), 0);
const css = [...new Set(entries.flatMap((entry) => entry.css ?? []))].reduce((sum, file) => sum + kibOf(file), 0);
process.stdout.write(
  `entry: js ${js.toFixed(0)} KiB of ${budget.js}, css ${css.toFixed(0)} KiB of ${budget.css} (gzip)\n`,
);
for (const key of Object.keys(manifest).filter((name) => manifest[name].isDynamicEntry)) {
  const own = [...closure(key)].filter((name) => !closure('index.html').has(name));
  process.stdout.write(
    `  ${key.slice(0, 60).padEnd(62)} +${own.reduce((sum, name) => sum + kibOf(manifest[name].file), 0).toFixed(0)} KiB\n`,
  );
}
process.exit(js > budget.js || css > budget.css ? 1 : 0);
