import { describe, expect, it } from 'vitest';
import type { Caller } from '../../../src/main/app/access/caller';
import { heardBy, heardInWindow, hearers } from '../../../src/main/app/access/events';
import { createDevices } from '../../../src/main/app/devices/devices';
import {
  type AppEvent,
  type CallInput,
  type CallName,
  type CheckedInput,
  contract,
  type Role,
} from '../../../src/shared/contract';
import { roles } from '../../../src/shared/model/actor';
import {
  type DeviceId,
  type DoctorId,
  deviceIdSchema,
  type NoticeId,
  type PrintJobId,
  type SlotId,
  type TokenId,
} from '../../../src/shared/model/ids';
import { serviceDaySchema } from '../../../src/shared/model/time';
import { first, openClinic, staff, unwrap } from '../../helpers/clinic';

/** Somebody else's: what no bound device may name, or find in an answer. */
interface Foreign {
  readonly own: DoctorId;
  readonly doctorId: DoctorId;
  readonly tokenId: TokenId;
  readonly slotId: SlotId;
  readonly noticeId: NoticeId;
  readonly jobId: PrintJobId;
  readonly deviceId: DeviceId;
}

/** The whole contract: who may call, and the call that would reach furthest into what is somebody else's. */
const calls: { readonly [N in CallName]: readonly [string, (foreign: Foreign) => CallInput<N>] } = {
  'app.status': ['staff kiosk doctor board', () => ({})],
  'windows.open': ['staff doctor', ({ doctorId }) => ({ screen: 'doctor', doctorId })],
  'station.status': ['staff kiosk doctor', () => ({})],
  'backups.make': ['staff', () => ({})],
  'settings.read': ['staff', () => ({})],
  'settings.change': ['staff', () => ({})],
  'doctors.summaries': ['staff kiosk doctor', () => ({})],
  'books.view': ['staff doctor', ({ doctorId }) => ({ doctorId })],
  'tokens.issue': [
    'staff kiosk booking',
    ({ doctorId }) => ({ doctorId, source: 'walk_in', patientName: 'X', patientContact: '9800000000' }),
  ],
  'tokens.checkIn': ['staff doctor', ({ tokenId }) => ({ tokenId })],
  'tokens.cancel': ['staff doctor booking', ({ tokenId }) => ({ tokenId })],
  'tokens.noShow': ['staff doctor', ({ tokenId }) => ({ tokenId })],
  'tokens.reinstate': ['staff doctor', ({ tokenId }) => ({ tokenId })],
  'tokens.start': ['staff doctor', ({ tokenId }) => ({ tokenId })],
  'tokens.serve': ['staff doctor', ({ tokenId }) => ({ tokenId })],
  'tokens.recall': ['staff doctor', ({ tokenId }) => ({ tokenId })],
  'tokens.hold': ['staff doctor', ({ tokenId }) => ({ tokenId })],
  'tokens.call': ['staff doctor', ({ tokenId }) => ({ tokenId })],
  'tokens.move': ['staff', ({ tokenId, slotId }) => ({ tokenId, slotId })],
  'tokens.release': ['staff', ({ tokenId }) => ({ tokenId })],
  'tokens.transfer': ['staff doctor', ({ tokenId, own }) => ({ tokenId, doctorId: own })],
  'tokens.upgrade': ['staff doctor', ({ tokenId }) => ({ tokenId, note: 'worse' })],
  'tokens.moveToDay': [
    'staff',
    ({ tokenId }) => ({ tokenId, serviceDay: serviceDaySchema.parse('2026-01-06') }),
  ],
  'tokens.takeBackUpgrade': ['staff doctor', ({ tokenId }) => ({ tokenId, note: 'x' })],
  'tokens.setPrecedence': ['staff doctor', ({ tokenId }) => ({ tokenId, precedence: 'senior' })],
  'tokens.correct': ['staff', ({ tokenId }) => ({ tokenId, note: 'x' })],
  'tokens.undo': ['staff doctor', ({ tokenId }) => ({ tokenId })],
  'queue.callNext': ['staff doctor', ({ doctorId }) => ({ doctorId })],
  'tokens.paper': [
    'staff',
    ({ doctorId }) => ({
      doctorId,
      at: 0,
      source: 'walk_in',
      patientName: 'X',
      patientContact: '',
      served: true,
    }),
  ],
  'tokens.get': ['staff doctor booking', ({ tokenId }) => ({ tokenId })],
  'tokens.search': ['staff doctor', () => ({})],
  'slots.close': ['staff', ({ doctorId, slotId }) => ({ doctorId, slotId })],
  'slots.reopen': ['staff', ({ doctorId, slotId }) => ({ doctorId, slotId })],
  'slots.change': ['staff', ({ doctorId, slotId }) => ({ doctorId, slotId, capacity: 1 })],
  'doctors.setDelay': ['staff doctor', ({ doctorId }) => ({ doctorId, minutes: 5 })],
  'doctors.takeBreak': ['staff doctor', ({ doctorId }) => ({ doctorId, minutes: 5 })],
  'doctors.endBreak': ['staff doctor', ({ doctorId }) => ({ doctorId })],
  'doctors.leaveEarly': ['staff doctor', ({ doctorId }) => ({ doctorId, lastSlotId: null })],
  'books.closePreview': ['staff doctor', () => ({})],
  'books.reopen': ['staff doctor', ({ doctorId }) => ({ doctorId })],
  'books.close': ['staff doctor', ({ doctorId }) => ({ doctorId })],
  'books.summary': ['staff doctor', () => ({})],
  'doctors.list': ['staff doctor kiosk booking', () => ({})],
  'doctors.save': ['staff', ({ doctorId }) => ({ doctorId, room: '9' })],
  'slots.list': ['staff doctor kiosk booking', ({ doctorId }) => ({ doctorId })],
  'slots.add': ['staff', ({ doctorId }) => ({ doctorId, startMinute: 900, endMinute: 960, capacity: 1 })],
  'slots.update': ['staff', ({ slotId }) => ({ slotId, capacity: 1 })],
  'tokens.find': ['staff', () => ({ query: 'Foreign' })],
  'tokens.whose': ['staff doctor', ({ tokenId }) => ({ tokenId })],
  'tokens.history': ['staff doctor', ({ tokenId }) => ({ tokenId })],
  'patients.known': ['staff', () => ({ contact: '9700' })],
  'commands.preview': ['staff doctor', ({ tokenId }) => ({ command: 'tokens.cancel', tokenId })],
  'changes.recent': ['staff', () => ({})],
  'notices.list': ['staff doctor', () => ({})],
  'notices.tick': ['staff doctor', ({ noticeId }) => ({ noticeId, told: true })],
  'kiosk.findBookings': ['kiosk', () => ({ query: '9700000001' })],
  'kiosk.checkIn': ['kiosk', ({ tokenId }) => ({ query: '9700000001', tokenId })],
  'kiosk.leave': ['kiosk board', () => ({ pin: '0000' })],
  'kiosk.pin': ['staff', () => ({})],
  'kiosk.changePin': ['staff', () => ({ pin: '7391' })],
  'slips.ticket': ['staff slip', ({ tokenId }) => ({ tokenId })],
  'slips.sample': ['staff slip', () => ({})],
  'slips.reprint': ['staff', ({ tokenId }) => ({ tokenId })],
  'slips.job': ['staff kiosk doctor', ({ tokenId }) => ({ tokenId })],
  'slips.jobs': ['staff', () => ({ states: ['queued'] })],
  'slips.retry': ['staff', ({ jobId }) => ({ jobId })],
  'slips.settle': ['staff', ({ jobId }) => ({ jobId, cameOut: true })],
  'printers.list': ['staff', () => ({})],
  'printers.test': ['staff', () => ({ station: 'desk' })],
  'documents.dayList': ['staff slip', ({ doctorId }) => ({ doctorId })],
  'patients.history': ['staff slip', ({ tokenId }) => ({ tokenId })],
  'documents.make': [
    'staff',
    ({ doctorId }) => ({ document: { kind: 'dayList', doctorId, maskPhones: true }, language: 'en' }),
  ],
  'board.view': ['staff board', () => ({})],
  'voice.recordings': ['staff', () => ({})],
  'folders.list': ['staff', () => ({})],
  'folders.open': ['staff', () => ({ folder: 'backups' })],
  'devices.list': ['staff', () => ({})],
  'devices.network': ['staff', () => ({})],
  'devices.startPairing': ['staff', () => ({ name: 'x', role: 'board' })],
  'devices.stopPairing': ['staff', () => ({})],
  'devices.rename': ['staff', ({ deviceId }) => ({ deviceId, name: 'x' })],
  'devices.revoke': ['staff', ({ deviceId }) => ({ deviceId })],
  'practice.enter': ['staff', () => ({})],
  'practice.leave': ['staff doctor', () => ({})],
  'practice.settle': ['staff', () => ({ keep: true })],
  'training.setClock': ['staff', () => ({ now: '2026-01-05T09:30' })],
};
const names = Object.keys(contract) as CallName[];

