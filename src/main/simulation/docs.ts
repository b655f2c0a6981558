import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Agreement, type Anchor, compareWithEngine, meetAnchors } from './anchors';
import { cells, settingChanges } from './cells';
import { FORECAST_INTRODUCTION, fillMarkers, introduction } from './docs-text';
import { effectSentences, settingsSection } from './effects-report';
import { type Evaluation, evaluateSettings, type Playing, type SettingEffect } from './evaluate';
import { cellSections, forecastSection, type Section, shown, verdict, waitTable } from './evaluation-report';
import { markdownTable } from './table';

/** The clinic in which the settings are compared: busy enough for them to matter. */
const SETTINGS_CELL = 'load-1.2';
/** The clinic whose waits by policy docs/allocation.md shows. */
const POLICY_CELL = 'base';
const ANCHOR_PATIENTS = 10_000_000;
const ENGINE_PATIENTS = 50_000;

/** Plays what the documents need beside the evaluation, and writes docs/evaluation.md and the marks in docs/allocation.md. */
export async function writeDocs(evaluation: Evaluation, playing: Playing, folder = 'docs'): Promise<void> {
  const cell = cells.find(({ name }) => name === SETTINGS_CELL);
  const effects = cell ? await evaluateSettings(cell, settingChanges, playing) : [];
  const anchors = meetAnchors(ANCHOR_PATIENTS, playing.seed);
  const agreements = compareWithEngine(ENGINE_PATIENTS, playing.seed);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'evaluation.md'), page(evaluation, effects, anchors, agreements));
  const allocation = join(folder, 'allocation.md');
  if (!existsSync(allocation)) return;
  const base = evaluation.cells.find((result) => result.cell.name === POLICY_CELL);
  const texts = effectSentences(effects);
  if (base) texts.set('policies', `\n\n${waitTable(base, markdownTable)}\n\n`);
  writeFileSync(allocation, fillMarkers(readFileSync(allocation, 'utf8'), texts));
}

function page(
  evaluation: Evaluation,
  effects: readonly SettingEffect[],
  anchors: readonly Anchor[],
  agreements: readonly Agreement[],
): string {
  const parts = [
    introduction(evaluation),
    verdict(evaluation),
    '## The expected wait',
    FORECAST_INTRODUCTION,
    ...sectionText(forecastSection(evaluation, markdownTable)),
    forecastNotes(evaluation),
    '## What each setting costs whom',
    ...sectionText(settingsSection(effects, SETTINGS_CELL, markdownTable)),
    '## The engine against queueing theory',
    anchorText(anchors, agreements),
    '## The policies, cell by cell',
    ...evaluation.cells.flatMap((cell) =>
      cellSections(cell, markdownTable).flatMap((section) => sectionText(section)),
    ),
  ];
  return `${parts.join('\n\n')}\n`;
}

function sectionText(section: Section | undefined): string[] {
  return section ? [`### ${section.title}`, section.table] : [];
}

/** Says in words what the table marks. */
function forecastNotes({ cells: results }: Evaluation): string {
  const misses = results.flatMap(({ cell, runs }) =>
    runs.flatMap(({ forecast }) => {
      if (!forecast) return [];
      const { bias, ofNaive, inside } = forecast;
      const faults = [
        ...(Math.abs(bias.value) > 2 ? [`bias ${shown(bias, 2)} min`] : []),
        ...(ofNaive.value > 0.6 ? [`error ${shown(ofNaive, 3)} of the naive one`] : []),
        ...(inside.value < 0.78 || inside.value > 0.82
          ? [`${(inside.value * 100).toFixed(1)} % in the range`]
          : []),
      ];
      return faults.length > 0 ? [`- \`${cell.name}\`: ${faults.join('; ')}.`] : [];
    }),
  );
  return misses.length > 0 ? `Cells that miss an aim:\n\n${misses.join('\n')}` : 'No cell misses an aim.';
}

function anchorText(anchors: readonly Anchor[], agreements: readonly Agreement[]): string {
  const columns = [
    { title: 'Anchor', text: true },
    { title: 'Theory' },
    { title: 'Simulated' },
    { title: 'Off by' },
  ];
  const rows = anchors.map(({ name, theory, simulated }) => [
    name,
    theory.toFixed(2),
    shown(simulated, 2),
    `${((simulated.value / theory - 1) * 100).toFixed(2)} %`,
  ]);
  const equal = agreements.map(
    ({ name, patients, equal: same }) => `- ${name}: ${same} of ${patients} waits equal to the millisecond.`,
  );
  return [
    `One doctor, all present on arrival, gamma service of mean 8 min and CV 0.6, load 0.9; a plain queue of ${ANCHOR_PATIENTS / 1e6} million patients a row, 40 batches; and three exponential doctors at load 0.9.`,
    markdownTable(columns, rows),
    'The engine itself, on the first patients of the same streams, against that plain queue:',
    equal.join('\n'),
  ].join('\n\n');
}
