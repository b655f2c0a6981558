import { join, relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { outDir, readIfThere, root } from './paths.mjs';

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

export const unitReport = join(outDir, 'reports', 'unit.json');
/** As playwright.config.ts names it. */
const e2eReport = join(outDir, 'reports', 'e2e.json');
/** Of why a test failed. */
const MOST_LINES = 8;

/**
 * The tests that Vitest's JSON report counts. A file that could not be loaded has no tests; it counts as one failed.
 * @returns {Counts}
 */
export function unitCounts() {
  const report = parse(unitReport);
  if (!report) return { passed: 0, failed: 0, skipped: 0 };
  const broken = report.testResults.filter(
    (/** @type {any} */ file) => file.status === 'failed' && !file.assertionResults.some(isFailed),
  ).length;
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/**
 * The tests that Playwright's JSON report counts, and errors outside of any test.
 * @returns {Counts}
 */
export function e2eCounts() {
  const report = parse(e2eReport);
  if (!report) return { passed: 0, failed: 0, skipped: 0 };
  const { expected, unexpected, flaky, skipped } = report.stats;
  return { passed: expected + flaky, failed: unexpected + report.errors.length, skipped };
}

/**
 * @param {Counts[]} all
 * @returns {Counts}
 */
export function sum(all) {
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const counts of all) {
    total.passed += counts.passed;
    total.failed += counts.failed;
    total.skipped += counts.skipped;
  }
  return total;
}

/**
 * What failed, by name and with the first line of why: on a build server only the end of the output may be kept.
 * @returns {string[]}
 */
export function failures() {
  const units = (parse(unitReport)?.testResults ?? []).flatMap((/** @type {any} */ file) => {
    const failed = file.assertionResults.filter(isFailed);
    const name = relative(root, file.name);
    if (failed.length === 0) return file.status === 'failed' ? [entry(name, file.message)] : [];
    return failed.map((/** @type {any} */ test) =>
      entry(`${name}: ${test.fullName}`, test.failureMessages[0]),
    );
  });
  const report = parse(e2eReport);
  const specs = (report?.suites ?? []).flatMap(specsOf).filter((/** @type {any} */ spec) => !spec.ok);
  const e2e = specs.map((/** @type {any} */ { file, title, tests }) =>
    entry(`${file}: ${title}`, tests[0]?.results.at(-1)?.error?.message),
  );
  return [
    ...units,
    ...e2e,
    ...(report?.errors ?? []).map((/** @type {any} */ { message }) => entry('e2e', message)),
  ];
}

/**
 * @param {any} suite
 * @returns {any[]}
 */
function specsOf({ specs = [], suites = [] }) {
  return [...specs, ...suites.flatMap(specsOf)];
}

/**
 * @param {string} name
 * @param {string | undefined} message
 */
function entry(name, message) {
  const text = stripVTControlCharacters(message ?? '').split('\n');
  return [name, ...text.slice(0, MOST_LINES)].join('\n    ');
}

const isFailed = (/** @type {any} */ result) => result.status === 'failed';

/** @param {string} file */
function parse(file) {
  const text = readIfThere(file);
  return text ? JSON.parse(text) : undefined;
}
