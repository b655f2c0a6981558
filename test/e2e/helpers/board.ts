import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { type RunningApp, windowOf } from './app';
import { callFrom } from './bridge';
import { editData } from './edit-data';

/** Opens the waiting room's board. */
export async function openBoard(app: RunningApp): Promise<Page> {
  await callFrom(app.home, 'windows.open', { screen: 'board' });
  const board = await windowOf(app.electron, 'board');
  await board.getByTestId('board').waitFor();
  return board;
}

export interface NewDoctor {
  readonly name: string;
  readonly specialization: string;
  readonly room: string;
  readonly prefix: string;
}

/** Doctors beside the three, with their hours, into a database that is there already. */
export function addDoctors(dataFolder: string, doctors: readonly NewDoctor[]): void {
  editData(dataFolder, (data) => {
    const insertDoctor = data.prepare(
      'INSERT INTO doctors (id, name, specialization, room, prefix, active) VALUES (?, ?, ?, ?, ?, 1)',
    );
    const insertDay = data.prepare(
      `INSERT INTO schedule_templates (doctor_id, weekday, start_minute, end_minute, slot_minutes, capacity)
     VALUES (?, ?, 540, 780, 60, 6)`,
    );
    for (const { name, specialization, room, prefix } of doctors) {
      const id = randomUUID();
      insertDoctor.run(id, name, specialization, room, prefix);
      for (let weekday = 1; weekday <= 7; weekday += 1) insertDay.run(id, weekday);
    }
  });
}

/**
 * Only these doctors are there; every window fetches anew. One who works here no more stays on the board until the
 * patients are seen: those of the others count as seen, until they are there again.
 */
export async function keepDoctors(
  app: RunningApp,
  dataFolder: string,
  prefixes: readonly string[],
): Promise<void> {
  editData(dataFolder, (data) => {
    const marks = prefixes.map(() => '?').join(',');
    const here = `doctor_id IN (SELECT id FROM doctors WHERE prefix IN (${marks}))`;
    data.prepare(`UPDATE doctors SET active = prefix IN (${marks})`).run(...prefixes);
    data
      .prepare(
        `UPDATE tokens SET status = 'served', served_at = updated_at, note = 'was ' || stage, stage = NULL
       WHERE status = 'active' AND NOT ${here}`,
      )
      .run(...prefixes);
    data
      .prepare(
        `UPDATE tokens SET status = 'active', served_at = NULL, stage = substr(note, 5), note = ''
       WHERE status = 'served' AND note LIKE 'was %' AND ${here}`,
      )
      .run(...prefixes);
  });
  await callFrom(app.home, 'settings.change', {});
}

/** D in room 4, E in room 5 … up to O. */
export const twelveMore: readonly NewDoctor[] = [...'DEFGHIJKLMNO'].map((prefix, index) => ({
  name: `Dr ${prefix}. Menon`,
  specialization: 'General medicine',
  room: String(index + 4),
  prefix,
}));
