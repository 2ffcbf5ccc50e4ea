/** The layering of docs/architecture.md: in → app → domain, app → out; services import only libs. */
module.exports = {
  forbidden: [
    {
      name: 'domain-is-pure',
      comment:
        'Domain code decides from its arguments: it imports its own folder and the contracts, nothing else.',
      severity: 'error',
      from: { path: '^services/[^/]+/src/domain/', pathNot: '\\.test\\.ts$' },
      to: { pathNot: ['^services/[^/]+/src/domain/', '^libs/contracts/'] },
    },
    {
      name: 'app-does-not-know-who-calls',
      comment: 'A use case is called by in/; it must not import it.',
      severity: 'error',
      from: { path: '^services/[^/]+/src/app/' },
      to: { path: '^services/[^/]+/src/in/' },
    },
    {
      name: 'out-does-not-call-in',
      severity: 'error',
      from: { path: '^services/[^/]+/src/out/' },
      to: { path: '^services/[^/]+/src/in/' },
    },
    {
      name: 'services-import-only-libs',
      comment: 'A service reaches another by events or HTTP, never by import.',
      severity: 'error',
      from: { path: '^services/([^/]+)/', pathNot: '^services/portal-bff/web/' },
      to: { path: '^services/', pathNot: ['^services/$1/'] },
    },
    {
      name: 'kafkajs-only-in-service-kit',
      comment:
        'kafkajs is dormant upstream: one place to replace it. Services name its Kafka class to inject it.',
      severity: 'error',
      from: { path: '^services/' },
      to: { path: 'node_modules/kafkajs' },
    },
    {
      name: 'contracts-depend-on-zod-alone',
      severity: 'error',
      from: { path: '^libs/contracts/src/', pathNot: ['\\.test\\.ts$', '/tooling/'] },
      to: { path: 'node_modules', pathNot: 'node_modules/zod' },
    },
    {
      name: 'the-check-shares-nothing',
      comment: 'The demo’s check recomputes by plain code of its own.',
      severity: 'error',
      from: { path: '^tools/demo/src/check/', pathNot: '\\.test\\.ts$' },
      to: { path: '^(libs|services)/' },
    },
    {
      name: 'no-circular',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
  ],
  options: {
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)dist/|\\.gen\\.' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      conditionNames: ['source', 'import', 'node', 'default'],
      exportsFields: ['exports'],
    },
  },
};
