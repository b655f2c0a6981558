import type { Caller } from '../../../src/main/app/access/caller';
import { createApp } from '../../../src/main/app/app';
import { createDevices } from '../../../src/main/app/devices/devices';
import { changeDoorPin } from '../../../src/main/app/people/door';
import type { AppEvent, CallInput, CallName, CheckedInput, Role } from '../../../src/shared/contract';
import {
  type CallListLineId,
  closureIdSchema,
  type DeviceId,
  type DoctorId,
  deviceIdSchema,
  leaveIdSchema,
  oneOffIdSchema,
  type PatientId,
  type PrintJobId,
  paymentIdSchema,
  type SettingsVersionId,
  type SlotId,
  settingsVersionIdSchema,
  type TokenId,
} from '../../../src/shared/model/ids';
import type { PatientFacts } from '../../../src/shared/model/registered-patient';
import { serviceDaySchema } from '../../../src/shared/model/time';
import { first, noWindows, openClinic, staff, unwrap } from '../../helpers/clinic';

const tuesday = serviceDaySchema.parse('2026-01-06');
const NOBODY = '00000000-0000-4000-8000-000000000000';

/** What calls name. */
export interface Things {
  /** The doctor of the tablet. */
  readonly own: DoctorId;
  readonly doctorId: DoctorId;
  readonly tokenId: TokenId;
  readonly slotId: SlotId;
  readonly lineId: CallListLineId;
  readonly jobId: PrintJobId;
  readonly deviceId: DeviceId;
}

const someFacts: PatientFacts = {
  ...{ name: 'Asha', secondName: '', sex: null, birth: '1956', contacts: [], address: '', clinicNumber: '' },
  ...{ identifiers: [], note: '', precedence: null, precedenceUntil: null },
};

/** An id of nothing that was ever changed. */
const noVersion = (id: string): SettingsVersionId => settingsVersionIdSchema.parse(id);

/**
 * The whole contract, a call a line: the roles that may make it, each in its column; what it is about; the place it must
 * come from, if not from anywhere. And the call that would reach furthest into what is somebody else's.
 */
