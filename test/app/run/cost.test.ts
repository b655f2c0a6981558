import { expect, test } from 'vitest';
import { type App, createApp } from '../../../src/main/app/app';
import { createPace } from '../../../src/main/app/waits/pace';
import type { Store } from '../../../src/main/store/store';
import type { CallInput, CallName } from '../../../src/shared/contract';
import type { Token } from '../../../src/shared/model/token';
import { first, noWindows, openClinic, staff, unwrap } from '../../helpers/clinic';

interface Cost {
  /** What was asked of the store, in order. */
  readonly store: string[];
  clock: number;
}

/** An app whose use of the store and of the clock is counted. */
async function openCounted() {
  const clinic = await openClinic();
  const cost: Cost = { store: [], clock: 0 };
  const counted = Object.entries(clinic.store).map(([name, method]) => [
    name,
    (...values: never[]) => {
      cost.store.push(name);
      return (method as (...given: never[]) => unknown)(...values);
    },
  ]);
  const store = Object.fromEntries(counted) as Store;
  const now = (): number => {
    cost.clock += 1;
    return clinic.clock.now();
  };
  const clock = { ...clinic.clock, now };
  const app = createApp({ ...clinic.environment, store, clock, pace: createPace(store) }, noWindows);
  // The first call of all also learns how fast doctors are.
  unwrap(await app.call('app.status', {}, staff));
  return { ...clinic, app, costOf: costOf(app, cost) };
}

function costOf(app: App, cost: Cost) {
  return async <N extends CallName>(name: N, input: CallInput<N>): Promise<Cost> => {
    cost.store.length = 0;
    cost.clock = 0;
    unwrap(await app.call(name, input, staff));
    return { store: [...cost.store], clock: cost.clock };
  };
}

const patient = { source: 'walk_in', patientName: 'Asha', patientContact: '9876543210' } as const;

test('a token is issued with five calls of the store, one reading of persons and one of the settings, one of the clock', async () => {
  const { costOf, doctorIds } = await openCounted();
  const doctorId = first(doctorIds);
  const wish = { doctorId, ...patient, requestId: 'request-0001' };
  expect(await costOf('tokens.issue', wish)).toEqual({
    store: ['people', 'settings', 'answerTo', 'transact', 'openTokensOfPatient'],
    clock: 1,
  });
  // Sent again, it is answered at once.
  expect(await costOf('tokens.issue', wish)).toEqual({
    store: ['people', 'settings', 'answerTo'],
    clock: 1,
  });
});

test('no other call goes to the store more often than it must, and each reads the clock once', async () => {
  const { costOf, doctorIds, issued } = await openCounted();
  const doctorId = first(doctorIds);
  const other = doctorIds[1] ?? doctorId;
  const [booked, here, leaves] = [await issued({ source: 'online' }), await issued(), await issued()];
  const moves = await issued();
  const by = ({ id: tokenId }: Token) => ({ tokenId, requestId: `request-${tokenId}` });
  const preview = { command: 'tokens.issue', doctorId, ...patient } as const;
  const told: readonly [Cost, ...string[]][] = [
    [await costOf('tokens.checkIn', by(booked)), 'answerTo', 'bookOfToken', 'transact'],
    [await costOf('queue.callNext', { doctorId, requestId: 'request-0001' }), 'answerTo', 'transact'],
    [await costOf('tokens.cancel', by(leaves)), 'answerTo', 'bookOfToken', 'transact'],
    [
      await costOf('tokens.transfer', { ...by(moves), doctorId: other }),
      ...['answerTo', 'bookOfToken', 'transact'],
    ],
    [await costOf('books.view', { doctorId }), 'atDoors', 'doctor', 'book', 'leftInConsultation'],
    [await costOf('commands.preview', preview), 'look'],
    [
      await costOf('tokens.get', { tokenId: here.id }),
      ...['bookOfToken', 'book', 'doctor', 'printJobOfToken', 'tokenHistory', 'openTokensOfPatient'],
    ],
  ];
  for (const [cost, ...calls] of told) {
    expect(cost).toEqual({ store: ['people', 'settings', ...calls], clock: 1 });
  }
});
