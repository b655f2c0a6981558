import { sources } from '../../shared/model/token';
import type { SettingEffect } from './evaluate';
import { type Draw, type Section, shown } from './evaluation-report';
import { sourceNames } from './seed-report';
import type { Figure } from './stats';
import type { Column } from './table';

const columns: readonly Column[] = [
  { title: 'Setting', text: true },
  ...sources.map((source) => ({ title: sourceNames[source] })),
  { title: 'Served' },
  { title: 'Overtime' },
  { title: 'Displaced' },
  { title: 'Promoted' },
  { title: 'Taken back' },
];

/** One row a change: mean waits by source in minutes, then counts of a doctor's day, changed less unchanged. */
export function settingsSection(effects: readonly SettingEffect[], cell: string, draw: Draw): Section {
  const rows = effects.map(({ change, wait, perDay }) => [
    `${change.setting}: ${change.name}`,
    ...sources.map((source) => signed(wait[source])),
    signed(perDay.served, 2),
    signed(perDay.overtimeMinutes),
    signed(perDay.displaced, 2),
    signed(perDay.promoted, 2),
    signed(perDay.reinstated, 2),
  ]);
  return { title: `Change of the mean wait and of a doctor's day, cell ${cell}`, table: draw(columns, rows) };
}

/** For each setting its effects in words, for the marks in docs/allocation.md. */
export function effectSentences(effects: readonly SettingEffect[]): Map<string, string> {
  const sentences = new Map<string, string>();
  for (const effect of effects) {
    const mark = effect.change.setting.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
    const earlier = sentences.get(mark);
    const sentence = `${effect.change.name}: ${effectsInWords(effect)}.`;
    sentences.set(mark, earlier ? `${earlier} ${sentence}` : sentence);
  }
  return sentences;
}

/** Only what chance does not explain. */
function effectsInWords({ wait, perDay }: SettingEffect): string {
  const waits = sources
    .filter((source) => isReal(wait[source], 0.05))
    .map((source) => `${sourceNames[source].toLowerCase()} ${signed(wait[source])}`);
  const counts = [
    ['displaced', perDay.displaced],
    ['promoted', perDay.promoted],
    ['given up and taken back', perDay.reinstated],
    ['not seen', perDay.unseen],
  ] as const;
  const days = counts
    .filter(([, figure]) => isReal(figure, 0.005))
    .map(([name, figure]) => `${name} ${signed(figure, 2)}`);
  const parts = [
    ...(waits.length > 0 ? [`mean wait in minutes: ${waits.join(', ')}`] : []),
    ...(isReal(perDay.overtimeMinutes, 0.05) ? [`overtime ${signed(perDay.overtimeMinutes)} min`] : []),
    ...(days.length > 0 ? [`a doctor's day: ${days.join(', ')}`] : []),
  ];
  return parts.length > 0 ? parts.join('; ') : 'no effect that could be told from chance';
}

function isReal({ value, margin }: Figure, least: number): boolean {
  return Math.abs(value) > margin && Math.abs(value) >= least;
}

function signed(figure: Figure, places = 1): string {
  const text = shown(figure, places);
  return figure.value > 0 ? `+${text}` : text.replace('-', '−');
}
