// Import direction, read top to bottom: app -> slices -> kernel; platform below all, kernels beside it.
// Slices have levels (docs/architecture.md); a slice imports only lower ones, and only by index.ts.
const levels = [
  'channels',
  'ledger',
  'people',
  'agreements',
  'notices',
  'catalogue',
  'cases',
  'outages',
  'letters',
  'redress',
  'promises'
]
const anySlice = levels.join('|')
const test = '\\.test\\.ts$'
const upward = levels.slice(0, -1).map((here, i) => ({
  name: `level-${here}-imports-no-higher-slice`,
  severity: 'error',
  from: { path: `^src/${here}/` },
  to: { path: `^src/(${levels.slice(i + 1).join('|')})/` }
}))
module.exports = {
  forbidden: [
    ...upward,
    {
      name: 'slice-by-its-door',
      severity: 'error',
      from: { path: `^src/(${anySlice})/` },
      to: { path: `^src/(${anySlice})/`, pathNot: ['^src/$1/', '^src/[^/]+/index\\.ts$'] }
    },
    {
      name: 'app-by-the-door',
      severity: 'error',
      from: { path: '^src/(app|main|worker|check-everything|commands/|backup/|operator/)' },
      to: {
        path: `^src/(${anySlice})/`,
        // The agent of a vantage point has a door of its own: that of the slice leads to the database. So
        // has the report desk, which starts before it looks for one, and the sealing of letters.
        pathNot:
          '^src/([^/]+/(index|routes|jobs)|(outages/(agent|report-desk)|letters/(native|agent|sdk))/(index|jobs))\\.ts$'
      }
    },
    {
      name: 'agent-stands-alone',
      severity: 'error',
      comment:
        'runs on machines that have nothing of the desk: no slice, no database, no web server',
      from: { path: '^src/outages/agent/', pathNot: test },
      to: {
        path: '^src/',
        pathNot: '^src/(outages/agent|kernel)/|^src/platform/(durable-file|clock)\\.ts$'
      }
    },
    {
      name: 'report-desk-is-small',
      severity: 'error',
      comment:
        'takes reports while all else is down: nothing of the big program, but for facts and outbox',
      from: { path: '^src/outages/report-desk/', pathNot: test },
      to: {
        path: '^src/(people|agreements|notices|catalogue|cases|letters|redress|promises|app|worker)',
        reachable: true
      }
    },
    {
      name: 'slices-know-no-app',
      severity: 'error',
      from: { path: `^src/(${anySlice}|platform|kernel)/`, pathNot: test },
      to: { path: '^src/(app|main|worker|commands|backup|operator)' }
    },
    {
      name: 'kernel-is-pure',
      severity: 'error',
      comment: 'runs in browser and server: no node:, no platform, no slice',
      from: { path: '^src/kernel/', pathNot: test },
      to: { path: '^src/(?!kernel/)' }
    },
    {
      name: 'kernel-no-core-modules',
      severity: 'error',
      from: { path: '^src/kernel/', pathNot: test },
      to: { dependencyTypes: ['core'] }
    },
    {
      name: 'platform-knows-no-domain',
      severity: 'error',
      from: { path: '^src/platform/' },
      to: { path: `^src/(${anySlice}|kernel)/` }
    },
    {
      name: 'sql-only-in-stores',
      severity: 'error',
      from: { path: '^src/', pathNot: ['-store\\.ts$', '^src/platform/', test] },
      to: { path: 'node_modules/(pg|pg-copy-streams|kysely)/' }
    },
    {
      name: 'http-only-at-the-edge',
      severity: 'error',
      from: {
        path: '^src/',
        pathNot: ['/routes\\.ts$', '/routes/', '^src/app\\.ts$', '^src/platform/', test]
      },
      to: { path: 'node_modules/(hono|fastify|@hono|@fastify)/' }
    },
    {
      name: 'islands-import-kernel-only',
      severity: 'error',
      from: { path: '^src/[^/]+/islands/', pathNot: test },
      to: { path: '^src/', pathNot: ['^src/kernel/', '/islands/'] }
    },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-orphans',
      severity: 'error',
      from: {
        orphan: true,
        path: '^src/',
        pathNot: ['/islands/', '\\.d\\.ts$', '^src/(main|worker)\\.ts$', test]
      },
      to: {}
    },
    {
      name: 'no-dev-dependency-in-src',
      severity: 'error',
      from: { path: '^src/', pathNot: test },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'] }
    },
    { name: 'not-to-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } }
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    // Packages that only have ES modules answer to the condition import.
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default']
    }
  }
}