const everyEvent = ({ doctorId, tokenId }: Pick<Foreign, 'doctorId' | 'tokenId'>) =>
  ({
    bookChanged: {
      type: 'bookChanged',
      doctorId,
      serviceDay: '2026-01-05' as never,
      revision: 3,
      facts: [
        { type: 'tokenIssued', tokenId, number: 'B-001' },
        { type: 'slotDelayed', tokenId: null, number: null },
      ],
    },
    printJobChanged: { type: 'printJobChanged', job: { tokenId, station: 'desk' } as never },
    noticesChanged: { type: 'noticesChanged' },
    devicesChanged: { type: 'devicesChanged' },
    stationChanged: { type: 'stationChanged' },
    heartbeat: { type: 'heartbeat', now: 0 },
    dayChanged: { type: 'dayChanged', serviceDay: '2026-01-05' as never, now: 0 },
    everythingChanged: { type: 'everythingChanged' },
  }) satisfies { readonly [T in AppEvent['type']]: Extract<AppEvent, { type: T }> };

/** Who hears what, event by event. */
const heard: { readonly [T in AppEvent['type']]: string } = {
  bookChanged: 'staff kiosk doctor board booking',
  printJobChanged: 'staff kiosk doctor',
  noticesChanged: 'staff doctor',
  devicesChanged: 'staff',
  stationChanged: 'staff kiosk doctor',
  heartbeat: 'staff kiosk doctor board booking slip',
  dayChanged: 'staff kiosk doctor board booking slip',
  everythingChanged: 'staff kiosk doctor board booking slip',
};

