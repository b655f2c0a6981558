import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Agreement, type Anchor, compareWithEngine, meetAnchors } from './anchors';
import { cells, settingChanges } from './cells';
import { FORECAST_INTRODUCTION, fillMarkers, introduction, MOVING_UP_INTRODUCTION } from './docs-text';
import { effectSentences, movingUpSection, movingUpVerdict, settingsSection } from './effects-report';
import {
  type Evaluation,
  evaluateMovingUp,
  evaluateSettings,
  type MovingUpEffect,
  type Playing,
  type SettingEffect,
} from './evaluate';
import { cellSections, forecastSection, type Section, shown, verdict, waitTable } from './evaluation-report';
import { markdownTable } from './table';

/** The clinic in which the settings are compared: busy enough for them to matter. */
const SETTINGS_CELL = 'load-1.2';
/** The clinic whose waits by policy docs/allocation.md shows. */
const POLICY_CELL = 'base';
/** The clinics in which moving up was tried. */
const MOVING_UP_CELLS = ['base', 'load-1.2', 'no-shows-43', 'unreliable', 'leavers-3', 'outage'];
const ANCHOR_PATIENTS = 10_000_000;
const ENGINE_PATIENTS = 50_000;

/** Plays what the documents need beside the evaluation, and writes docs/evaluation.md and the marks in docs/allocation.md. */
export async function writeDocs(evaluation: Evaluation, playing: Playing, folder = 'docs'): Promise<void> {
  const cell = cells.find(({ name }) => name === SETTINGS_CELL);
  const effects = cell ? await evaluateSettings(cell, settingChanges, playing) : [];
  const tried = cells.filter(({ name }) => MOVING_UP_CELLS.includes(name));
  const movingUp = await evaluateMovingUp(tried, playing);
  const anchors = meetAnchors(ANCHOR_PATIENTS, playing.seed);
  const agreements = compareWithEngine(ENGINE_PATIENTS, playing.seed);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'evaluation.md'), page(evaluation, { effects, movingUp, anchors, agreements }));
  const allocation = join(folder, 'allocation.md');
  if (!existsSync(allocation)) return;
  const base = evaluation.cells.find((result) => result.cell.name === POLICY_CELL);
  const texts = effectSentences(effects);
  if (base) texts.set('policies', `\n\n${waitTable(base, markdownTable)}\n\n`);
  writeFileSync(allocation, fillMarkers(readFileSync(allocation, 'utf8'), texts));
}

/** What the page shows beside the policies. */
interface Beside {
  readonly effects: readonly SettingEffect[];
  readonly movingUp: readonly MovingUpEffect[];
  readonly anchors: readonly Anchor[];
  readonly agreements: readonly Agreement[];
}

function page(evaluation: Evaluation, { effects, movingUp, anchors, agreements }: Beside): string {
  const parts = [
    introduction(evaluation),
    verdict(evaluation),
    '## The expected wait',
    FORECAST_INTRODUCTION,
    ...sectionText(forecastSection(evaluation, markdownTable)),
    forecastNotes(evaluation),
    '## What each setting costs whom',
    ...sectionText(settingsSection(effects, SETTINGS_CELL, markdownTable)),
    '## Moving up',
    MOVING_UP_INTRODUCTION,
    ...sectionText(movingUpSection(movingUp, markdownTable)),
    movingUpVerdict(movingUp),
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
