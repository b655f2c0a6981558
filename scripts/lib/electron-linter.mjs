import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { transformWithOxc } from 'vite';

/** The newest language that the linter reads; of what is newer it says nothing at all. */
const TARGET = 'es2018';
/** A finding at the end of every script, without which it was not read. */
const CANARY = 'canary.openExternal(canary);';
const CANARY_CHECK = 'OPEN_EXTERNAL_JS_CHECK';

/** @typedef {{ readonly check: string, readonly file: string, readonly line: string }} Finding */
/** @typedef {Finding & { readonly why: string }} Explained */

/** What the linter finds and stays as it is; docs/security.md tells it to readers. @type {readonly Explained[]} */
export const EXPLAINED = [
  {
    check: 'AUXCLICK_JS_CHECK',
    file: 'main/index.js',
    line: 'const window = new BrowserWindow({',
    why: 'a middle click asks for a new window, and setWindowOpenHandler refuses each',
  },
  {
    check: 'PRELOAD_JS_CHECK',
    file: 'main/index.js',
    line: 'preload: join(__dirname, "../preload/index.cjs"),',
    why: 'reviewed: it runs in the sandbox and gives pages two functions, typed by the contract',
  },
];

/**
 * The built app in a language that the linter reads, a canary in each of its scripts.
 * @param {string} from the built app
 * @param {string} to emptied first
 * @returns {Promise<string[]>} the scripts, from the folder on
 */
export async function layOutForLinter(from, to) {
  rmSync(to, { recursive: true, force: true });
  const scripts = [];
  for (const part of ['main', 'preload', 'renderer']) {
    const names = readdirSync(join(from, part), { recursive: true, encoding: 'utf8' });
    for (const name of names.map((one) => one.replaceAll('\\', '/')).sort()) {
      // A library's own page for the API's document, served to browsers.
      if (name.startsWith('api-docs/')) continue;
      const script = /\.c?js$/.test(name);
      if (!script && !name.endsWith('.html')) continue;
      const path = `${part}/${name.replace(/\.cjs$/, '.js')}`;
      const text = readFileSync(join(from, part, name), 'utf8');
      mkdirSync(dirname(join(to, path)), { recursive: true });
      writeFileSync(join(to, path), script ? await lowered(text, path) : text);
      if (script) scripts.push(path);
    }
  }
  return scripts;
}

/** @param {string} text @param {string} path */
async function lowered(text, path) {
  const { code } = await transformWithOxc(text, path, { lang: 'js', target: TARGET, sourcemap: false });
  const older = code
    .replaceAll('import.meta.dirname', '__dirname')
    .replaceAll('import.meta.url', '__filename')
    .replaceAll('import.meta', '({})');
  return `${older.trimEnd()}\n${CANARY}`;
}

/**
 * What the linter's report (SARIF) says beyond the canaries, and which scripts it did not read.
 * @param {any} sarif
 * @param {readonly string[]} scripts
 * @param {(path: string) => string} textOf
 * @returns {{ readonly findings: Finding[], readonly unread: string[] }}
 */
export function findingsOf(sarif, scripts, textOf) {
  const unread = new Set(scripts);
  /** @type {Finding[]} */
  const findings = [];
  for (const { ruleId, locations } of sarif.runs[0].results) {
    const { artifactLocation, region } = locations[0].physicalLocation;
    const path = String(artifactLocation.uri);
    const line = scripts.includes(path) ? (textOf(path).split('\n')[region.startLine - 1] ?? '').trim() : '';
    if (ruleId === CANARY_CHECK && line === CANARY) unread.delete(path);
    else findings.push({ check: ruleId, file: withoutHash(path), line });
  }
  return { findings, unread: [...unread] };
}

/** A bundled file's name without the hash of what is in it. @param {string} path */
const withoutHash = (path) => path.replace(/-[\w-]{8}(?=\.js$)/, '');

/**
 * What is new, and what is explained but no longer found.
 * @param {readonly Finding[]} findings
 * @param {readonly Explained[]} [explained]
 */
export function compareFindings(findings, explained = EXPLAINED) {
  const isSame = (/** @type {Finding} */ a, /** @type {Finding} */ b) =>
    a.check === b.check && a.file === b.file && a.line === b.line;
  return {
    added: findings.filter((finding) => !explained.some((one) => isSame(one, finding))),
    gone: explained.filter((one) => !findings.some((finding) => isSame(one, finding))),
  };
}
