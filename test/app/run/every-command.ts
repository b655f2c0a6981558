import type { Caller } from '../../../src/main/app/access/caller';
import type { CallInput, CallName, Contract } from '../../../src/shared/contract';
import type { PatientId } from '../../../src/shared/model/ids';
import type { PatientFacts } from '../../../src/shared/model/registered-patient';
import { serviceDaySchema } from '../../../src/shared/model/time';
import type { Token } from '../../../src/shared/model/token';
import { at, first, kiosk, staff } from '../../helpers/clinic';
import type { Scene } from './scene';

/** What may be sent again with the same request id (R17). */
export type Repeatable = {
  [N in CallName]: Contract[N]['kind'] extends 'command'
    ? // Of an input without fields every name would be one.
      string extends keyof CallInput<N>
      ? never
      : 'requestId' extends keyof CallInput<N>
        ? N
        : never
    : never;
}[CallName];

interface Sent<N extends CallName> {
  readonly input: CallInput<N>;
  /** Something else, sent with the same id. */
  readonly other: CallInput<N>;
}

export interface Line<N extends CallName> {
  /** Makes it possible, and says what is sent. */
  readonly scene: (scene: Scene) => Promise<Sent<N>>;
  /** What makes it impossible, or another thing, if it is done anew. */
  readonly later?: (scene: Scene, sent: Sent<N>) => Promise<unknown>;
  /** Default: staff. */
  readonly caller?: Caller;
  /** Without the id it would be done anew, maybe on another day. */
  readonly always?: true;
}

/** The head and the tail of a PNG. */
const photo = Buffer.from('89504e470d0a1a0a0000000049454e44', 'hex').toString('base64');
const csv = (name: string): string => Buffer.from(`Doctor\n${name}`).toString('base64');
const tuesday = serviceDaySchema.parse('2026-01-06');
const patient = { patientName: 'Asha', patientContact: '9876543210' } as const;

const factsOf = (name: string): PatientFacts => ({
  ...{ name, secondName: '', sex: null, birth: '1956', contacts: [], address: '', clinicNumber: '' },
  ...{ identifiers: [], note: '', precedence: null, precedenceUntil: null },
});

function whose({ patientId }: Token): PatientId {
  if (patientId === null) throw new Error('nobody');
  return patientId;
}

/** A file that gives the clinic a name, and nothing else. */
function configuration(clinicName: string): string {
  const nothing = { doctors: [], leaves: [], oneOffs: [], closures: [], roles: [] };
  const head = { format: 'opd-tokens-configuration', version: 1, madeAt: 0 };
  return JSON.stringify({ ...head, settings: { clinic: { clinicName } }, ...nothing });
}

/** A command about one token that stands so. The patient leaves later. */
function about(
  who: (scene: Scene) => Promise<Token>,
): Line<Exclude<ByToken, 'tokens.transfer' | 'tokens.moveToDay'>> {
  return {
    scene: async (scene) => {
      const { id: tokenId } = await who(scene);
      const other = await scene.booked();
      return { input: { tokenId }, other: { tokenId: other.id } };
    },
    later: ({ app }, { input: { tokenId } }) => app.call('tokens.cancel', { tokenId }, staff),
  };
}

type ByToken = {
  [N in Repeatable]: { tokenId: Token['id'] } extends CallInput<N> ? N : never;
}[Repeatable];

