import type { DoctorId } from '../../../src/shared/model/ids';
import type { Token } from '../../../src/shared/model/token';
import { againstHand, type StepsOf } from '../against-hand';
import { addBook } from '../books';
import { SAMPLE_DOCTORS } from '../clinic';
import type { Part } from '../part';
import { least, perSecond } from '../rows';
import { ratioOf, sum } from '../statistics';

const DOCTORS = 60;
/** What happens at one doctor, again and again: a list that slowly grows. */
const MORNING = [
  ...(['issue', 'issue', 'callNext', 'start', 'serve'] as const),
  ...(['issue', 'issue', 'cancel', 'callNext', 'start', 'serve'] as const),
];

/** A hospital’s day: all doctors at once, all kinds of commands. */
export const day: Part = {
  name: 'day',
  async run({ workshop, quick, full, tell }) {
    const runs = full ? 12_000 : quick ? 330 : 3_300;
    const path = await workshop.copyOf('hospital-empty', async (clinic) => {
      for (let doctor = 0; doctor < DOCTORS; doctor += 1) await addBook(clinic, { tokens: 0, seats: 96 });
    });
    const { app, hand, rows } = await againstHand(workshop, path, runs, mixed, 0);
    tell({
      part: 'day',
      what: `${runs.toLocaleString('en')} mixed commands of ${DOCTORS} doctors`,
      measured: perSecond((runs / sum(app)) * 1_000),
      floor: `${perSecond((runs / sum(hand)) * 1_000)}, the same rows by hand (${rows.toFixed(1)} rows)`,
      figure: 1 / ratioOf(app, hand, sum),
      unit: '× its throughput',
      aim: least(0.6),
    });
  },
};

const mixed: StepsOf = ({ doctorIds }, { issue, callNext, start, serve, cancel }) => {
  const doctors = doctorIds.slice(SAMPLE_DOCTORS);
  const lastIssued = new Map<DoctorId, Token>();
  const called = new Map<DoctorId, Pick<Token, 'id'>>();
  return {
    async command(index) {
      const doctorId = doctors[index % DOCTORS] as DoctorId;
      const patient = called.get(doctorId) as Token;
      switch (MORNING[Math.floor(index / DOCTORS) % MORNING.length]) {
        case 'issue':
          return lastIssued.set(doctorId, await issue(doctorId));
        case 'callNext':
          return called.set(doctorId, await callNext(doctorId));
        case 'start':
          return start(patient);
        case 'serve':
          return serve(patient);
        default:
          return cancel(lastIssued.get(doctorId) as Token);
      }
    },
  };
};
