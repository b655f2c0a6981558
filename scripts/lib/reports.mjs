import { join } from 'node:path';
import { outDir, readIfThere } from './paths.mjs';

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

export const unitReport = join(outDir, 'reports', 'unit.json');
/** As playwright.config.ts names it. */
const e2eReport = join(outDir, 'reports', 'e2e.json');

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

const isFailed = (/** @type {any} */ result) => result.status === 'failed';

/** @param {string} file */
function parse(file) {
  const text = readIfThere(file);
  return text ? JSON.parse(text) : undefined;
}
