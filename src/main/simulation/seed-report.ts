import { sources } from '../../shared/model/token';
import type { SeedDoctorSummary, SeedSlotRow, SeedSummary } from './seed-summary';
import { type Column, plainTable } from './table';
import { bySource } from './tally';

export const sourceNames = {
  emergency: 'Emergency',
  paid: 'Paid',
  follow_up: 'Follow-up',
  walk_in: 'Walk-in',
  online: 'Online',
} as const;

const columns: readonly Column[] = [
  { title: 'Slot', text: true },
  { title: 'Capacity' },
  { title: 'Used' },
  { title: 'Overflow' },
  ...sources.map((source) => ({ title: sourceNames[source] })),
  { title: 'Promoted' },
  { title: 'Displaced' },
  { title: 'Cancelled' },
  { title: 'No-shows' },
  { title: 'Served' },
];

/** The day for a person to read. */
export function seedReport(summary: SeedSummary): string {
  const total = (key: 'tokens' | 'served' | 'promoted' | 'displaced' | 'cancelled' | 'noShows' | 'notSeen') =>
    summary.doctors.reduce((sum, doctor) => sum + doctor[key], 0);
  const lines = [
    `One OPD day: ${total('tokens')} tokens asked for at 08:00, seed ${summary.seed}.`,
    ...summary.doctors.map(doctorPart),
    `All doctors: ${total('served')} served, ${total('cancelled')} cancelled, ${total('noShows')} no-shows, ` +
      `${total('notSeen')} not seen; ${total('promoted')} promoted, ${total('displaced')} displaced.`,
    `${summary.commits} transactions and ${summary.events} events in the database; ` +
      `${summary.replays ? 'replaying them gives the same books' : 'REPLAYING THEM GIVES OTHER BOOKS'}. ` +
      `Slots above their limit: ${summary.overfull}.`,
  ];
  return lines.join('\n\n');
}

function doctorPart(doctor: SeedDoctorSummary): string {
  const { waitedForSeat, promoted, displaced, extras, cancelled, noShows, stillWaiting } = doctor;
  return [
    `${doctor.doctor}, ${doctor.specialization}: ${doctor.tokens} tokens`,
    plainTable(columns, [...doctor.slots.map(slotRow), slotRow(totalOf(doctor))]),
    `Waiting list: ${waitedForSeat} without a seat at first, ${stillWaiting} waiting at the end; ` +
      `${extras} called in beyond the seats. Promoted ${promoted}, displaced ${displaced}, ` +
      `cancelled ${cancelled}, no-shows ${noShows}.`,
  ].join('\n');
}

/** The counts of the whole doctor's day hold the waiting list too: cancelled without a seat, served beyond them. */
function totalOf(doctor: SeedDoctorSummary): SeedSlotRow {
  const add = (pick: (row: SeedSlotRow) => number): number =>
    doctor.slots.reduce((sum, row) => sum + pick(row), 0);
  return {
    slot: 'All day',
    capacity: add((row) => row.capacity),
    used: add((row) => row.used),
    overflow: add((row) => row.overflow),
    bySource: bySource((source) => add((row) => row.bySource[source])),
    promoted: doctor.promoted,
    displaced: doctor.displaced,
    cancelled: doctor.cancelled,
    noShows: doctor.noShows,
    served: doctor.served,
  };
}

function slotRow(row: SeedSlotRow): string[] {
  const numbers = [
    row.capacity,
    row.used,
    row.overflow,
    ...sources.map((source) => row.bySource[source]),
    row.promoted,
    row.displaced,
    row.cancelled,
    row.noShows,
    row.served,
  ];
  return [row.slot, ...numbers.map((count) => (count === 0 ? '·' : String(count)))];
}
