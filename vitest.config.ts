import { configDefaults, defineConfig } from 'vitest/config';

const { FC_SEED, FC_RUNS, FC_MINUTES } = process.env;
const isCampaign = FC_RUNS !== undefined || FC_MINUTES !== undefined;
// The same cases in every run of the suite: what fails was broken by the change. A campaign looks for new ones.
const fastCheckSeed = FC_SEED !== undefined ? Number(FC_SEED) : isCampaign ? null : 20_260_105;

// What the disk is asked for can be recorded on Linux only.
const linuxOnly = process.platform === 'linux' ? [] : ['test/torture/{power,full-disk}.test.ts'];
const exclude = [...configDefaults.exclude, 'test/e2e/**', ...linuxOnly];

export default defineConfig({
  test: {
    // Each file has its database and its folder: as many at once as there are cores. The default leaves one of them idle.
    maxWorkers: '100%',
    // What is slow on a busy computer is not wrong: only what never ends.
    testTimeout: 240_000,
    hookTimeout: 240_000,
    provide: { fastCheckSeed },
    projects: [
      {
        extends: true,
        test: {
          name: 'main',
          include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
          exclude: [...exclude, 'test/renderer/**'],
          // A file leaves nothing behind in modules that another could find. Loading them anew for each took a third of all.
          isolate: false,
        },
      },
      {
        extends: true,
        // Pages look for their window, and stores begin, when they are loaded.
        test: { name: 'renderer', include: ['test/renderer/**/*.test.{ts,tsx}'], exclude },
      },
    ],
  },
});
