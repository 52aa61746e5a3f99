// Completes the SBOMs and compares them with what is shipped: node sbom.mjs FOLDER
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';

const root = new URL('../../', import.meta.url);
const read = (path) => JSON.parse(readFileSync(path, 'utf8'));
const web = read(new URL('frontend/package.json', root));
const errors = [];

function readBom(half) {
  const bom = read(`${process.argv[2]}/sild-${half}.cdx.json`);
  const { component } = bom.metadata;
  if (bom.bomFormat !== 'CycloneDX') errors.push(`${half}: not CycloneDX`);
  if (component.version !== web.version)
    errors.push(`${half}: the SBOM has version ${component.version} instead of ${web.version}`);
  return bom;
}

// npm's --omit also removes packages that are shipped. Packages that only the build needs are removed here, as marked in the lock file.
const frontend = readBom('frontend');
const shipped = new Set([frontend.metadata.component['bom-ref']]);
for (const [path, { version, dev, optional, devOptional }] of Object.entries(
  read(new URL('frontend/package-lock.json', root)).packages,
))
  if (!dev && !optional && !devOptional) shipped.add(`${path.split('node_modules/').at(-1)}@${version}`);
frontend.components = frontend.components.filter((part) => shipped.has(part['bom-ref']));
frontend.dependencies = frontend.dependencies
  .filter(({ ref }) => shipped.has(ref))
  .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((part) => shipped.has(part)) }));
writeFileSync(`${process.argv[2]}/sild-frontend.cdx.json`, `${JSON.stringify(frontend, null, 2)}\n`);

const packages = new Set(frontend.components.map((part) => part.name));
for (const name of Object.keys(web.dependencies))
  if (!packages.has(name)) errors.push(`frontend: ${name} is missing from the SBOM`);
for (const name of Object.keys({ ...web.devDependencies, ...web.optionalDependencies }))
  if (packages.has(name)) errors.push(`frontend: ${name} is in the SBOM but not shipped`);

// If the application has been built, the SBOM has to contain each of its jars.
const backend = readBom('backend');
const jars = backend.components.map((part) => `${part.group}.${part.name}-${part.version}`);
for (const folder of ['boot', 'main']) {
  const lib = new URL(`backend/target/quarkus-app/lib/${folder}/`, root);
  for (const file of existsSync(lib) ? readdirSync(lib) : []) {
    const jar = file.replace(/\.jar$/, '');
    if (!jars.some((part) => jar === part || jar.startsWith(`${part}-`)))
      errors.push(`backend: ${jar} is shipped but missing from the SBOM`);
  }
}

for (const [half, { specVersion, components }] of Object.entries({ backend, frontend }))
  process.stdout.write(`${half}: ${components.length} components, CycloneDX ${specVersion}\n`);
if (errors.length > 0) {
  process.stderr.write(`${errors.join('\n')}\n`);
  process.exit(1);
}
