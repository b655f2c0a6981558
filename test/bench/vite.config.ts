import { resolve } from 'node:path';
import { defineConfig } from 'vite';

/** Bundled like the app, for the same target: a test runner's module wrappers would be measured with it. */
export default defineConfig({
  logLevel: 'warn',
  ssr: { noExternal: true, external: ['better-sqlite3'] },
  build: {
    ssr: resolve(import.meta.dirname, 'main.ts'),
    outDir: resolve(import.meta.dirname, '../../out/bench/program'),
    emptyOutDir: true,
    target: 'node20.18',
    minify: false,
  },
});
