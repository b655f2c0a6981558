import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { diagnosticsReport, type ReportSources } from './report';

/** Writes the report where no app is open that could: into `exports` beside the data, unless told otherwise. Answers where. */
export async function writeReport(sources: ReportSources, asked?: string): Promise<string> {
  const text = await diagnosticsReport(sources);
  const time = new Date().toISOString().slice(0, 19).replace(/\D/g, '');
  const path = asked ?? join(sources.folder, 'exports', `diagnostics-${time}.txt`);
  if (asked === undefined) mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  writeFileSync(path, text, { mode: 0o600 });
  return path;
}
