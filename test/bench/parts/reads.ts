import { makeRounds, ROUND_MS } from '../../../src/main/app/day/rounds';
import type { DoctorId } from '../../../src/shared/model/ids';
import { nameOf, phoneOf } from '../age-database';
import { alternate } from '../alternate';
import { addBook } from '../books';
import { openBenchClinic, SAMPLE_DOCTORS } from '../clinic';
import type { Part } from '../part';
import { type Aim, most, ms, type Row } from '../rows';
import { longestStall } from '../stall';
import { median, quantile } from '../statistics';
import { commandsOf } from '../visit';
import { historyOf } from './growth';

const DOCTORS = 60;
/** A page of the desk's history, and whether there are more. */
const LATEST = 41;

/** Each time after a change of one book, as a window asks. */
export const reads: Part = {
  name: 'reads',
  async run({ workshop, quick, tell }) {
    const tokens = quick ? 40 : 200;
    const path = await workshop.copyOf(`hospital-${DOCTORS}-${tokens}`, async (clinic) => {
      for (let doctor = 0; doctor < DOCTORS; doctor += 1) await addBook(clinic, { tokens, seats: 160 });
    });
    const clinic = await openBenchClinic(path);
    const doctors = clinic.doctorIds.slice(SAMPLE_DOCTORS);
    const { issue } = commandsOf(clinic);
    const change = (index: number) => issue(doctors[index % DOCTORS] as DoctorId);
    const rounds = makeRounds(clinic.environment);
    let now = clinic.environment.clock.now();
    const stalls: number[] = [];
    const afterChange = { between: change };
    const times = await alternate(
      quick ? 5 : 40,
      {
        summaries: { run: () => clinic.call('doctors.summaries', {}), ...afterChange },
        board: { run: () => clinic.call('board.view', {}), ...afterChange },
        recent: { run: () => clinic.call('changes.recent', { limit: LATEST }), ...afterChange },
        round: {
          run: async () => {
            now += ROUND_MS;
            clinic.environment.clock.setTo(now);
            stalls.push(await longestStall(rounds.run));
          },
          ...afterChange,
        },
      },
      { warmUp: 2 },
    );
    await clinic.close();
    const of = `${DOCTORS} doctors × ${tokens} tokens`;
    for (const [what, name] of [
      [`doctors.summaries, ${of}`, 'summaries'],
      [`board.view, ${of}`, 'board'],
      [`the latest changes, ${of}`, 'recent'],
      [`one round of the clock, ${of}`, 'round'],
    ] as const) {
      tell(row(what, times[name], most(10)));
    }
    tell(row('the longest a round keeps others waiting', stalls.slice(2), most(20), 1));
  },
};

function row(what: string, times: readonly number[], aim: Aim, share = 0.5): Row {
  const measured = `${ms(median(times))} median, ${ms(quantile(times, 0.95))} p95`;
  return { part: 'reads', what, measured, floor: '–', figure: quantile(times, share), unit: ' ms', aim };
}

/** Somebody types a phone number, or a name in the search: looked up at each digit or letter from the third on. */
export const lookUp: Part = {
  name: 'look-up',
  async run({ workshop, quick, oldest: age, tell }) {
    const clinic = await openBenchClinic(await historyOf(workshop, age));
    const people = quick ? 20 : 60;
    const some = Array.from({ length: people }, (_, person) => Math.floor((person * age) / 3 / people));
    const phones = await typing(some.map(phoneOf), (contact) => clinic.call('patients.known', { contact }));
    const names = await typing(some.map(nameOf), (query) => clinic.call('patients.find', { query }));
    await clinic.close();
    const among = `${age.toLocaleString('en')} tokens of ${Math.ceil(age / 3).toLocaleString('en')} patients`;
    for (const [what, times] of [
      ['known patient while typing the phone', phones],
      ['patient while typing the name', names],
    ] as const) {
      tell({ ...row(`${what}, ${among}`, times, most(5)), part: 'look-up' });
    }
  },
};

/** Each text, one letter more at a time, from the third on; answers the times in ms. */
async function typing(
  texts: readonly string[],
  lookUpBy: (typed: string) => Promise<unknown>,
): Promise<number[]> {
  const times: number[] = [];
  for (const text of texts) {
    const letters = [...text];
    for (let typed = 3; typed <= letters.length; typed += 1) {
      const began = performance.now();
      await lookUpBy(letters.slice(0, typed).join(''));
      times.push(performance.now() - began);
    }
  }
  return times;
}
