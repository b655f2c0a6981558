import { defineConfig } from '@playwright/test';
import type { TestWishes } from './test/e2e/helpers/app';

/**
 * The end-to-end tests start the built app on the Electron that the set-up found; run them with
 * `npm run test:e2e` (and `npm run screens` for the pictures), which hands it over in OPD_ELECTRON_PATH,
 * OPD_ELECTRON_ARGS and OPD_SQLITE_BINDING.
 */
export default defineConfig<TestWishes>({
  testDir: 'test/e2e',
  outputDir: 'out/test-results',
  timeout: 60_000,
  expect: { timeout: 10_000 },
  // Each test has its own app and data folder, so nothing is shared between them.
  fullyParallel: true,
  // One for each core: a third made all of them slower, since what takes time is drawing without a graphics card.
  workers: '100%',
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list'], ['json', { outputFile: 'out/reports/e2e.json' }]],
  projects: [
    { name: 'app', testIgnore: ['screens*.spec.ts', 'bench*.spec.ts', 'soak*.spec.ts'] },
    { name: 'screens', testMatch: 'screens*.spec.ts', use: { prints: true } },
    { name: 'soak', testMatch: 'soak*.spec.ts' },
    { name: 'bench', testMatch: 'bench*.spec.ts', use: { prints: true } },
  ],
});
