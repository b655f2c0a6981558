import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as untilThen } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import type { CallInput, CallName, CallOutput } from '../../src/shared/contract';
import { expect, type RunningApp, test } from './helpers/app';
import { openBoard } from './helpers/board';
import { callFrom } from './helpers/bridge';
import { openDesk } from './helpers/desk';
import { takeToken } from './helpers/kiosk';
import { type MainWeight, scales, type WindowWeight, weighMain, weighWindow } from './helpers/weight';

/** How many times as fast as the real clock the app's own runs. */
const SPEED = Number(process.env.SOAK_SPEED ?? 200);
/** How many days are lived, nights and all. */
const DAYS = Number(process.env.SOAK_DAYS ?? 7);
/** Of the day, while the clinic works. */
const FIRST_HOUR = 8;
const LAST_HOUR = 13;
const PATIENTS_AN_HOUR = 24;

const HOUR = 60 * 60_000;
const BEGIN = Date.parse('2026-01-05T06:00:00+05:30');
const report = join(import.meta.dirname, '../../out/soak');

interface Hour {
  readonly day: number;
  readonly hour: number;
  readonly main: MainWeight;
  readonly windows: Readonly<Record<string, WindowWeight>>;
  /** Of the calls of this hour, from asking to the answer in the window, ms. */
  readonly latency: { readonly calls: number; readonly median: number; readonly p95: number };
}

test(`${DAYS} days at ${SPEED} times the speed with four windows: memory, listeners and latency stay as they were`, async ({
  launch,
}) => {
  // On a slow machine the hours of work take longer than the clock gives them.
  test.setTimeout((2 * DAYS * 24 * HOUR) / SPEED + 600_000);
  const app = await launch({
    clock: new Date(BEGIN).toISOString(),
    switches: [`--clock-speed=${SPEED}`, '--js-flags=--expose-gc'],
  });
  const began = Date.now();
  const windows = {
    desk: await openDesk(app),
    kiosk: await app.openKiosk(),
    doctor: await app.openDoctor('A'),
    board: await openBoard(app),
  };
  const sessions = Object.fromEntries(
    await Promise.all(
      Object.entries(windows).map(async ([name, page]) => [name, await scales(page)] as const),
    ),
  );
  const clinic = createDay(app, windows);
  const hours: Hour[] = [];
  mkdirSync(report, { recursive: true });
  for (let hour = 6; hour < DAYS * 24 + 6; hour += 1) {
    const ofDay = hour % 24;
    if (ofDay >= FIRST_HOUR && ofDay < LAST_HOUR) await clinic.work();
    // The clock of the app decides when an hour is over.
    await untilThen(Math.max(0, began + ((hour - 5) * HOUR) / SPEED - Date.now()));
    const weighed = Object.entries(sessions).map(async ([name, session]) => [
      name,
      await weighWindow(session),
    ]);
    hours.push({
      day: Math.floor(hour / 24) + 1,
      hour: ofDay,
      main: await weighMain(app.electron),
      windows: Object.fromEntries(await Promise.all(weighed)) as Hour['windows'],
      latency: clinic.latency(),
    });
    writeFileSync(
      join(report, 'hours.json'),
      JSON.stringify(
        { speed: SPEED, issued: clinic.issued(), walkedAway: clinic.walkedAway(), hours },
        null,
        1,
      ),
    );
  }
  expect(await callFrom(app.home, 'app.status', {})).toBeDefined();
  compare(hours, clinic.issued());
});