/** Two doctors with patients, calls to make and slips; a tablet of the first one, and a booking site. */
async function openAccess() {
  const clinic = await openClinic();
  const [own, doctorId] = [first(clinic.doctorIds), clinic.doctorIds[1] as DoctorId];
  const devices = createDevices(clinic.environment);
  const paired = async (role: Role, wish: CheckedInput<'devices.startPairing'>): Promise<Caller> => {
    const { code } = unwrap(await devices.startPairing(wish));
    const { device } = unwrap(await devices.pair(code));
    return { role, screen: 'doctor', doctorId: device.doctorId, device: { ...device, manages: false } };
  };
  const tablet = await paired('doctor', { name: 'Room 1', role: 'doctor', doctorId: own });
  const site = await paired('booking', { name: 'Site', role: 'booking' });
  const other = await paired('booking', { name: 'Other site', role: 'booking' });
  const book = async (of: DoctorId, patientName: string, patientContact: string) =>
    clinic.issued({ doctorId: of, patientName, patientContact, source: 'online' });
  const mine = await book(own, 'Own Patient', '9600000001');
  const theirs = await book(doctorId, 'Foreign Patient', '9700000001');
  for (const of of [own, doctorId]) {
    unwrap(await clinic.app.call('doctors.setDelay', { doctorId: of, minutes: 30 }, staff));
  }
  const notices = unwrap(await clinic.app.call('notices.list', {}, staff));
  const notice = notices.find(({ tokenId }) => tokenId === theirs.id);
  const job = unwrap(await clinic.app.call('slips.job', { tokenId: theirs.id }, staff));
  const slots = unwrap(await clinic.app.call('slots.list', { doctorId }, staff));
  const foreign: Foreign = {
    own,
    doctorId,
    tokenId: theirs.id,
    slotId: slots[0]?.id as SlotId,
    noticeId: notice?.id as NoticeId,
    jobId: job.id,
    deviceId: deviceIdSchema.parse(other.device?.id),
  };
  return { ...clinic, foreign, own, mine, theirs, notices, paired, tablet, site, other };
}

