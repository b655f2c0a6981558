/**
 * The default app of the test runtime: starts the app whose folder is the first argument, as the default app of
 * an official Electron does (`electron . --flag`).
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

const { folder, preloads } = readArguments(process.argv.slice(1));
if (!folder) {
  console.error('No app folder was given.');
  app.exit(1);
} else {
  try {
    const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const name = manifest.productName ?? manifest.name;
    process.defaultApp = true;
    app.setAppPath(folder);
    app.setName(name);
    app.setVersion(manifest.version ?? '0.0.0');
    const userData = app.commandLine.getSwitchValue('user-data-dir');
    app.setPath('userData', userData ? resolve(userData) : join(app.getPath('appData'), name));

    const require = createRequire(join(folder, 'package.json'));
    for (const preload of preloads) require(preload);
    // Awaited at top level: Electron holds `ready` back until then, and privileged schemes are registered before it.
    await import(pathToFileURL(join(folder, manifest.main ?? 'index.js')).href);
  } catch (error) {
    console.error(error);
    app.exit(1);
  }
}

/**
 * @param {string[]} args
 * @returns {{ folder: string | undefined, preloads: string[] }}
 */
function readArguments(args) {
  const preloads = [];
  for (let index = 0; index < args.length; index += 1) {
    const arg = args[index];
    if (arg === '-r' || arg === '--require') preloads.push(resolve(args[++index] ?? ''));
    else if (!arg.startsWith('-')) return { folder: resolve(arg), preloads };
  }
  return { folder: undefined, preloads };
}