/** A clinic at work, an hour at a time. */
function createDay({ home }: RunningApp, { desk, kiosk, doctor }: Record<'desk' | 'kiosk' | 'doctor', Page>) {
  let people = 0;
  let issued = 0;
  let walkedAway = 0;
  let took: number[] = [];

  /** Undefined: refused by a rule, such as when nobody waits. */
  async function timed<N extends CallName>(
    page: Page,
    call: N,
    input: CallInput<N>,
  ): Promise<CallOutput<N> | undefined> {
    const answer = await page.evaluate(
      async ({ call, input }) => {
        const began = performance.now();
        const result = await window.api.call(call as CallName, input as never);
        return { result, took: performance.now() - began };
      },
      { call, input },
    );
    took.push(answer.took);
    const { result } = answer;
    if (result.ok) return result.value as CallOutput<N>;
    if (['UNAVAILABLE', 'INTERNAL'].includes(result.error.code)) throw new Error(result.error.message);
    return undefined;
  }

  async function work(): Promise<void> {
    const doctors = (await callFrom(home, 'doctors.summaries', {})).map(({ doctor: { id } }) => id);
    // One by hand, at the kiosk; all others by the calls that the screens make.
    people += 1;
    try {
      await takeToken(kiosk, { name: `Asha ${people}`, phone: `97${10_000_000 + people}` });
      issued += 1;
    } catch {
      // At this speed a seat may be gone between two pages. It goes back to its start by itself.
      walkedAway += 1;
      await kiosk.getByTestId('kiosk-language-en').waitFor({ timeout: 180_000 });
    }
    for (let patient = 0; patient < PATIENTS_AN_HOUR; patient += 1) {
      people += 1;
      const doctorId = doctors[people % doctors.length];
      if (doctorId === undefined) throw new Error('No doctor.');
      const contact = `97${10_000_000 + people}`;
      const source = people % 4 === 0 ? 'paid' : 'walk_in';
      const wish = { doctorId, source, patientName: `Patient ${people}`, patientContact: contact } as const;
      if (await timed(desk, 'tokens.issue', wish)) issued += 1;
      const called = await timed(doctorId === doctors[0] ? doctor : desk, 'queue.callNext', { doctorId });
      if (!called) continue;
      await timed(desk, 'tokens.start', { tokenId: called.id });
      await timed(desk, 'tokens.serve', { tokenId: called.id });
    }
  }

  return {
    work,
    issued: () => issued,
    walkedAway: () => walkedAway,
    latency(): Hour['latency'] {
      const sorted = took.sort((one, other) => one - other);
      took = [];
      const at = (share: number): number =>
        Math.round((sorted[Math.floor(sorted.length * share)] ?? 0) * 10) / 10;
      return { calls: sorted.length, median: at(0.5), p95: at(0.95) };
    },
  };
}

/**
 * The last night beside the second one, when everything had been used once; the last hour of work beside the first
 * day's. Of a night the least counts: what is not collected yet comes and goes, what leaks stays.
 */
function compare(hours: readonly Hour[], issued: number): void {
  const nights = [...new Set(hours.map(({ day }) => day))]
    .map((day) => hours.filter((hour) => hour.day === day && hour.hour < FIRST_HOUR))
    .filter((night) => night.length === FIRST_HOUR)
    .map(least);
  const [first, last] = [nights[0], nights.at(-1)];
  const worked = hours.filter(({ latency }) => latency.calls > 0);
  const [early, late] = [worked.find(({ hour }) => hour === LAST_HOUR - 1), worked.at(-1)];
  if (!first || !last || !early || !late) throw new Error('Nothing was measured.');
  process.stdout.write(`${issued} tokens\n${JSON.stringify({ first, last, early, late }, null, 1)}\n`);
  for (const [name, now] of Object.entries(last)) {
    // How many nodes there are depends on what is shown; they are in the report.
    if (name.endsWith('nodes')) continue;
    expect.soft(now, name).toBeLessThanOrEqual((first[name] ?? 0) * 1.25 + 5);
  }
  expect.soft(late.latency.median, 'latency').toBeLessThan(early.latency.median * 2 + 5);
}

/** The least of each figure, by its name. */
function least(night: readonly Hour[]): Record<string, number> {
  const figures = night.map(({ main, windows }) =>
    Object.fromEntries(
      Object.entries({ main, ...windows }).flatMap(([place, weight]) =>
        Object.entries(weight).map(([what, figure]) => [`${place}: ${what}`, Number(figure)]),
      ),
    ),
  );
  const names = Object.keys(figures[0] ?? {});
  return Object.fromEntries(names.map((name) => [name, Math.min(...figures.map((one) => one[name] ?? 0))]));
}
