import type Database from 'better-sqlite3';
import { doctorIdSchema, slotIdSchema } from '../../../shared/model/ids';
import { serviceDaySchema } from '../../../shared/model/time';
import { dayNumber } from '../visit-codes';
import type { EventTable } from './events';
import { all, first, type Row } from './rows';
import { byToken, type VisitTable } from './visits';
import type { WordTable } from './words';

const DUE = 'visits.due';
/** Told so often how far it is. */
const BOOKS_A_STEP = 50;

interface Parts {
  readonly events: EventTable;
  readonly words: WordTable;
  readonly visits: VisitTable;
}

/**
 * Writes all that reports read anew, from what happened, in one transaction. What no event tells stays as it was: the range that was
 * told at the issue, and whether somebody had been here before who was erased since. `progress`: 0 to 1.
 */
export function rebuildVisits(
  database: Database.Database,
  { events, words, visits }: Parts,
  progress: (part: number) => void = () => undefined,
): void {
  const books = database.prepare('SELECT doctor_id, service_day FROM books ORDER BY service_day, doctor_id');
  const slotsOf = database.prepare('SELECT * FROM slots WHERE doctor_id = ? AND service_day = ?');
  const rowsOf = database.prepare('SELECT * FROM visits WHERE day = ? AND doctor = ?');
  const erased = database.prepare('SELECT 1 FROM tokens WHERE id = ? AND patient_id IS NULL');
  const run = database.transaction(() => {
    database.exec('DELETE FROM visit_acts');
    const every = all(books);
    for (const [index, row] of every.entries()) {
      if (index % BOOKS_A_STEP === 0) progress(index / every.length);
      const key = {
        doctorId: doctorIdSchema.parse(row.doctor_id),
        serviceDay: serviceDaySchema.parse(row.service_day),
      };
      const slots = all(slotsOf, key.doctorId, key.serviceDay).map((slot) => ({
        id: slotIdSchema.parse(slot.id),
        startMinute: Number(slot.start_minute),
      }));
      const kept = new Map(
        all(rowsOf, dayNumber(key.serviceDay), words.find(key.doctorId) ?? 0).map((visit) => [
          `${visit.series} ${visit.sequence}`,
          visit,
        ]),
      );
      for (const own of byToken(events.face.events(key))) {
        const token = own.at(-1)?.after;
        const old = token && kept.get(`${Number(token.series === 'paper')} ${token.sequence}`);
        const isUnknown = token && first(erased, token.id) !== undefined;
        visits.rewrite(own, slots, old && keptOf(old, isUnknown === true));
      }
    }
    database.prepare('DELETE FROM meta WHERE key = ?').run(DUE);
  });
  run.immediate();
  words.settled();
}

function keptOf({ quoted_from, quoted_to, returning_patient }: Row, isUnknown: boolean): Row {
  const quote = { quoted_from: quoted_from ?? null, quoted_to: quoted_to ?? null };
  return isUnknown ? { ...quote, returning_patient: returning_patient ?? null } : quote;
}

/** Whether data of an earlier version were brought up to date, and have none of it yet. */
export function areVisitsDue(database: Database.Database): boolean {
  return database.prepare('SELECT 1 FROM meta WHERE key = ?').get(DUE) !== undefined;
}
