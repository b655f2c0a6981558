import { describe, expect, it } from 'vitest';
import { playBatch } from '../../src/main/simulation/batch';
import { cells, policyRuns, settingChanges } from '../../src/main/simulation/cells';
import { fillMarkers } from '../../src/main/simulation/docs-text';
import { effectSentences } from '../../src/main/simulation/effects-report';
import { cutDays, evaluate, evaluateSettings, type Playing } from '../../src/main/simulation/evaluate';
import { cellSections, forecastSection, violationsOf } from '../../src/main/simulation/evaluation-report';
import { forecastFigures } from '../../src/main/simulation/figures';
import { planDay } from '../../src/main/simulation/plan';
import { plainTable } from '../../src/main/simulation/table';
import { sources } from '../../src/shared/model/token';

const playing = (days: number): Playing => ({ days, seed: 1, play: async (batch) => playBatch(batch) });
const named = (name: string) => cells.find((cell) => cell.name === name) ?? never();
function never(): never {
  throw new Error('no such cell');
}

describe('the policy evaluation, small', async () => {
  const subset = ['doctors-1', 'crowded', 'unreliable'].map((name) => ({
    ...named(name),
    doctors: 1,
  }));
  const evaluation = await evaluate(subset, policyRuns, playing(20));

  it('finds nothing that must not be', () => {
    expect(violationsOf(evaluation)).toEqual({
      capacity: 0,
      inversions: 0,
      emergenciesPassedOver: 0,
      neverSeen: 0,
    });
  });

  it('sees the same patients under every policy', () => {
    for (const { runs } of evaluation.cells) {
      const [fair, strict] = runs;
      expect(fair?.perDay.served.value).toBeGreaterThan(15);
      expect(Math.abs((fair?.perDay.served.value ?? 0) - (strict?.perDay.served.value ?? 0))).toBeLessThan(1);
    }
  });

  it('emergencies wait least under the rules of the app, and far longer first come first served', () => {
    for (const { runs } of evaluation.cells) {
      const [fair, strict, fifo] = runs.map(({ waits }) => waits.emergency.mean.value);
      expect(fair ?? 99).toBeLessThan(15);
      expect(strict ?? 99).toBeLessThan(15);
      expect(fifo ?? 0).toBeGreaterThan(1.5 * (fair ?? 0));
    }
  });

  // One stretch of days for each cell: in a short one the clinic has hardly begun to learn.
  const foretold = policyRuns.filter(({ forecasts }) => forecasts);
  const learned = subset.flatMap((cell) =>
    playBatch({ cell, seed: 1, firstDay: 0, days: 50, runs: foretold }).flatMap(
      ({ forecast }) => forecast ?? [],
    ),
  );

  it('the expected wait keeps its aims over all cells', () => {
    const forecast = forecastFigures(learned) ?? never();
    expect(Math.abs(forecast.bias.value)).toBeLessThan(2);
    expect(forecast.ofNaive.value).toBeLessThan(0.6);
    expect(forecast.inside.value).toBeGreaterThan(0.76);
    expect(forecast.inside.value).toBeLessThan(0.84);
    expect(forecast.insideShown.value).toBeGreaterThanOrEqual(forecast.inside.value);
  });

  it('reads as tables', () => {
    const [cell] = evaluation.cells;
    const sections = cell ? cellSections(cell, plainTable) : [];
    expect(sections).toHaveLength(2);
    expect(sections[0]?.table).toMatch(/^Policy +Patients \(target\) +Mean wait/);
    expect(forecastSection(evaluation, plainTable)?.table).toContain('all cells');
  });
});

describe('the days', () => {
  it('are the same for the same seed, and have the load and mix of the cell', () => {
    const cell = named('base');
    expect(planDay(cell, 1, 5)).toEqual(planDay(cell, 1, 5));
    const days = Array.from({ length: 60 }, (_, day) => planDay(cell, 1, day));
    const comers = days.flatMap(({ patients }) => patients.filter(({ comes }) => comes));
    const minutes = comers.reduce((sum, { serviceMs }) => sum + serviceMs / 60_000, 0);
    expect(minutes / (60 * 3 * 240)).toBeCloseTo(cell.load, 1);
    for (const source of sources) {
      expect(comers.some((patient) => patient.source === source)).toBe(true);
    }
  });

  it('are cut into batches without a gap', () => {
    for (const days of [2, 7, 60, 1000, 1003]) {
      const stretches = cutDays(days);
      expect(stretches.reduce((sum, stretch) => sum + stretch.days, 0)).toBe(days);
      expect(stretches.every(({ firstDay }, index) => firstDay === sumBefore(stretches, index))).toBe(true);
    }
  });
});

describe('what a setting costs', () => {
  it('is the difference on the same days; a setting left as it is changes nothing', async () => {
    const [change] = settingChanges;
    if (!change) throw new Error('no changes');
    const same = { ...change, name: 'nothing', to: change.from };
    const [effect, nothing] = await evaluateSettings(
      { ...named('load-1.2'), doctors: 1 },
      [change, same],
      playing(10),
    );
    expect(effect?.perDay.displaced.value).toBeGreaterThan(0);
    for (const source of sources) expect(nothing?.wait[source]).toEqual({ value: 0, margin: 0 });
    expect(effectSentences(effect ? [effect] : []).get('max_emergency_overflow')).toMatch(/^2 → 0: /);
  });

  it('fills its mark in a document, and refills it', () => {
    const text = 'a <!-- evaluation:max_recalls --> | b <!-- evaluation:unknown --> c';
    const once = fillMarkers(text, new Map([['max_recalls', 'x.']]));
    expect(once).toBe(
      'a <!-- evaluation:max_recalls -->x.<!-- /evaluation --> | b <!-- evaluation:unknown --> c',
    );
    const twice = fillMarkers(once, new Map([['max_recalls', 'y.']]));
    expect(twice).toBe(once.replace('x.', 'y.'));
  });
});

function sumBefore(stretches: readonly { days: number }[], index: number): number {
  return stretches.slice(0, index).reduce((sum, { days }) => sum + days, 0);
}