describe('who may call', () => {
  it.each(roles)('%s', async (role) => {
    const { app } = await openClinic();
    for (const name of names) {
      // Nothing takes this, so that nothing is done: who may not call hears of that first.
      const answer = await app.receive(
        name,
        { nothing: 'takes this' },
        { role, screen: 'home', doctorId: null },
      );
      const may = calls[name][0].split(' ').includes(role);
      const code = may ? 'INVALID_INPUT' : 'FORBIDDEN';
      expect([name, answer]).toMatchObject([name, { ok: false, error: { code } }]);
    }
  });
});

describe('one doctor’s tablet', () => {
  it('in every call: nothing of another doctor’s patient, and nothing done to one', async () => {
    const { app, tablet, foreign, theirs, store } = await openAccess();
    const before = await store.book(theirs, theirs.serviceDay);
    for (const name of names) {
      const answer = await app.receive(name, calls[name][1](foreign), tablet);
      expect(JSON.stringify(answer)).not.toMatch(/Foreign|97000/);
      if (!answer.ok) expect(answer.error.code).toBe('FORBIDDEN');
      else expect(JSON.stringify(answer)).not.toContain(theirs.id);
      expect(await store.book(theirs, theirs.serviceDay)).toEqual(before);
    }
  });

  it('sees its own all the same, without naming whose', async () => {
    const { app, tablet, mine, own } = await openAccess();
    const found = unwrap(await app.call('tokens.search', {}, tablet));
    expect(found.map(({ id }) => id)).toEqual([mine.id]);
    const closing = unwrap(await app.call('books.closePreview', {}, tablet));
    expect(closing.map(({ doctor }) => doctor.id)).toEqual([own]);
    const summary = unwrap(await app.call('books.summary', {}, tablet));
    expect([summary.doctors.length, summary.total.issued]).toEqual([1, 1]);
    const notices = unwrap(await app.call('notices.list', {}, tablet));
    expect(notices.map(({ tokenId }) => tokenId)).toEqual([mine.id]);
    const noticeId = first(notices).id;
    expect((await app.call('notices.tick', { noticeId, told: true }, tablet)).ok).toBe(true);
  });

  it('may look at a transfer, without the names of whom it would move at the other doctor’s', async () => {
    const { app, tablet, foreign, mine, issued } = await openAccess();
    const doctorId = foreign.doctorId;
    for (let seat = 0; seat < 60; seat += 1) {
      await issued({ doctorId, patientName: `Foreign ${seat}`, patientContact: `97000${10000 + seat}` });
    }
    unwrap(await app.call('tokens.upgrade', { tokenId: mine.id, note: 'chest pain' }, staff));
    const wish = { command: 'tokens.transfer', tokenId: mine.id, doctorId } as const;
    const seen = unwrap(await app.call('commands.preview', wish, tablet));
    expect(JSON.stringify(seen)).not.toMatch(/Foreign/);
    expect(seen.token?.doctorId).toBe(doctorId);
  });
});

