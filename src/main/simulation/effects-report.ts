import { sources } from '../../shared/model/token';
import type { MovingUpEffect, SettingEffect } from './evaluate';
import { type Draw, type Section, shown } from './evaluation-report';
import { sourceNames } from './seed-report';
import type { Figure } from './stats';
import type { Column } from './table';

const columns: readonly Column[] = [
  { title: 'Setting', text: true },
  ...sources.map((source) => ({ title: sourceNames[source] })),
  { title: 'With a need' },
  { title: 'Served' },
  { title: 'Overtime' },
  { title: 'Displaced' },
  { title: 'Promoted' },
  { title: 'Taken back' },
  { title: 'Never seen' },
  { title: 'In vain' },
  { title: 'Overtaken' },
];

/** One row a change: mean waits by source in minutes, then counts of a doctor's day, changed less unchanged. */
export function settingsSection(effects: readonly SettingEffect[], cell: string, draw: Draw): Section {
  const rows = effects.map(({ change, wait, needWait, perDay }) => [
    `${change.setting}: ${change.name}`,
    ...sources.map((source) => signed(wait[source])),
    signed(needWait),
    signed(perDay.served, 2),
    signed(perDay.overtimeMinutes),
    signed(perDay.displaced, 2),
    signed(perDay.promoted, 2),
    signed(perDay.reinstated, 2),
    signed(perDay.neverSeen, 2),
    signed(perDay.inVain, 3),
    signed(perDay.overtaken, 2),
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

/** What moving up does, cell by cell. */
export function movingUpSection(effects: readonly MovingUpEffect[], draw: Draw): Section {
  const rows = effects.map(({ cell, overtakenBefore, p90, perDay }) => [
    cell.name,
    overtakenBefore.toFixed(2),
    signed(perDay.overtaken, 2),
    ...sources.map((source) => signed(p90[source])),
    shown(perDay.movedUp, 2),
    signed(perDay.promoted, 2),
  ]);
  const titles = [
    'Overtaken before',
    'Change',
    ...sources.map((source) => `P90 ${sourceNames[source]}`),
    'New slips',
    'Promoted',
  ];
  const heads = [{ title: 'Cell', text: true }, ...titles.map((title) => ({ title }))];
  return { title: "Moving up: a doctor's day, with it less without", table: draw(heads, rows) };
}

/** Moving up must make no kind's P90 longer than this, and no more new slips a doctor's day. */
const P90_LIMIT = 2;
const SLIPS_LIMIT = 3;

/** Did it pay in every one of the clinics? In words, with what speaks against it. */
export function movingUpVerdict(effects: readonly MovingUpEffect[]): string {
  const faults = effects.flatMap(({ cell, p90, perDay: { overtaken, movedUp } }) => {
    const slower = sources.filter((source) => p90[source].value > P90_LIMIT);
    const said = [
      ...(overtaken.value + overtaken.margin < 0
        ? []
        : [`overtaken ${signed(overtaken, 2)}: not surely fewer`]),
      ...slower.map((source) => `P90 ${sourceNames[source].toLowerCase()} ${signed(p90[source])} min`),
      ...(movedUp.value > SLIPS_LIMIT ? [`${shown(movedUp, 2)} new slips`] : []),
    ];
    return said.length > 0 ? [`- \`${cell.name}\`: ${said.join('; ')}.`] : [];
  });
  if (faults.length === 0) return 'It pays in each of these clinics.';
  return `It does not clearly pay, and the app does not do it:\n\n${faults.join('\n')}`;
}

/** Only what chance does not explain. */
function effectsInWords({ wait, needWait, perDay }: SettingEffect): string {
  const waits = [
    ...sources.map((source) => [sourceNames[source].toLowerCase(), wait[source]] as const),
    ['those with precedence', needWait] as const,
  ]
    .filter(([, figure]) => isReal(figure, 0.05))
    .map(([name, figure]) => `${name} ${signed(figure)}`);
  const counts = [
    ['displaced', perDay.displaced],
    ['promoted', perDay.promoted],
    ['given up and taken back', perDay.reinstated],
    ['not seen', perDay.unseen],
    ['came in vain', perDay.inVain],
    ['overtaken by a later comer of their kind', perDay.overtaken],
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
