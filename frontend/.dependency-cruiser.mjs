/**
 * Which features may import which others. A feature may only list those above it, so that there are no cycles:
 * otherwise this file throws an error, and `npm run lint` fails.
 */
const features = {
  session: [],
  timeline: ['session'],
  notifications: [],
  help: [],
  people: ['session'],
  reference: ['session'],
  policies: ['session'],
  audit: ['session'],
  integrations: ['session'],
  dashboard: ['session'],
  partners: ['session', 'people', 'reference'],
  approvals: ['session', 'reference'],
  registrations: ['session', 'approvals', 'reference'],
  customers: ['session', 'registrations', 'reference'],
  distribution: ['session', 'reference', 'registrations'],
  collaboration: ['distribution'],
  opportunities: ['session', 'timeline', 'registrations', 'customers', 'distribution', 'collaboration', 'reference'],
};

const names = Object.keys(features);
for (const [position, [feature, imports]] of Object.entries(features).entries())
  for (const imported of imports)
    if (!names.slice(0, position).includes(imported))
      throw new Error(`${feature} → ${imported} is not listed above it`);

const test = '\\.test\\.tsx?$';
const only = (name, from, allowed) => ({
  name,
  severity: 'error',
  from: { path: from, pathNot: test },
  to: { path: '^src/', pathNot: allowed },
});

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    only('i18n-imports-api-types', '^src/i18n/', ['^src/(i18n|api/gen)/']),
    only('api-imports-nothing', '^src/api/', ['^src/api/']),
    only('ui-imports-api-and-i18n', '^src/ui/', ['^src/(ui|api|i18n)/']),
    ...Object.entries(features).map(([feature, imports]) =>
      only(`${feature}-imports`, `^src/features/${feature}/`, [
        '^src/(ui|api|i18n)/',
        `^src/features/(${[feature, ...imports].join('|')})/`,
      ]),
    ),
    {
      name: 'feature-is-listed',
      severity: 'error',
      from: {},
      to: { path: '^src/features/', pathNot: `^src/features/(${names.join('|')})/` },
    },
  ],
  options: {
    doNotFollow: { path: ['node_modules', '^src/api/gen/'] },
    exclude: { path: ['^src/routeTree\\.gen\\.ts$'] },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types'] },
  },
};