describe('a booking site', () => {
  it('in every call: nothing of what others made', async () => {
    const { app, site, foreign, theirs, store } = await openAccess();
    const before = await store.book(theirs, theirs.serviceDay);
    for (const name of names) {
      const answer = await app.receive(name, calls[name][1](foreign), site);
      expect(JSON.stringify(answer)).not.toMatch(/Foreign|97000/);
      if (!answer.ok) expect(['FORBIDDEN', 'NOT_FOUND']).toContain(answer.error.code);
      else expect(JSON.stringify(answer)).not.toContain(theirs.id);
      expect(await store.book(theirs, theirs.serviceDay)).toEqual(before);
    }
  });

  it('sees and cancels its own, also after reception sent it to another doctor; another site does not', async () => {
    const { app, site, other, own, foreign } = await openAccess();
    const wish = { source: 'online', patientName: 'Asha', patientContact: '9500000001' } as const;
    const booked = unwrap(await app.call('tokens.issue', { ...wish, doctorId: own }, site)).token;
    expect(booked.channel).toBe('http');
    expect((await app.call('tokens.get', { tokenId: booked.id }, site)).ok).toBe(true);
    const sent = unwrap(
      await app.call('tokens.transfer', { tokenId: booked.id, doctorId: foreign.doctorId }, staff),
    );
    const notFound = { ok: false, error: { code: 'NOT_FOUND' } };
    for (const tokenId of [booked.id, sent.id]) {
      expect((await app.call('tokens.get', { tokenId }, site)).ok).toBe(true);
      expect(await app.call('tokens.get', { tokenId }, other)).toMatchObject(notFound);
      expect(await app.call('tokens.cancel', { tokenId }, other)).toMatchObject(notFound);
    }
    expect((await app.call('tokens.cancel', { tokenId: sent.id }, site)).ok).toBe(true);
  });

  it('is never answered with another site’s booking, though it sends the same request', async () => {
    const { app, site, other, own } = await openAccess();
    const wish = {
      doctorId: own,
      source: 'online',
      patientName: 'Asha',
      patientContact: '9500000001',
      requestId: 'booking-1',
    } as const;
    const booked = unwrap(await app.call('tokens.issue', wish, site)).token;
    expect(unwrap(await app.call('tokens.issue', wish, site)).token.id).toBe(booked.id);
    expect(await app.call('tokens.issue', wish, other)).toMatchObject({ error: { code: 'CONFLICT' } });
  });
});

describe('who hears which event', () => {
  it.each(roles)('%s', async (role) => {
    const { foreign, store } = await openAccess();
    for (const event of Object.values(everyEvent(foreign))) {
      const may = heard[event.type].split(' ').includes(role);
      expect([event.type, hearers[event.type].includes(role)]).toEqual([event.type, may]);
      const caller: Caller = { role, screen: 'home', doctorId: null };
      const told = [heardInWindow(role, event), await heardBy(store, caller, event)];
      if (!may) expect([event.type, told]).toEqual([event.type, [null, null]]);
      if (may && event.type !== 'printJobChanged')
        expect([event.type, told]).toMatchObject([event.type, [{ type: event.type }, { type: event.type }]]);
    }
  });

  it('no token is named to a kiosk or a board, nor another station’s slip', () => {
    const { bookChanged, printJobChanged } = everyEvent({
      doctorId: 'd' as DoctorId,
      tokenId: 't' as TokenId,
    });
    for (const role of ['kiosk', 'board'] as const)
      expect(heardInWindow(role, bookChanged)).toMatchObject({ revision: 3, facts: [] });
    expect(heardInWindow('kiosk', printJobChanged)).toBeNull();
  });

  it('one doctor’s tablet hears of that doctor’s patients alone', async () => {
    const { store, tablet, foreign, mine, own } = await openAccess();
    for (const event of Object.values(everyEvent(foreign))) {
      const told = await heardBy(store, tablet, event);
      expect(JSON.stringify(told)).not.toContain(foreign.tokenId);
      expect(JSON.stringify(told)).not.toContain(foreign.doctorId);
    }
    const { bookChanged, printJobChanged } = everyEvent({ doctorId: own, tokenId: mine.id });
    expect(await heardBy(store, tablet, bookChanged)).toEqual(bookChanged);
    expect(await heardBy(store, tablet, printJobChanged)).toEqual(printJobChanged);
  });

  it('a booking site hears which of its own tokens changed, and that a day did', async () => {
    const { store, site, foreign, own, app } = await openAccess();
    const wish = {
      doctorId: own,
      source: 'online',
      patientName: 'Asha',
      patientContact: '9500000001',
    } as const;
    const booked = unwrap(await app.call('tokens.issue', wish, site)).token;
    const { bookChanged } = everyEvent(foreign);
    const facts = [...bookChanged.facts, { type: 'tokenIssued' as const, tokenId: booked.id, number: 'A-9' }];
    const told = await heardBy(store, site, { ...bookChanged, facts });
    expect(told).toMatchObject({
      doctorId: foreign.doctorId,
      revision: 3,
      facts: [{ tokenId: null }, { tokenId: booked.id }],
    });
  });
});