export const calls: { readonly [N in CallName]: readonly [string, (things: Things) => CallInput<N>] } = {
  'app.status': ['staff kiosk doctor board - - open', () => ({})],
  'windows.open': ['staff - doctor - - - doctor', ({ doctorId }) => ({ screen: 'doctor', doctorId })],
  'printers.status': ['staff kiosk doctor - - - open', () => ({})],
  'audit.list': ['staff - - - - - closed', () => ({})],
  'audit.export': ['staff - - - - - closed', () => ({})],
  'audit.verify': ['staff - - - - - closed', () => ({ from: null })],
  'audit.reasons': ['staff - - - - - closed', () => ({})],
  'clock.answer': ['staff - - - - - closed', () => ({ right: 'computer' })],
  'updates.status': ['staff - - - - - closed', () => ({})],
  'updates.choose': ['staff - - - - - closed', () => ({ source: 'folder', folder: '/nowhere' })],
  'updates.look': ['staff - - - - - closed', () => ({})],
  'updates.fetch': ['staff - - - - - closed', () => ({})],
  'updates.stop': ['staff - - - - - closed', () => ({})],
  'updates.install': ['staff - - - - - closed', () => ({ which: 'ready' })],
  'backups.status': ['staff - - - - - closed', () => ({})],
  'backups.list': ['staff - - - - - closed managing', () => ({})],
  'backups.make': ['staff - - - - - closed', () => ({})],
  'backups.prove': ['staff - - - - - closed managing', () => ({ folder: '/nowhere', file: 'opd-tokens.db' })],
  'backups.trial': ['staff - - - - - closed', () => ({})],
  'backups.setPassphrase': [
    'staff - - - - - closed managing',
    () => ({ passphrase: 'four short words', again: 'other' }),
  ],
  'backups.removePassphrase': ['staff - - - - - closed managing', () => ({})],
  'backups.goBack': ['staff - - - - - closed here', () => ({})],
  'backups.chooseFolder': ['staff - - - - - closed managing', () => ({})],
  'configuration.export': ['staff - - - - - closed managing', () => ({})],
  'configuration.preview': ['staff - - - - - closed managing', () => ({ file: '' })],
  'configuration.import': ['staff - - - - - closed managing', () => ({ file: '' })],
  'privacy.find': ['staff - - - - - closed managing', () => ({ query: 'Foreign' })],
  'privacy.visits': ['staff - - - - - closed managing', ({ tokenId }) => ({ tokenId })],
  'privacy.export': ['staff - - - - - closed managing', ({ tokenId }) => ({ tokenIds: [tokenId] })],
  'privacy.erase': ['staff - - - - - closed managing', ({ tokenId }) => ({ tokenIds: [tokenId] })],
  'settings.read': ['staff - - - - - closed', () => ({})],
  'settings.change': ['staff - - - - - closed', () => ({})],
  'reasons.list': ['staff - doctor - - - open', () => ({})],
  'rules.versions': ['staff - - - - - closed', () => ({})],
  'rules.needs': ['staff - - - - - closed', () => ({})],
  'rules.impact': ['staff - - - - - closed', () => ({ rules: { maxRecalls: 5 } })],
  'rules.schedule': [
    'staff - - - - - closed',
    () => ({ rules: { maxRecalls: 5 }, holdsFrom: serviceDaySchema.parse('2026-01-07') }),
  ],
  'rules.callOff': ['staff - - - - - closed', ({ tokenId }) => ({ versionId: noVersion(tokenId) })],
  'reports.read': ['staff - - - - - closed', () => ({ report: 'patients', from: tuesday, to: tuesday })],
  'reports.sheet': ['staff - - - - slip closed', () => ({ report: 'patients', from: tuesday, to: tuesday })],
  'reports.stop': ['staff - - - - - closed', () => ({ readingId: 'one' })],
  'reports.tokens': [
    'staff - - - - - closed',
    () => ({ report: 'patients', from: tuesday, to: tuesday, cell: { cohort: 'patients' } }),
  ],
  'reports.export': [
    'staff - - - - - closed',
    () => ({ report: 'patients', from: tuesday, to: tuesday, what: 'visits' }),
  ],
  'reports.views': ['staff - - - - - closed', () => ({})],
  'reports.saveView': [
    'staff - - - - - closed',
    () => ({ name: 'Mondays', look: { report: 'patients' }, range: 'thisMonth' }),
  ],
  'reports.removeView': ['staff - - - - - closed', () => ({ name: 'Mondays' })],
  'reports.summaries': ['staff - - - - - closed', () => ({})],
  'reports.changeSummaries': ['staff - - - - - closed managing', () => ({})],
  'advisor.suggest': [
    'staff - - - - - closed',
    ({ doctorId }) => ({ doctorId, sessionMinutes: 240, slotMinutes: 60, seats: [6, 6, 6, 6] }),
  ],
  'trial.start': ['staff - - - - - closed', () => ({ rules: { maxRecalls: 5 } })],
  'trial.state': ['staff - - - - - closed', () => ({})],
  'trial.stop': ['staff - - - - - closed', () => ({})],
  'rules.goBack': ['staff - - - - - closed', ({ tokenId }) => ({ versionId: noVersion(tokenId) })],
  'doctors.summaries': ['staff kiosk doctor - - - open', () => ({})],
  'books.view': ['staff - doctor - - - doctor', ({ doctorId }) => ({ doctorId })],
  'tokens.issue': [
    'staff kiosk - - booking - doctor',
    ({ doctorId }) => ({ doctorId, source: 'walk_in', patientName: 'X', patientContact: '9800000000' }),
  ],
  'tokens.checkIn': ['staff - doctor - - - token', ({ tokenId }) => ({ tokenId })],
  'tokens.cancel': ['staff - doctor - booking - token', ({ tokenId }) => ({ tokenId })],
  'tokens.noShow': ['staff - doctor - - - token', ({ tokenId }) => ({ tokenId })],
  'tokens.reinstate': ['staff - doctor - - - token', ({ tokenId }) => ({ tokenId })],
  'tokens.start': ['staff - doctor - - - token', ({ tokenId }) => ({ tokenId })],
  'tokens.serve': ['staff - doctor - - - token', ({ tokenId }) => ({ tokenId })],
  'tokens.recall': ['staff - doctor - - - token', ({ tokenId }) => ({ tokenId })],
  'tokens.hold': ['staff - doctor - - - token', ({ tokenId }) => ({ tokenId })],
  'tokens.call': ['staff - doctor - - - token', ({ tokenId }) => ({ tokenId })],
  'tokens.move': ['staff - - - - - token', ({ tokenId, slotId }) => ({ tokenId, slotId })],
  'tokens.release': ['staff - - - - - token', ({ tokenId }) => ({ tokenId })],
  'tokens.transfer': ['staff - doctor - - - token', ({ tokenId, own }) => ({ tokenId, doctorId: own })],
  'tokens.upgrade': ['staff - doctor - - - token', ({ tokenId }) => ({ tokenId, note: 'worse' })],
  'tokens.moveToDay': [
    'staff - - - - - token',
    ({ tokenId }) => ({ tokenId, serviceDay: serviceDaySchema.parse('2026-01-06') }),
  ],
  'tokens.takeBackUpgrade': ['staff - doctor - - - token', ({ tokenId }) => ({ tokenId, note: 'x' })],
  'tokens.setPrecedence': [
    'staff - doctor - - - token',
    ({ tokenId }) => ({ tokenId, precedence: 'senior' }),
  ],
  'tokens.correct': ['staff - - - - - token', ({ tokenId }) => ({ tokenId, note: 'x' })],
  'tokens.undo': ['staff - doctor - - - token', ({ tokenId }) => ({ tokenId })],
  'queue.callNext': ['staff - doctor - - - doctor', ({ doctorId }) => ({ doctorId })],
  'tokens.paper': [
    'staff - - - - - doctor',
    ({ doctorId }) => ({
      doctorId,
      rows: [{ at: 0, source: 'walk_in', patientName: 'X', patientContact: '', became: 'served' }],
    }),
  ],
  'tokens.checkPaper': [
    'staff - - - - - doctor',
    ({ doctorId }) => ({
      doctorId,
      rows: [{ at: 0, source: 'walk_in', patientName: 'X', patientContact: '', became: 'served' }],
    }),
  ],
  'tokens.get': ['staff - doctor - booking - token', ({ tokenId }) => ({ tokenId })],
  'tokens.search': ['staff - doctor - - - doctor', () => ({})],
  'slots.close': ['staff - - - - - doctor', ({ doctorId, slotId }) => ({ doctorId, slotId })],
  'slots.reopen': ['staff - - - - - doctor', ({ doctorId, slotId }) => ({ doctorId, slotId })],
  'slots.change': ['staff - - - - - doctor', ({ doctorId, slotId }) => ({ doctorId, slotId, capacity: 1 })],
  'doctors.setDelay': ['staff - doctor - - - doctor', ({ doctorId }) => ({ doctorId, minutes: 5 })],
  'doctors.takeBreak': ['staff - doctor - - - doctor', ({ doctorId }) => ({ doctorId, minutes: 5 })],
  'doctors.endBreak': ['staff - doctor - - - doctor', ({ doctorId }) => ({ doctorId })],
  'doctors.leaveEarly': ['staff - doctor - - - doctor', ({ doctorId }) => ({ doctorId, lastSlotId: null })],
  'books.closePreview': ['staff - doctor - - - doctor', () => ({})],
  'books.reopen': ['staff - doctor - - - doctor', ({ doctorId }) => ({ doctorId })],
  'books.close': ['staff - doctor - - - doctor', ({ doctorId }) => ({ doctorId })],
  'books.summary': ['staff - doctor - - - doctor', () => ({})],
  'doctors.list': ['staff kiosk doctor - booking - open', () => ({})],
  'doctors.save': ['staff - - - - - closed', ({ doctorId }) => ({ doctorId, room: '9' })],
  'doctors.photo': ['staff kiosk doctor board booking - open', ({ doctorId }) => ({ doctorId })],
  'doctors.setPhoto': ['staff - - - - - closed', ({ doctorId }) => ({ doctorId, data: null })],
  'doctors.exportCsv': ['staff - - - - - closed', () => ({})],
  'doctors.saveCsv': ['staff - - - - - closed', () => ({})],
  'doctors.previewCsv': ['staff - - - - - closed', () => ({ data: '' })],
  'doctors.importCsv': ['staff - - - - - closed', () => ({ data: '' })],
  'closures.addAll': ['staff - - - - - closed', () => ({ closures: [{ from: tuesday, name: 'x' }] })],
  'closures.readFile': ['staff - - - - - closed', () => ({ data: '' })],
  'doctors.week': ['staff - doctor - - - doctor', ({ doctorId }) => ({ doctorId })],
  'leaves.list': ['staff - doctor - - - doctor', ({ doctorId }) => ({ doctorId })],
  'leaves.add': ['staff - - - - - closed', ({ doctorId }) => ({ doctorId, from: tuesday, reason: 'x' })],
  'leaves.remove': ['staff - - - - - closed', () => ({ leaveId: leaveIdSchema.parse(NOBODY) })],
  'oneOffs.list': ['staff - doctor - - - doctor', ({ doctorId }) => ({ doctorId })],
  'oneOffs.add': [
    'staff - - - - - closed',
    ({ doctorId }) => ({
      ...{ doctorId, serviceDay: tuesday },
      ...{ startMinute: 900, endMinute: 960, slotMinutes: 60, capacity: 1 },
    }),
  ],
  'oneOffs.remove': ['staff - - - - - closed', () => ({ oneOffId: oneOffIdSchema.parse(NOBODY) })],
  'closures.list': ['staff - doctor - - - open', () => ({})],
  'closures.add': ['staff - - - - - closed', () => ({ from: tuesday, name: 'x' })],
  'closures.remove': ['staff - - - - - closed', () => ({ closureId: closureIdSchema.parse(NOBODY) })],
  'plans.preview': [
    'staff - - - - - closed',
    ({ doctorId }) => ({ command: 'leaves.add', doctorId, from: tuesday }),
  ],
  'books.waiting': ['staff - doctor - - - doctor', ({ doctorId }) => ({ doctorId })],
  'slots.list': ['staff kiosk doctor - booking - doctor', ({ doctorId }) => ({ doctorId })],
  'slots.add': [
    'staff - - - - - doctor',
    ({ doctorId }) => ({ doctorId, startMinute: 900, endMinute: 960, capacity: 1 }),
  ],
  'slots.update': ['staff - - - - - closed', ({ slotId }) => ({ slotId, capacity: 1 })],
  'tokens.find': ['staff - - - - - closed', () => ({ query: 'Foreign' })],
  'tokens.ofLink': ['staff kiosk doctor - - - open', () => ({ secret: '0'.repeat(26) })],
  'phones.state': ['staff - - - - - closed', () => ({})],
  'tokens.whose': ['staff - doctor - - - open', ({ tokenId }) => ({ tokenId })],
  'tokens.history': ['staff - doctor - - - token', ({ tokenId }) => ({ tokenId })],
  'tokens.ofCard': ['staff - doctor - - - open', () => ({ numbers: [{ system: 'own', value: '1' }] })],
  'patients.ofCard': ['staff - - - - - closed', () => ({ numbers: [{ system: 'own', value: '1' }] })],
  'patients.known': ['staff - - - - - closed', () => ({ contact: '9700' })],
  'patients.followUp': [
    'staff - - - - - closed',
    ({ doctorId }) => ({ doctorId, patientName: 'Asha', patientContact: '9700000000' }),
  ],
  'commands.preview': [
    'staff - doctor - - - preview',
    ({ tokenId }) => ({ command: 'tokens.cancel', tokenId }),
  ],
  'changes.recent': ['staff - - - - - closed', () => ({})],
  'callList.view': ['staff - doctor - - - list', () => ({})],
  'callList.tick': ['staff - doctor - - - call', ({ lineId }) => ({ lineId, told: true })],
  'kiosk.findBookings': ['- kiosk - - - - closed', () => ({ query: '9700000001' })],
  'kiosk.checkIn': ['- kiosk - - - - closed', ({ tokenId }) => ({ query: '9700000001', tokenId })],
  'kiosk.door': ['- kiosk - board - - closed', () => ({})],
  'kiosk.leave': ['- kiosk - board - - closed', () => ({ pin: '7391' })],
  'persons.who': ['staff - doctor - - - open', () => ({})],
  'persons.names': ['staff - doctor - - - open', () => ({})],
  'persons.signIn': ['staff - doctor - - - open', () => ({ initials: 'ZZ', pin: '7391' })],
  'persons.signOut': ['staff - doctor - - - open', () => ({})],
  'persons.lock': ['staff - doctor - - - open', () => ({})],
  'persons.stir': ['staff - doctor - - - open', () => ({})],
  'persons.changeOwnPin': ['staff - doctor - - - open', () => ({ pin: '7391', newPin: '8264' })],
  'persons.list': ['staff - - - - - closed managing', () => ({})],
  'persons.save': ['staff - - - - - closed managing', () => ({ name: 'Asha Kumar' })],
  'roles.list': ['staff - - - - - closed managing', () => ({})],
  'roles.save': ['staff - - - - - closed managing', () => ({ name: 'Cashier', calls: [] })],
  'roles.remove': ['staff - - - - - closed managing', ({ deviceId }) => ({ roleId: deviceId })],
  'stations.list': ['staff - - - - - closed managing', () => ({})],
  'stations.signOut': ['staff - - - - - closed managing', () => ({ station: 'here' })],
  'kiosk.pin': ['staff - - - - - closed managing', () => ({})],
  'kiosk.changePin': ['staff - - - - - closed managing', () => ({ pin: '7391' })],
  'slips.ticket': ['staff - - - - slip token', ({ tokenId }) => ({ tokenId })],
  'slips.sample': ['staff - - - - slip closed', () => ({})],
  'slips.reprint': ['staff - - - - - token', ({ tokenId }) => ({ tokenId })],
  'slips.job': ['staff kiosk doctor - - - token', ({ tokenId }) => ({ tokenId })],
  'slips.jobs': ['staff - - - - - closed', () => ({ states: ['queued'] })],
  'slips.retry': ['staff - - - - - closed', ({ jobId }) => ({ jobId })],
  'slips.settle': ['staff - - - - - closed', ({ jobId }) => ({ jobId, cameOut: true })],
  'printers.list': ['staff - - - - - closed', () => ({})],
  'printers.test': ['staff - - - - - closed', () => ({ station: 'desk' })],
  'documents.blanks': [
    'staff - - - - slip closed',
    ({ doctorId }) => ({ batches: [{ doctorId, first: 1, count: 20 }] }),
  ],
  'documents.card': ['staff - - - - slip closed', ({ tokenId }) => ({ tokenId })],
  'patients.card': ['staff - - - - - closed', ({ tokenId }) => ({ tokenId })],
  'blanks.print': ['staff - - - - - closed', ({ doctorId }) => ({ doctorId })],
  'documents.dayList': ['staff - - - - slip doctor', ({ doctorId }) => ({ doctorId })],
  'patients.find': ['staff - - - - - closed', () => ({ query: 'asha' })],
  'patients.alsoWith': ['staff - doctor - - - token', ({ tokenId }) => ({ tokenId })],
  'patients.page': ['staff - - - - - closed', ({ tokenId }) => ({ tokenId })],
  'payments.ofToken': ['staff - - - - - token', ({ tokenId }) => ({ tokenId })],
  'payments.unpaid': ['staff - - - - - closed', () => ({})],
  'payments.day': ['staff - - - - - closed', () => ({})],
  'payments.take': ['staff - - - - - token', ({ tokenId }) => ({ tokenId, amount: 1, way: 'cash' })],
  'payments.waive': ['staff - - - - - token', ({ tokenId }) => ({ tokenId, amount: 1, reasonText: 'poor' })],
  'payments.putRight': [
    'staff - - - - - closed',
    () => ({ paymentId: paymentIdSchema.parse(NOBODY), reasonText: 'wrong' }),
  ],
  'payments.receipt': ['staff - - - - - closed', () => ({ paymentId: paymentIdSchema.parse(NOBODY) })],
  'payments.count': ['staff - - - - - closed', () => ({ kind: 'count', amount: 0 })],
  'payments.export': ['staff - - - - - closed', () => ({ from: tuesday, to: tuesday })],
  'patients.save': ['staff - - - - - closed', ({ tokenId }) => ({ tokenId, facts: someFacts })],
  'patients.merge': ['staff - - - - - closed', ({ tokenId }) => ({ tokenId, otherId: 4711 as PatientId })],
  'patients.separate': ['staff - - - - - closed', ({ tokenId }) => ({ tokenId, otherId: 4711 as PatientId })],
  'patients.history': ['staff - - - - slip closed', ({ tokenId }) => ({ tokenId })],
  'documents.make': [
    'staff - - - - - closed',
    ({ doctorId }) => ({ document: { kind: 'dayList', doctorId, maskPhones: true }, language: 'en' }),
  ],
  'board.view': ['staff - - board - - open', () => ({})],
  'live.view': ['staff - - - - - closed', () => ({})],
  'live.alarms': ['staff - - - - - closed', () => ({})],
  'live.acknowledge': ['staff - - - - - closed', () => ({ alarmId: 'wait:x:1' })],
  'voice.recordings': ['staff - - - - - closed', () => ({})],
  'diagnostics.read': ['staff - - - - - closed managing', () => ({})],
  'diagnostics.save': ['staff - - - - - closed managing', () => ({})],
  'computer.read': ['staff - - - - - closed', () => ({})],
  'computer.change': ['staff - - - - - closed', () => ({ comesBack: false })],
  'folders.list': ['staff - - - - - closed', () => ({})],
  'folders.open': ['staff - - - - - closed', () => ({ folder: 'backups' })],
  'devices.list': ['staff - - - - - closed managing', () => ({})],
  'devices.network': ['staff - - - - - closed managing', () => ({})],
  'devices.startPairing': ['staff - - - - - closed managing', () => ({ name: 'x', role: 'board' })],
  'devices.stopPairing': ['staff - - - - - closed managing', () => ({})],
  'devices.chooseDoctors': ['staff - - - - - closed managing', ({ deviceId }) => ({ deviceId, shows: [] })],
  'devices.rename': ['staff - - - - - closed managing', ({ deviceId }) => ({ deviceId, name: 'x' })],
  'devices.revoke': ['staff - - - - - closed managing', ({ deviceId }) => ({ deviceId })],
  'practice.enter': ['staff - - - - - closed here', () => ({})],
  'practice.leave': ['staff - doctor - - - open here', () => ({})],
  'practice.settle': ['staff - - - - - closed here', () => ({ keep: false })],
  'training.setClock': ['staff - - - - - closed', () => ({ now: '2026-01-05T09:30' })],
};
/** And what a phone that sees the live page alone may call and hears, beside what all hear. */
export const forManager = {
  calls: ['app.status', 'persons.who', 'live.view', 'live.alarms'] as readonly CallName[],
  hears: {
    bookChanged: 'bare',
    printersChanged: 'all',
    alarmsChanged: 'all',
    heartbeat: 'all',
    dayChanged: 'all',
    everythingChanged: 'all',
  } as Partial<Record<AppEvent['type'], string>>,
};

