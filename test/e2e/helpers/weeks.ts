import { join } from 'node:path';
import type { DoctorId, TokenId } from '../../../src/shared/model/ids';
import { serviceDaySchema } from '../../../src/shared/model/time';
import type { Source } from '../../../src/shared/model/token';
import { type BenchClinic, openBenchClinic } from '../../bench/clinic';
import { setUpClinic } from './clinic';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** The same numbers every time, 0 to 1. */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return state / 2 ** 32;
  };
}

interface Coming {
  readonly at: number;
  readonly doctorId: DoctorId;
  readonly source: Source;
  /** Of who is booked. */
  readonly tokenId: TokenId | null;
  readonly who: number;
}

/**
 * Weeks gone by in the sample clinic, by the app's own commands: booked and walk-in patients, no-shows, cancellations, emergencies,
 * doctors who come late; Mondays are the worst, Sundays are quiet, and one day was never closed.
 * @param until the morning that is today
 */
export async function playWeeks(dataFolder: string, until: string, weeks: number): Promise<void> {
  await setUpClinic(dataFolder, { prints: false });
  const today = Date.parse(until);
  const clinic = await openBenchClinic(join(dataFolder, 'opd-tokens.db'), today - weeks * 7 * DAY);
  const random = chance(7);
  const booked = new Map<string, Coming[]>();
  let people = 0;
  for (let day = weeks * 7; day > 0; day -= 1) {
    const morning = today - day * DAY;
    const serviceDay = dayOf(morning);
    const isMonday = new Date(morning).getUTCDay() === 1;
    const isSunday = new Date(morning).getUTCDay() === 0;
    const coming = booked.get(serviceDay) ?? [];
    for (const doctorId of clinic.doctorIds) {
      const walkIns = isSunday ? 2 : isMonday ? 14 : 7;
      for (let one = 0; one < walkIns; one += 1) {
        people += 1;
        const source =
          random() < 0.05 ? 'emergency' : random() < 0.2 ? 'paid' : random() < 0.2 ? 'follow_up' : 'walk_in';
        const at = morning + Math.floor(random() * random() * 230) * MINUTE;
        // Every third has been here before.
        coming.push({ at, doctorId, source, tokenId: null, who: people % 3 === 0 ? people % 90 : people });
      }
    }
    await playDay(clinic, coming, morning, random, day !== 4);
    clinic.environment.clock.setTo(morning + 9 * 60 * MINUTE);
    for (const doctorId of clinic.doctorIds) {
      for (const lead of [1, 1, 2, 5]) {
        for (let one = 0; one < 2 && day - lead > 0; one += 1) {
          people += 1;
          await book(clinic, booked, { doctorId, morning: morning + lead * DAY, who: people, random });
        }
      }
    }
  }
  await clinic.close();
}

const dayOf = (morning: number) => serviceDaySchema.parse(new Date(morning).toISOString().slice(0, 10));
const person = (who: number) => ({
  patientName: `Patient ${String.fromCharCode(65 + (who % 26))} ${who}`,
  patientContact: `9${String(800_000_000 + who)}`,
});

interface Booking {
  readonly doctorId: DoctorId;
  readonly morning: number;
  readonly who: number;
  readonly random: () => number;
}

async function book(
  clinic: BenchClinic,
  booked: Map<string, Coming[]>,
  { doctorId, morning, who, random }: Booking,
): Promise<void> {
  const serviceDay = dayOf(morning);
  const wish = { doctorId, source: 'online', serviceDay, ...person(who) } as const;
  const answer = await clinic.app.call('tokens.issue', wish, {
    role: 'staff',
    screen: 'desk',
    doctorId: null,
  });
  if (!answer.ok) return;
  const { token } = answer.value;
  const end = random();
  if (end < 0.06) {
    await clinic.call('tokens.cancel', { tokenId: token.id, reason: 'patient' });
    return;
  }
  // One in six does not come.
  if (end < 0.22) return;
  const at = morning + Math.floor(random() * 200) * MINUTE;
  const coming = { at, doctorId, source: 'online', tokenId: token.id, who } as const;
  booked.set(serviceDay, [...(booked.get(serviceDay) ?? []), coming]);
}

interface Room {
  readonly doctorId: DoctorId;
  begins: number;
  busyUntil: number;
  with: TokenId | null;
}

/** Minute by minute: who comes is checked in or gets a token, and a doctor who is free calls the next. */
async function playDay(
  clinic: BenchClinic,
  coming: readonly Coming[],
  morning: number,
  random: () => number,
  isClosed: boolean,
): Promise<void> {
  const { clock } = clinic.environment;
  const staff = { role: 'staff', screen: 'desk', doctorId: null } as const;
  const waiting = [...coming].sort((one, other) => one.at - other.at);
  const rooms = clinic.doctorIds.map((doctorId, index): Room => {
    const begins = morning + (30 + Math.floor(random() * 10 * (index + 1))) * MINUTE;
    return { doctorId, begins, busyUntil: 0, with: null };
  });
  for (let minute = 0; minute < 330; minute += 1) {
    const now = morning + minute * MINUTE;
    clock.setTo(now);
    while (waiting[0] !== undefined && waiting[0].at <= now) {
      const { tokenId, doctorId, source, who } = waiting.shift() as Coming;
      if (tokenId === null)
        await clinic.app.call('tokens.issue', { doctorId, source, ...person(who) }, staff);
      else await clinic.app.call('tokens.checkIn', { tokenId }, staff);
    }
    for (const room of rooms) {
      if (room.with !== null && now >= room.busyUntil) {
        await clinic.app.call('tokens.serve', { tokenId: room.with }, staff);
        room.with = null;
      }
      if (room.with !== null || now < room.begins) continue;
      const called = await clinic.app.call('queue.callNext', { doctorId: room.doctorId }, staff);
      if (!called.ok) continue;
      await clinic.app.call('tokens.start', { tokenId: called.value.id }, staff);
      room.with = called.value.id;
      room.busyUntil = now + Math.ceil(4 + random() * 12) * MINUTE;
    }
  }
  for (const { doctorId, with: tokenId } of rooms) {
    if (tokenId !== null) await clinic.app.call('tokens.serve', { tokenId }, staff);
    if (isClosed || doctorId !== clinic.doctorIds[0])
      await clinic.app.call('books.close', { doctorId, unseen: 'left_unseen' }, staff);
  }
}