/** Every command of the contract that has a request id: one without a line does not compile. */
export const everyCommand: { readonly [N in Repeatable]: Line<N> } = {
  'settings.change': {
    scene: async () => ({
      input: { clinic: { clinicName: 'Lotus' }, confirmed: true },
      other: { clinic: { clinicName: 'Rose' }, confirmed: true },
    }),
    later: ({ does }) => does('settings.change', { clinic: { clinicName: 'Jasmine' } }),
    always: true,
  },
  'rules.schedule': {
    scene: async () => ({
      input: { rules: { maxRecalls: 5 }, holdsFrom: tuesday },
      other: { rules: { maxRecalls: 6 }, holdsFrom: tuesday },
    }),
  },
  'rules.callOff': {
    scene: async ({ does }) => {
      const [one, other] = [
        await does('rules.schedule', { rules: { maxRecalls: 5 }, holdsFrom: tuesday }),
        await does('rules.schedule', { rules: { maxRecalls: 6 }, holdsFrom: tuesday }),
      ];
      return { input: { versionId: one.id }, other: { versionId: other.id } };
    },
  },
  'rules.goBack': {
    scene: async ({ does }) => {
      await does('settings.change', { rules: { maxRecalls: 5 } });
      await does('settings.change', { rules: { maxRecalls: 6 } });
      const [, five, before] = (await does('rules.versions', {})).versions;
      if (five === undefined || before === undefined) throw new Error('No versions.');
      return { input: { versionId: before.id }, other: { versionId: five.id } };
    },
  },
  'doctors.save': {
    // The letter is taken once it is done: by this very doctor.
    scene: async () => ({
      input: { name: 'Dr New', prefix: 'Q' },
      other: { name: 'Dr New', prefix: 'R' },
    }),
  },
  'doctors.setPhoto': {
    scene: async ({ doctorId }) => ({ input: { doctorId, data: photo }, other: { doctorId, data: null } }),
    later: ({ does, doctorId }) => does('doctors.setPhoto', { doctorId, data: null }),
    always: true,
  },
  'doctors.importCsv': {
    scene: async () => ({ input: { data: csv('Dr New') }, other: { data: csv('Dr Other') } }),
    later: ({ does }) => does('doctors.save', { name: 'Dr New' }),
  },
  'closures.addAll': {
    scene: async () => ({
      input: { closures: [{ from: tuesday, name: 'Holi' }] },
      other: { closures: [{ from: tuesday, name: 'Diwali' }] },
    }),
  },
  'leaves.add': {
    scene: async ({ doctorId }) => ({
      input: { doctorId, from: tuesday, reason: 'ill' },
      other: { doctorId, from: tuesday, startMinute: 600, reason: 'ill' },
    }),
  },
  'leaves.remove': {
    scene: async ({ doctorId, does }) => {
      const ill = { doctorId, from: tuesday, reason: 'ill' };
      const { id: leaveId } = await does('leaves.add', ill);
      const { id: otherId } = await does('leaves.add', { ...ill, startMinute: 600 });
      return { input: { leaveId }, other: { leaveId: otherId } };
    },
  },
  'oneOffs.add': {
    scene: async ({ doctorId }) => {
      const evening = { doctorId, serviceDay: tuesday, startMinute: 1080, slotMinutes: 30, capacity: 3 };
      return { input: { ...evening, endMinute: 1140 }, other: { ...evening, endMinute: 1200 } };
    },
  },
  'oneOffs.remove': {
    scene: async ({ doctorId, does }) => {
      const session = { doctorId, serviceDay: tuesday, slotMinutes: 30, capacity: 3 };
      const { id: oneOffId } = await does('oneOffs.add', { ...session, startMinute: 1080, endMinute: 1140 });
      const { id: otherId } = await does('oneOffs.add', { ...session, startMinute: 1140, endMinute: 1200 });
      return { input: { oneOffId }, other: { oneOffId: otherId } };
    },
  },
  'closures.add': {
    scene: async () => ({
      input: { from: tuesday, name: 'Pongal' },
      other: { from: tuesday, endMinute: 660, name: 'Pongal' },
    }),
  },
  'closures.remove': {
    scene: async ({ does }) => {
      const { id: closureId } = await does('closures.add', { from: tuesday, name: 'Pongal' });
      const { id: otherId } = await does('closures.add', { from: tuesday, endMinute: 660, name: 'Strike' });
      return { input: { closureId }, other: { closureId: otherId } };
    },
  },
  'roles.save': {
    // The name is taken once it is done: by this very role.
    scene: async () => ({
      input: { name: 'Cashier', calls: ['tokens.get'] },
      other: { name: 'Cashier', calls: ['tokens.find'] },
    }),
  },
  'roles.remove': {
    scene: async ({ does }) => {
      const [one, other] = [
        await does('roles.save', { name: 'Cashier', calls: [] }),
        await does('roles.save', { name: 'Porter', calls: [] }),
      ];
      return { input: { roleId: one.id }, other: { roleId: other.id } };
    },
  },
  'doctors.setDelay': {
    scene: async ({ doctorId }) => ({ input: { doctorId, minutes: 20 }, other: { doctorId, minutes: 30 } }),
    later: ({ does, doctorId }) => does('doctors.setDelay', { doctorId, minutes: 0 }),
    always: true,
  },
  'doctors.takeBreak': {
    scene: async ({ doctorId }) => ({ input: { doctorId, minutes: 20 }, other: { doctorId, minutes: 30 } }),
    later: ({ does, doctorId }) => does('doctors.endBreak', { doctorId }),
    always: true,
  },
  'doctors.endBreak': {
    scene: async ({ does, doctorId, otherDoctor }) => {
      await does('doctors.takeBreak', { doctorId, minutes: 20 });
      return { input: { doctorId }, other: { doctorId: otherDoctor } };
    },
    later: ({ does, doctorId }) => does('doctors.takeBreak', { doctorId, minutes: 40 }),
  },
  'doctors.leaveEarly': {
    scene: async ({ doctorId, slot }) => ({
      input: { doctorId, lastSlotId: await slot(0) },
      other: { doctorId, lastSlotId: null },
    }),
    later: async ({ does, doctorId, slot }) => does('slots.reopen', { doctorId, slotId: await slot(2) }),
  },
  'books.close': {
    scene: async ({ does, here, doctorId }) => {
      await here();
      const { revision } = await does('books.view', { doctorId });
      return { input: { doctorId, revision }, other: { doctorId } };
    },
    later: ({ does, doctorId }) => does('books.reopen', { doctorId }),
  },
  'books.reopen': {
    scene: async ({ does, here, doctorId, otherDoctor }) => {
      await here();
      await does('books.close', { doctorId });
      return { input: { doctorId }, other: { doctorId: otherDoctor } };
    },
    later: ({ does, doctorId }) => does('books.close', { doctorId }),
  },
  'slots.add': {
    scene: async ({ doctorId }) => ({
      input: { doctorId, startMinute: 14 * 60, endMinute: 15 * 60, capacity: 6 },
      other: { doctorId, startMinute: 14 * 60, endMinute: 15 * 60, capacity: 7 },
    }),
    later: async ({ does, doctorId }) => {
      const slots = await does('slots.list', { doctorId });
      await does('slots.update', { slotId: first(slots.slice(-1)).id, status: 'closed' });
    },
    always: true,
  },
  'slots.update': {
    scene: async ({ slot }) => {
      const slotId = await slot(3);
      return { input: { slotId, capacity: 2 }, other: { slotId, status: 'closed' } };
    },
    later: async ({ does, slot }) => does('slots.update', { slotId: await slot(3), capacity: 6 }),
  },
  'slots.close': {
    scene: async ({ doctorId, slot }) => ({
      input: { doctorId, slotId: await slot(2) },
      other: { doctorId, slotId: await slot(3) },
    }),
    later: async ({ does, doctorId, slot }) => does('slots.reopen', { doctorId, slotId: await slot(2) }),
  },
  'slots.reopen': {
    scene: async ({ does, doctorId, slot }) => {
      await does('slots.close', { doctorId, slotId: await slot(2) });
      return { input: { doctorId, slotId: await slot(2) }, other: { doctorId, slotId: await slot(3) } };
    },
  },
  'slots.change': {
    scene: async ({ doctorId, slot }) => {
      const slotId = await slot(2);
      return { input: { doctorId, slotId, capacity: 3 }, other: { doctorId, slotId, capacity: 4 } };
    },
    later: async ({ does, doctorId, slot }) =>
      does('slots.change', { doctorId, slotId: await slot(2), capacity: 6 }),
  },
  'kiosk.checkIn': {
    caller: kiosk,
    scene: async ({ booked }) => {
      const [one, another] = [await booked(), await booked()];
      return {
        input: { query: one.number, tokenId: one.id },
        other: { query: another.number, tokenId: another.id },
      };
    },
    later: ({ does }, { input: { tokenId } }) => does('tokens.cancel', { tokenId }),
  },
  'payments.take': {
    scene: async ({ charged }) => {
      const tokenId = await charged();
      const wish = { tokenId, amount: 50_000 } as const;
      return { input: { ...wish, way: 'cash' }, other: { ...wish, way: 'upi' } };
    },
  },
  'payments.waive': {
    scene: async ({ charged }) => {
      const tokenId = await charged();
      const wish = { tokenId, amount: 50_000 };
      return { input: { ...wish, reasonText: 'poor' }, other: { ...wish, reasonText: 'staff' } };
    },
  },
  'payments.putRight': {
    scene: async ({ charged, does }) => {
      const wish = { tokenId: await charged(), amount: 50_000, way: 'cash' } as const;
      const { id: paymentId } = (await does('payments.take', wish)).payment;
      return { input: { paymentId, reasonText: 'wrong' }, other: { paymentId, reasonText: 'refund' } };
    },
  },
  'payments.receipt': {
    scene: async ({ charged, does }) => {
      const wish = { amount: 50_000, way: 'cash' } as const;
      const one = await does('payments.take', { ...wish, tokenId: await charged() });
      const other = await does('payments.take', { ...wish, tokenId: await charged() });
      return { input: { paymentId: one.payment.id }, other: { paymentId: other.payment.id } };
    },
    always: true,
  },
  'payments.count': {
    scene: async ({ charged }) => {
      await charged();
      return { input: { kind: 'count', amount: 0 }, other: { kind: 'float', amount: 100 } };
    },
    always: true,
  },
  'slips.reprint': {
    scene: async ({ slip, here }) => {
      const [{ tokenId }, other] = [await slip('sent'), await here()];
      return { input: { tokenId }, other: { tokenId: other.id } };
    },
    always: true,
  },
  'slips.retry': {
    scene: async ({ slip }) => {
      const { id: jobId } = await slip('failed');
      return { input: { jobId }, other: { jobId, station: 'kiosk' } };
    },
  },
  'slips.settle': {
    scene: async ({ slip }) => {
      const { id: jobId } = await slip('unknown');
      return { input: { jobId, cameOut: true }, other: { jobId, cameOut: false } };
    },
  },
  'tokens.issue': {
    scene: async ({ doctorId }) => ({
      input: { doctorId, source: 'walk_in', ...patient },
      other: { doctorId, source: 'follow_up', ...patient },
    }),
  },
  'tokens.checkIn': about(({ booked }) => booked()),
  'tokens.cancel': {
    ...about(({ here }) => here()),
    later: ({ does }, { input: { tokenId } }) => does('tokens.undo', { tokenId }),
  },
  'tokens.noShow': {
    ...about(async ({ booked, clock }) => {
      const token = await booked();
      clock.setTo(at('10:30'));
      return token;
    }),
    later: ({ does }, { input: { tokenId } }) => does('tokens.reinstate', { tokenId }),
  },
  'tokens.reinstate': about(async ({ booked, clock, does }) => {
    const { id: tokenId } = await booked();
    clock.setTo(at('10:30'));
    return does('tokens.noShow', { tokenId });
  }),
  'tokens.start': about(({ called }) => called()),
  'tokens.serve': about(({ inside }) => inside()),
  'tokens.recall': about(async ({ called, clock }) => {
    const token = await called();
    clock.setTo(at('08:40'));
    return token;
  }),
  'tokens.hold': about(({ called }) => called()),
  'tokens.call': about(({ here }) => here()),
  'tokens.move': {
    scene: async ({ here, slot }) => {
      const { id: tokenId } = await here();
      return { input: { tokenId, slotId: await slot(2) }, other: { tokenId, slotId: await slot(3) } };
    },
    later: ({ does }, { input: { tokenId } }) => does('tokens.cancel', { tokenId }),
  },
  'tokens.release': about(async ({ issued, slot, does, doctorId }) => {
    const slotId = await slot(2);
    await does('slots.change', { doctorId, slotId, capacity: 0 });
    return issued({ source: 'online', slotId });
  }),
  'tokens.transfer': {
    scene: async ({ here, otherDoctor, doctorIds }) => {
      const { id: tokenId } = await here();
      const third = doctorIds[2] ?? otherDoctor;
      return { input: { tokenId, doctorId: otherDoctor }, other: { tokenId, doctorId: third } };
    },
    later: ({ does }, { input: { tokenId } }) => does('tokens.undo', { tokenId }),
  },
  'tokens.moveToDay': {
    scene: async ({ here }) => {
      const { id: tokenId } = await here();
      const wednesday = serviceDaySchema.parse('2026-01-07');
      return {
        input: { tokenId, serviceDay: tuesday },
        other: { tokenId, serviceDay: wednesday },
      };
    },
  },
  'tokens.upgrade': {
    scene: async ({ here }) => {
      const { id: tokenId } = await here();
      return { input: { tokenId, note: 'worse' }, other: { tokenId, note: 'much worse' } };
    },
    later: ({ does }, { input: { tokenId } }) => does('tokens.takeBackUpgrade', { tokenId, note: 'no' }),
  },
  'tokens.takeBackUpgrade': {
    scene: async ({ here, does }) => {
      const { id: tokenId } = await here();
      await does('tokens.upgrade', { tokenId, note: 'worse' });
      return { input: { tokenId, note: 'better' }, other: { tokenId, note: 'a mistake' } };
    },
    later: ({ does }, { input: { tokenId } }) => does('tokens.cancel', { tokenId }),
  },
  'tokens.setPrecedence': {
    scene: async ({ here }) => {
      const { id: tokenId } = await here();
      return { input: { tokenId, precedence: 'senior' }, other: { tokenId, precedence: null } };
    },
    later: ({ does }, { input: { tokenId } }) => does('tokens.cancel', { tokenId }),
  },
  'tokens.correct': {
    scene: async ({ here }) => {
      const { id: tokenId } = await here();
      return { input: { tokenId, note: 'fever' }, other: { tokenId, note: 'cough' } };
    },
    later: ({ does }, { input: { tokenId } }) => does('tokens.correct', { tokenId, note: 'neither' }),
    always: true,
  },
  'tokens.undo': about(async ({ here, does }) => {
    const { id: tokenId } = await here();
    return does('tokens.setPrecedence', { tokenId, precedence: 'senior' });
  }),
  'tokens.paper': {
    scene: async ({ doctorId }) => {
      const blank = { sequence: 7, at: at('08:00'), source: 'walk_in', ...patient } as const;
      return {
        input: { doctorId, rows: [{ ...blank, became: 'waits' }] },
        other: { doctorId, rows: [{ ...blank, became: 'served' }] },
      };
    },
  },
  'configuration.import': {
    scene: async () => ({
      input: { file: configuration('Lotus') },
      other: { file: configuration('Rose') },
    }),
    later: ({ does }) => does('settings.change', { clinic: { clinicName: 'Jasmine' } }),
    always: true,
  },
  'privacy.erase': {
    scene: async ({ here, does }) => {
      const gone = [await here(), await here()];
      for (const { id: tokenId } of gone) await does('tokens.cancel', { tokenId });
      const [one, other] = gone.map(({ id }) => ({ tokenIds: [id] }));
      return { input: one ?? { tokenIds: [] }, other: other ?? { tokenIds: [] } };
    },
    // Who is erased already is erased again.
    always: true,
  },
  'queue.callNext': {
    scene: async ({ doctorId, otherDoctor, here }) => {
      const { id: expected } = await here();
      await here();
      return { input: { doctorId, expected }, other: { doctorId: otherDoctor } };
    },
    later: async ({ does }, { input: { expected: tokenId = '' } }) => {
      await does('tokens.start', { tokenId });
      await does('tokens.serve', { tokenId });
    },
  },
  'patients.save': {
    scene: async ({ here }) => {
      const { id: tokenId, patientName: name } = await here();
      const facts = factsOf(name);
      return { input: { tokenId, facts }, other: { tokenId, facts: { ...facts, birth: '1957' } } };
    },
    later: ({ does }, { input: { tokenId, facts } }) =>
      does('patients.save', { tokenId, facts: { ...facts, address: 'Rampur' } }),
    always: true,
  },
  'patients.merge': {
    scene: async ({ here }) => {
      const [one, two, three] = [await here(), await here(), await here()];
      const tokenId = one.id;
      return { input: { tokenId, otherId: whose(two) }, other: { tokenId, otherId: whose(three) } };
    },
  },
  'patients.separate': {
    scene: async ({ here, does }) => {
      const [one, two, three] = [await here(), await here(), await here()];
      const tokenId = one.id;
      for (const other of [two, three]) await does('patients.merge', { tokenId, otherId: whose(other) });
      return { input: { tokenId, otherId: whose(two) }, other: { tokenId, otherId: whose(three) } };
    },
  },
};