export const everyEvent = ({ doctorId, tokenId }: Pick<Things, 'doctorId' | 'tokenId'>) =>
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
    callListChanged: { type: 'callListChanged' },
    devicesChanged: { type: 'devicesChanged' },
    patientChanged: { type: 'patientChanged' },
    personsChanged: { type: 'personsChanged' },
    printersChanged: { type: 'printersChanged' },
    backupsChanged: { type: 'backupsChanged' },
    updatesChanged: { type: 'updatesChanged' },
    trialChanged: { type: 'trialChanged' },
    reportProgress: { type: 'reportProgress', readingId: 'one', part: 0.5 },
    paymentsChanged: { type: 'paymentsChanged' },
    computerChanged: { type: 'computerChanged' },
    alarmsChanged: { type: 'alarmsChanged', rings: [] },
    heartbeat: { type: 'heartbeat', now: 0 },
    dayChanged: { type: 'dayChanged', serviceDay: '2026-01-05' as never, now: 0 },
    everythingChanged: { type: 'everythingChanged' },
  }) satisfies { readonly [T in AppEvent['type']]: Extract<AppEvent, { type: T }> };

/**
 * Who hears what, event by event: all of it, `bare` without naming tokens, `slots` what is no patient's, or nothing.
 * The event is of a patient of the first doctor, whose tablet is `own`; `other` is another doctor's.
 */
