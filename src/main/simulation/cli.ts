/** `npm run simulate`: see {@link usage}. Ends with 2 for bad arguments, 1 where something must be 0 and is not. */
import { BadArguments, type DayRequest, type EvaluationRequest, readArguments, usage } from './arguments';
import { policyRuns } from './cells';
import { writeDocs } from './docs';
import { evaluate } from './evaluate';
import { cellSections, forecastSection, verdict, violationsOf } from './evaluation-report';
import { showProgress } from './progress';
import { openSeedClinic } from './seed-clinic';
import { playSeedDay } from './seed-day';
import { seedReport } from './seed-report';
import { summarise } from './seed-summary';
import { plainTable } from './table';
import { startWorkers } from './workers';

async function main(args: readonly string[]): Promise<number> {
  const request = readArguments(args);
  if (request.kind === 'help') {
    print(usage);
    return 0;
  }
  return request.kind === 'day' ? simulateDay(request) : evaluatePolicies(request);
}

async function simulateDay({ json, ...options }: DayRequest): Promise<number> {
  const clinic = await openSeedClinic({ ...options, nativeBinding: process.env.OPD_SQLITE_BINDING });
  try {
    const { overfull } = await playSeedDay(clinic, options);
    const summary = await summarise(clinic, { ...options, overfull });
    print(json ? JSON.stringify(summary, undefined, 2) : seedReport(summary));
    return summary.replays && overfull === 0 ? 0 : 1;
  } finally {
    await clinic.close();
  }
}

async function evaluatePolicies(request: EvaluationRequest): Promise<number> {
  const { days, seed, cells, changed, json } = request;
  const workers = startWorkers(new URL('./worker.js', import.meta.url));
  try {
    const progress = showProgress('Playing clinic days');
    const runs = policyRuns.map((run) => ({ ...run, rules: changed }));
    const playing = { days, seed, play: workers.play };
    const evaluation = await evaluate(cells, runs, { ...playing, onBatch: progress.at });
    progress.end();
    if (request.docs) {
      const comparing = showProgress('Comparing settings');
      await writeDocs(evaluation, { ...playing, onBatch: comparing.at });
      comparing.end();
    }
    if (json) print(JSON.stringify(evaluation, undefined, 2));
    else {
      const forecast = forecastSection(evaluation, plainTable) ?? [];
      const sections = [
        ...evaluation.cells.flatMap((cell) => cellSections(cell, plainTable)),
        forecast,
      ].flat();
      print(`${days} days a cell, seed ${seed}; minutes, each with its 95 % confidence interval.\n`);
      for (const { title, table } of sections) print(`${title}\n${table}\n`);
      print(verdict(evaluation));
    }
    return Object.values(violationsOf(evaluation)).every((count) => count === 0) ? 0 : 1;
  } finally {
    workers.end();
  }
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    const bad = error instanceof BadArguments;
    const sentence = error instanceof Error ? error.message : String(error);
    process.stderr.write(`✗ ${bad ? sentence : `The simulation failed: ${sentence}`}\n`);
    if (!bad && process.env.OPD_TRACE && error instanceof Error) process.stderr.write(`${error.stack}\n`);
    process.exitCode = bad ? 2 : 1;
  },
);
