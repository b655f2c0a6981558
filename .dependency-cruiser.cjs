/**
 * The import table of ARCHITECTURE.md. Each room lists what it may import; all else is an error.
 * @type {import('dependency-cruiser').IConfiguration}
 */
function mayImportOnly(name, from, allowed) {
  return {
    name,
    severity: 'error',
    comment: `${name}: may import only ${allowed.join(', ')}`,
    from: { path: from },
    to: { path: '^src/', pathNot: [from, ...allowed] },
  };
}

/** Rooms of the app, each with the others it may enter; `call.ts`, `environment.ts` and `outside` are there for all. */
const appRooms = {
  outside: [],
  time: [],
  access: [],
  waits: [],
  links: [],
  phones: ['access', 'time', 'waits', 'run', 'links'],
  run: ['access', 'time', 'waits'],
  audit: ['access', 'time', 'run'],
  paper: ['run'],
  patients: ['access', 'time', 'run'],
  backup: ['access', 'time', 'run', 'paper'],
  updates: ['access', 'time', 'run', 'backup'],
  schedule: ['access', 'time', 'run'],
  doctors: ['access', 'time', 'run', 'schedule'],
  payments: ['time', 'run'],
  slips: ['time', 'run', 'backup', 'payments'],
  rules: ['access', 'time', 'run'],
  privacy: ['access', 'time', 'run'],
  trial: ['time', 'run', 'rules'],
  advisor: ['time', 'run', 'reports'],
  day: ['access', 'time', 'waits', 'run', 'backup', 'updates', 'doctors', 'rules', 'privacy', 'reports'],
  tokens: ['access', 'time', 'waits', 'run', 'doctors', 'slips', 'paper', 'patients', 'links'],
  desk: ['time', 'waits', 'run', 'tokens', 'links'],
  'waiting-room': ['access', 'run', 'doctors'],
  live: ['access', 'time', 'run', 'doctors', 'slips', 'waiting-room'],
  documents: ['time', 'doctors', 'paper', 'patients'],
  devices: ['access', 'run'],
  people: ['access', 'time', 'run'],
  reports: ['time', 'run'],
  practice: ['access', 'time', 'run', 'day'],
  clinic: ['access', 'time', 'run', 'backup', 'paper', 'rules', 'privacy', 'day', 'practice', 'people'],
  configuration: ['time', 'access', 'run', 'schedule', 'doctors', 'rules', 'clinic'],
  kiosk: ['access', 'time', 'run', 'slips', 'desk', 'people', 'links'],
};

const appRoomRules = Object.entries(appRooms).map(([room, allowed]) => ({
  name: `app-${room}`,
  severity: 'error',
  comment: `app/${room}: may enter only ${allowed.join(', ') || 'no other room'}`,
  from: { path: `^src/main/app/${room}/` },
  to: {
    path: '^src/main/app/',
    pathNot: [
      '^src/main/app/((call|environment)\\.ts$|outside/)',
      ...[room, ...allowed].map((one) => `^src/main/app/${one}/`),
    ],
  },
}));

/** A room of the renderer that must not know others. */
function mayNotImport(name, room, forbidden) {
  return {
    name: `renderer-${name}`,
    severity: 'error',
    from: { path: `^src/renderer/src/${room}/` },
    to: { path: `^src/renderer/src/(${forbidden.join('|')})/` },
  };
}

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'shared-imports-pure-packages-only',
      severity: 'error',
      from: { path: '^src/shared/' },
      to: { pathNot: ['^src/shared/', 'node_modules/(zod|libphonenumber-js)/'] },
    },
    {
      name: 'channels-are-zod-free',
      severity: 'error',
      from: { path: '^src/shared/channels\\.ts$' },
      to: { pathNot: '^src/shared/channels\\.ts$' },
    },
    {
      name: 'engine-is-pure',
      severity: 'error',
      from: { path: '^src/main/engine/' },
      to: { pathNot: ['^src/main/engine/', '^src/shared/'] },
    },
    mayImportOnly('store', '^src/main/store/', ['^src/shared/']),
    mayImportOnly('recovery', '^src/main/recovery/', [
      '^src/shared/',
      '^src/main/store/',
      '^src/main/copies/',
      '^src/main/app/environment\\.ts$',
    ]),
    mayImportOnly('copies', '^src/main/copies/', [
      '^src/shared/',
      '^src/main/store/',
      '^src/main/app/(time/calendar|outside/copy-room)\\.ts$',
    ]),
    mayImportOnly('updates', '^src/main/updates/', [
      '^src/shared/',
      '^src/main/store/sqlite/durable\\.ts$',
      '^src/main/app/outside/(update-room|held-files)\\.ts$',
    ]),
    mayImportOnly('app', '^src/main/app/', [
      '^src/shared/',
      '^src/main/engine/',
      '^src/main/store/store\\.ts$',
    ]),
    ...appRoomRules,
    mayImportOnly('ipc', '^src/main/ipc/', ['^src/shared/', '^src/main/app/']),
    mayImportOnly('http', '^src/main/http/', ['^src/shared/', '^src/main/app/']),
    mayImportOnly('mdns', '^src/main/mdns/', ['^src/shared/']),
    mayImportOnly('print', '^src/main/print/', ['^src/shared/', '^src/main/app/']),
    mayImportOnly('windows', '^src/main/windows/', ['^src/shared/']),
    mayImportOnly('reading', '^src/main/reading/', [
      '^src/shared/',
      '^src/main/app/(time/calendar|outside/reading-room)\\.ts$',
      '^src/main/store/visit-codes\\.ts$',
      '^src/main/store/sqlite/(read-only|open-options)\\.ts$',
    ]),
    mayImportOnly('advisor', '^src/main/advisor/', [
      '^src/shared/',
      '^src/main/app/outside/advice-room\\.ts$',
    ]),
    mayImportOnly('simulation', '^src/main/simulation/', [
      '^src/shared/',
      '^src/main/engine/',
      '^src/main/app/',
      '^src/main/store/',
    ]),
    mayImportOnly('preload', '^src/preload/', [
      '^src/shared/channels\\.ts$',
      '^src/shared/contract\\.ts$',
      '^src/shared/result\\.ts$',
    ]),
    mayImportOnly('renderer', '^src/renderer/', ['^src/shared/']),
    // What is drawn knows nothing of where it comes from; what is held, nothing of how it is drawn.
    mayNotImport('ui', 'ui', ['data', 'stores', 'parts', 'screens']),
    mayNotImport('parts', 'parts', ['screens']),
    mayNotImport('stores', 'stores', ['data', 'parts', 'screens']),
    mayNotImport('data', 'data', ['parts', 'screens']),
    {
      name: 'only-data-holds-what-main-says',
      severity: 'error',
      from: { path: '^src/renderer/src/(ui|parts|stores|screens|voice|slip|keys|i18n)/' },
      to: { path: 'node_modules/@tanstack/' },
    },
    {
      name: 'preload-carries-no-schemas',
      severity: 'error',
      from: { path: '^src/preload/' },
      to: { path: '^src/shared/(contract|result|model)', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'a-screen-never-imports-another',
      severity: 'error',
      from: { path: '^src/renderer/src/screens/([^/]+)/' },
      to: { path: '^src/renderer/src/screens/([^/]+)/', pathNot: '^src/renderer/src/screens/$1/' },
    },
    {
      name: 'only-ipc-and-windows-know-electron',
      severity: 'error',
      from: { path: '^src/main/(app|copies|updates|recovery|engine|store|http|simulation)/' },
      to: { path: '^electron$|node_modules/electron/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.css', '.json'],
    },
  },
};