export const heard: { readonly [T in AppEvent['type']]: string } = {
  //                  staff kiosk doctor board slip | own other site
  bookChanged: 'all bare all bare - | all - slots',
  printJobChanged: 'all - all - - | all - -',
  callListChanged: 'all - all - - | all all -',
  patientChanged: 'all - - - - | - - -',
  paymentsChanged: 'all - - - - | - - -',
  devicesChanged: 'all - - - - | - - -',
  personsChanged: 'all - all - - | all all -',
  printersChanged: 'all all all - - | all all -',
  backupsChanged: 'all - - - - | - - -',
  updatesChanged: 'all - - - - | - - -',
  trialChanged: 'all - - - - | - - -',
  reportProgress: 'all - - - - | - - -',
  computerChanged: 'all - - - - | - - -',
  alarmsChanged: 'all - - - - | - - -',
  heartbeat: 'all all all all all | all all all',
  dayChanged: 'all all all all all | all all all',
  everythingChanged: 'all all all all all | all all all',
};

/** Two doctors with patients, calls to make and slips; a tablet of the first one, and a booking site. */
export async function openAccess() {
  const opened = await openClinic();
  // Windows open and close elsewhere: whoever comes this far is let through.
  const letThrough = async () => ({ ok: true, value: {} }) as const;
  const practiceDoor = { enter: letThrough, leave: letThrough, setAside: letThrough, goBack: letThrough };
  const environment = { ...opened.environment, practiceDoor };
  const clinic = { ...opened, environment, app: createApp(environment, noWindows) };
  await changeDoorPin(opened.store, '7391');
  const [own, doctorId] = [first(clinic.doctorIds), clinic.doctorIds[1] as DoctorId];
  const devices = createDevices(clinic.environment);
  const paired = async (role: Role, wish: CheckedInput<'devices.startPairing'>): Promise<Caller> => {
    const { code } = unwrap(await devices.startPairing(wish));
    const { device } = unwrap(await devices.pair(code));
    return { role, screen: 'doctor', doctorId: device.doctorId, device: { ...device, manages: false } };
  };
  const tablet = await paired('doctor', { name: 'Room 1', role: 'doctor', doctorId: own });
  const otherTablet = await paired('doctor', { name: 'Room 2', role: 'doctor', doctorId });
  const site = await paired('booking', { name: 'Site', role: 'booking' });
  const other = await paired('booking', { name: 'Other site', role: 'booking' });
  const book = async (of: DoctorId, patientName: string, patientContact: string) =>
    clinic.issued({ doctorId: of, patientName, patientContact, source: 'online' });
  const mine = await book(own, 'Own Patient', '9600000001');
  const theirs = await book(doctorId, 'Foreign Patient', '9700000001');
  for (const of of [own, doctorId]) {
    unwrap(await clinic.app.call('doctors.setDelay', { doctorId: of, minutes: 30 }, staff));
  }
  const notices = unwrap(await clinic.app.call('callList.view', {}, staff));
  const things = async (of: DoctorId, { id: tokenId }: { id: TokenId }): Promise<Things> => {
    const slots = unwrap(await clinic.app.call('slots.list', { doctorId: of }, staff));
    return {
      own,
      doctorId: of,
      tokenId,
      slotId: first(slots).id,
      lineId: first(notices.filter((notice) => notice.tokenId === tokenId)).id,
      jobId: unwrap(await clinic.app.call('slips.job', { tokenId }, staff)).id,
      deviceId: deviceIdSchema.parse(other.device?.id),
    };
  };
  const foreign = await things(doctorId, theirs);
  const ours = await things(own, mine);
  return { ...clinic, foreign, ours, own, mine, theirs, notices, paired, tablet, otherTablet, site, other };
}
