// Finishes the lists of parts and holds them against what is delivered: node sbom.mjs FOLDER
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';

const root = new URL('../../', import.meta.url);
const read = (path) => JSON.parse(readFileSync(path, 'utf8'));
const web = read(new URL('frontend/package.json', root));
const faults = [];

function list(half) {
  const bom = read(`${process.argv[2]}/sild-${half}.cdx.json`);
  const { component } = bom.metadata;
  if (bom.bomFormat !== 'CycloneDX') faults.push(`${half}: not CycloneDX`);
  if (component.version !== web.version)
    faults.push(`${half}: the list is of ${component.version}, not of ${web.version}`);
  return bom;
}

// npm's own --omit leaves out packages that are delivered: what only the build needs is left out here, as the lock file marks it.
const frontend = list('frontend');
const delivered = new Set([frontend.metadata.component['bom-ref']]);
for (const [path, { version, dev, optional, devOptional }] of Object.entries(
  read(new URL('frontend/package-lock.json', root)).packages,
))
  if (!dev && !optional && !devOptional) delivered.add(`${path.split('node_modules/').at(-1)}@${version}`);
frontend.components = frontend.components.filter((part) => delivered.has(part['bom-ref']));
frontend.dependencies = frontend.dependencies
  .filter(({ ref }) => delivered.has(ref))
  .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((part) => delivered.has(part)) }));
writeFileSync(`${process.argv[2]}/sild-frontend.cdx.json`, `${JSON.stringify(frontend, null, 2)}\n`);

const packages = new Set(frontend.components.map((part) => part.name));
for (const name of Object.keys(web.dependencies))
  if (!packages.has(name)) faults.push(`frontend: ${name} is not on the list`);
for (const name of Object.keys({ ...web.devDependencies, ...web.optionalDependencies }))
  if (packages.has(name)) faults.push(`frontend: ${name} is on the list and not delivered`);

// Where the application has been built, each of its jars has to be on the list.
const backend = list('backend');
const jars = backend.components.map((part) => `${part.group}.${part.name}-${part.version}`);
for (const folder of ['boot', 'main']) {
  const lib = new URL(`backend/target/quarkus-app/lib/${folder}/`, root);
  for (const file of existsSync(lib) ? readdirSync(lib) : []) {
    const jar = file.replace(/\.jar$/, '');
    if (!jars.some((part) => jar === part || jar.startsWith(`${part}-`)))
      faults.push(`backend: ${jar} is delivered and not on the list`);
  }
}

for (const [half, { specVersion, components }] of Object.entries({ backend, frontend }))
  process.stdout.write(`${half}: ${components.length} parts, CycloneDX ${specVersion}\n`);
if (faults.length > 0) {
  process.stderr.write(`${faults.join('\n')}\n`);
  process.exit(1);
}
