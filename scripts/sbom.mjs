/**
 * `npm run sbom`: what the app is made of, in CycloneDX: every locked package, and whether it is shipped. Beside the installers,
 * as dist/opd-tokens-<version>.cdx.json.
 */
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { npmCommand } from './lib/npm.mjs';
import { outDir, readJson, root, shortPath } from './lib/paths.mjs';
import { read } from './lib/run.mjs';
import { command, Failure, say } from './lib/say.mjs';
import { keyOf, shippedSbom } from './lib/sbom.mjs';
import { setup } from './setup.mjs';

/** In no bundle by files of their own: the browser engine, the database that stays outside, and what style sheets are made with. */
const BESIDE = ['node_modules/electron', 'node_modules/better-sqlite3', 'node_modules/tailwindcss'];

command(async () => {
  await setup({ need: 'server' });
  const bundled = join(outDir, 'bundled');
  const parts = readdirSync(bundled).map((name) => readJson(join(bundled, name)));
  const locked = readJson(join(root, 'package-lock.json')).packages;
  const shipped = new Set(
    [...BESIDE, ...parts.flat()].map(
      (folder) => `${folder.split('node_modules/').at(-1)}@${locked[folder]?.version}`,
    ),
  );
  const npm = npmCommand();
  const args = [...npm.args, 'sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'];
  const { code, text } = await read(npm.file, args, { shell: npm.shell });
  if (code !== 0) throw new Failure('npm could not list the packages; `npm sbom` says why.');
  const app = readJson(join(root, 'package.json'));
  const sbom = shippedSbom(JSON.parse(text), app, shipped);
  const listed = new Set(sbom.components.map(keyOf));
  const unknown = [...shipped].filter((key) => !listed.has(key));
  if (unknown.length > 0) throw new Failure(`Shipped, but not locked: ${unknown.join(', ')}.`);
  const path = join(root, 'dist', `${app.name}-${app.version}.cdx.json`);
  mkdirSync(join(root, 'dist'), { recursive: true });
  writeFileSync(path, `${JSON.stringify(sbom, undefined, 2)}\n`);
  say(`${shortPath(path)}: ${sbom.components.length} packages, ${shipped.size} of them shipped.`);
});
