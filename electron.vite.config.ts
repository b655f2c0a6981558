import { createReadStream, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { type Plugin, transformWithOxc } from 'vite';
import { packagesOf } from './scripts/lib/sbom.mjs';

/**
 * The oldest Electron that must run the built app is the test runtime (33: Node 20.18, Chromium 130), see
 * scripts/lib/test-runtime.mjs. electron-vite would target the newest one it knows.
 */
const NODE_TARGET = 'node20.18';
const CHROME_TARGET = 'chrome130';

const source = (path: string): string => resolve(import.meta.dirname, 'src', path);

/** Each is a program or worker thread of its own beside the app: `out/main/<name>.js`. */
const mainEntries = [
  ...['index', 'serve', 'recover', 'restore', 'audit-verify', 'reports-rebuild', 'diagnose'],
  ...['trial', 'advise', 'copier', 'reader'],
].filter((name) => existsSync(source(`main/${name}.ts`)));

/** The preload runs in every window before anything else: a schema library there costs each of them its start. */
function refuse(library: string): Plugin {
  return {
    name: `refuse-${library}`,
    enforce: 'pre',
    resolveId(id, importer) {
      if (id !== library && !id.startsWith(`${library}/`)) return null;
      throw new Error(`The preload must not import ${library} (${importer} does).`);
    },
  };
}

/** The app serves the voice itself; the development server must do it in its place. */
function serveVoice(): Plugin {
  return {
    name: 'serve-voice',
    configureServer({ middlewares }) {
      middlewares.use('/voice', (request, response, next) => {
        const { pathname } = new URL(request.url ?? '/', 'http://localhost');
        const path = resolve(import.meta.dirname, 'resources/voice', `.${pathname}`);
        if (!/^\/[a-z]+\/[a-z0-9-]+\.opus$/.test(pathname) || !existsSync(path)) return next();
        response.setHeader('Content-Type', 'audio/ogg');
        createReadStream(path).pipe(response);
      });
    },
  };
}

/** Script and style of the API's documentation page: beside the server, so that it works without a network. */
function apiDocs(): Plugin {
  const files = ['swagger-ui-bundle.js', 'swagger-ui.css', 'favicon-32x32.png'];
  const from = resolve(import.meta.dirname, 'node_modules/swagger-ui-dist');
  return {
    name: 'api-docs',
    generateBundle() {
      for (const file of files) {
        this.emitFile({
          type: 'asset',
          fileName: `api-docs/${file}`,
          originalFileName: resolve(from, file),
          source: readFileSync(resolve(from, file)),
        });
      }
    },
  };
}

/** Script and style of the page on patients' phones, which no other page shares. */
function phonePage(): Plugin {
  return {
    name: 'phone-page',
    async generateBundle() {
      const file = source('phone/page.ts');
      const { code } = await transformWithOxc(readFileSync(file, 'utf8'), file);
      this.emitFile({ type: 'asset', fileName: 'phone/page.js', source: code });
      const style = readFileSync(source('phone/page.css'));
      this.emitFile({ type: 'asset', fileName: 'phone/page.css', source: style });
    },
  };
}

/** The first window comes up before the rest of the app is loaded: what it needs of main has no schema in it. */
function lightStart(): Plugin {
  return {
    name: 'light-start',
    generateBundle(_options, bundle) {
      const needed = new Set(['index.js']);
      for (const name of needed) {
        const chunk = bundle[name];
        if (chunk?.type !== 'chunk') continue;
        const heavy = chunk.moduleIds.find((id) => id.includes('/node_modules/zod/'));
        if (heavy !== undefined) this.error(`The first window would wait for ${heavy}.`);
        for (const next of chunk.imports) needed.add(next);
      }
    },
  };
}

/** Writes down which packages' code is in a part of the app, for the list of what is shipped (scripts/sbom.mjs). */
function listPackages(part: string): Plugin {
  return {
    name: 'list-packages',
    apply: 'build',
    generateBundle(_options, bundle) {
      const files = Object.values(bundle).flatMap((one) =>
        one.type === 'chunk' ? one.moduleIds : one.originalFileNames,
      );
      const folder = resolve(import.meta.dirname, 'out/bundled');
      mkdirSync(folder, { recursive: true });
      writeFileSync(resolve(folder, `${part}.json`), JSON.stringify(packagesOf(files)));
    },
  };
}

/** Pages need these from the start, and each takes its time. */
const ownFiles = [
  { name: 'zod', test: /node_modules\/zod\// },
  ...['en', 'hi', 'ta', 'ar'].map((language) => ({
    name: `texts-${language}`,
    test: new RegExp(`/i18n/locales/${language}/`),
  })),
  { name: 'react-dom', test: /node_modules\/react-dom\// },
];

export default defineConfig({
  main: {
    plugins: [apiDocs(), phonePage(), lightStart(), listPackages('main')],
    build: {
      target: NODE_TARGET,
      // Stays outside the bundle: `electron` and the `dependencies` of package.json (better-sqlite3, a native one).
      rolldownOptions: {
        input: Object.fromEntries(mainEntries.map((name) => [name, source(`main/${name}.ts`)])),
      },
    },
  },
  preload: {
    plugins: [refuse('zod'), listPackages('preload')],
    build: {
      target: NODE_TARGET,
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: source('preload/index.ts') },
        // A sandboxed preload can be neither an ES module nor load one.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: source('renderer'),
    plugins: [react(), tailwindcss(), serveVoice(), listPackages('renderer')],
    build: {
      target: CHROME_TARGET,
      minify: true,
      rolldownOptions: {
        input: { index: source('renderer/index.html') },
        // A file is compiled in one piece, in which no page draws anything.
        output: { codeSplitting: { groups: ownFiles } },
      },
    },
  },
});
