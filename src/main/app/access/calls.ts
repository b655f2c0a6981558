import { type CallName, type CallOutput, contract, type Role } from '../../../shared/contract';
import type { CallListLineId, DoctorId, TokenId } from '../../../shared/model/ids';
import { fail, ok, type Result } from '../../../shared/result';
import type { Store } from '../../store/store';
import type { Caller } from '../access/caller';
import { isLimited, ownDoctorOf, ownsToken, ownTokens } from './own';
import { withoutRegister } from './without-register';

/**
 * What a call is about, which decides what a device that may not see everybody's patients can do with it: the tablet
 * of one doctor, or a booking site. Everybody else is bound by the role alone, which each call names in the contract.
 *
 * - `open`: nothing of any patient in it; at most figures that hang in the waiting room
 * - `doctor`: of one doctor's day; a doctor's tablet may name none and gets its own
 * - `token`: of one token, which must be its own
 * - `preview`: of the token that is named, or else the doctor
 * - `call`: of one line of the call list
 * - `list`: of everybody; the answer is cut to its own
 * - `closed`: not for such a device
 */
type About = 'open' | 'doctor' | 'token' | 'preview' | 'call' | 'list' | 'closed';

/** The whole contract: a call without a line here does not compile. */
export const about: { readonly [N in CallName]: About } = {
  'app.status': 'open',
  'clock.answer': 'closed',
  'windows.open': 'doctor',
  'printers.status': 'open',
  'audit.list': 'closed',
  'audit.export': 'closed',
  'audit.verify': 'closed',
  'audit.reasons': 'closed',
  'backups.status': 'closed',
  'backups.list': 'closed',
  'backups.make': 'closed',
  'backups.prove': 'closed',
  'backups.trial': 'closed',
  'backups.setPassphrase': 'closed',
  'backups.removePassphrase': 'closed',
  'backups.goBack': 'closed',
  'backups.chooseFolder': 'closed',
  'updates.status': 'closed',
  'updates.choose': 'closed',
  'updates.look': 'closed',
  'updates.fetch': 'closed',
  'updates.stop': 'closed',
  'updates.install': 'closed',
  'configuration.export': 'closed',
  'configuration.preview': 'closed',
  'configuration.import': 'closed',
  'privacy.find': 'closed',
  'privacy.visits': 'closed',
  'privacy.export': 'closed',
  'privacy.erase': 'closed',
  'settings.read': 'closed',
  'settings.change': 'closed',
  'reasons.list': 'open',
  'rules.versions': 'closed',
  'rules.needs': 'closed',
  'rules.impact': 'closed',
  'rules.schedule': 'closed',
  'rules.callOff': 'closed',
  'rules.goBack': 'closed',
  'reports.read': 'closed',
  'reports.sheet': 'closed',
  'reports.stop': 'closed',
  'reports.tokens': 'closed',
  'reports.export': 'closed',
  'reports.views': 'closed',
  'reports.saveView': 'closed',
  'reports.removeView': 'closed',
  'reports.summaries': 'closed',
  'reports.changeSummaries': 'closed',
  'advisor.suggest': 'closed',
  'trial.start': 'closed',
  'trial.state': 'closed',
  'trial.stop': 'closed',
  'doctors.summaries': 'open',
  'books.view': 'doctor',
  'books.waiting': 'doctor',
  'tokens.issue': 'doctor',
  'tokens.checkIn': 'token',
  'tokens.cancel': 'token',
  'tokens.noShow': 'token',
  'tokens.reinstate': 'token',
  'tokens.start': 'token',
  'tokens.serve': 'token',
  'tokens.recall': 'token',
  'tokens.hold': 'token',
  'tokens.call': 'token',
  'tokens.move': 'token',
  'tokens.release': 'token',
  'tokens.transfer': 'token',
  'tokens.upgrade': 'token',
  'tokens.moveToDay': 'token',
  'tokens.takeBackUpgrade': 'token',
  'tokens.setPrecedence': 'token',
  'tokens.correct': 'token',
  'tokens.undo': 'token',
  'queue.callNext': 'doctor',
  'tokens.paper': 'doctor',
  'tokens.checkPaper': 'doctor',
  'tokens.get': 'token',
  'tokens.search': 'doctor',
  'slots.close': 'doctor',
  'slots.reopen': 'doctor',
  'slots.change': 'doctor',
  'doctors.setDelay': 'doctor',
  'doctors.takeBreak': 'doctor',
  'doctors.endBreak': 'doctor',
  'doctors.leaveEarly': 'doctor',
  'books.closePreview': 'doctor',
  'books.close': 'doctor',
  'books.reopen': 'doctor',
  'books.summary': 'doctor',
  'doctors.list': 'open',
  'doctors.save': 'closed',
  'doctors.photo': 'open',
  'doctors.setPhoto': 'closed',
  'doctors.exportCsv': 'closed',
  'doctors.saveCsv': 'closed',
  'doctors.previewCsv': 'closed',
  'doctors.importCsv': 'closed',
  'doctors.week': 'doctor',
  'leaves.list': 'doctor',
  'leaves.add': 'closed',
  'leaves.remove': 'closed',
  'oneOffs.list': 'doctor',
  'oneOffs.add': 'closed',
  'oneOffs.remove': 'closed',
  'closures.list': 'open',
  'closures.add': 'closed',
  'closures.addAll': 'closed',
  'closures.readFile': 'closed',
  'closures.remove': 'closed',
  'plans.preview': 'closed',
  'slots.list': 'doctor',
  'slots.add': 'doctor',
  'slots.update': 'closed',
  'tokens.find': 'closed',
  'tokens.whose': 'open',
  'tokens.ofLink': 'open',
  'phones.state': 'closed',
  'tokens.ofCard': 'open',
  'tokens.history': 'token',
  'patients.known': 'closed',
  'patients.alsoWith': 'token',
  'patients.ofCard': 'closed',
  'patients.followUp': 'closed',
  'commands.preview': 'preview',
  'changes.recent': 'closed',
  'callList.view': 'list',
  'callList.tick': 'call',
  'kiosk.findBookings': 'closed',
  'kiosk.checkIn': 'closed',
  'kiosk.door': 'closed',
  'kiosk.leave': 'closed',
  'persons.who': 'open',
  'persons.names': 'open',
  'persons.signIn': 'open',
  'persons.signOut': 'open',
  'persons.lock': 'open',
  'persons.stir': 'open',
  'persons.changeOwnPin': 'open',
  'persons.list': 'closed',
  'persons.save': 'closed',
  'roles.list': 'closed',
  'roles.save': 'closed',
  'roles.remove': 'closed',
  'stations.list': 'closed',
  'stations.signOut': 'closed',
  'kiosk.pin': 'closed',
  'kiosk.changePin': 'closed',
  'slips.ticket': 'token',
  'slips.sample': 'closed',
  'slips.reprint': 'token',
  'slips.job': 'token',
  'slips.jobs': 'closed',
  'slips.retry': 'closed',
  'slips.settle': 'closed',
  'printers.list': 'closed',
  'printers.test': 'closed',
  'documents.dayList': 'doctor',
  'documents.blanks': 'closed',
  'blanks.print': 'closed',
  'documents.card': 'closed',
  'patients.card': 'closed',
  'patients.history': 'closed',
  'patients.find': 'closed',
  'patients.page': 'closed',
  'patients.save': 'closed',
  'patients.merge': 'closed',
  'patients.separate': 'closed',
  'documents.make': 'closed',
  'payments.ofToken': 'token',
  'payments.unpaid': 'closed',
  'payments.take': 'token',
  'payments.waive': 'token',
  'payments.putRight': 'closed',
  'payments.receipt': 'closed',
  'payments.day': 'closed',
  'payments.count': 'closed',
  'payments.export': 'closed',
  'board.view': 'open',
  'live.view': 'closed',
  'live.alarms': 'closed',
  'live.acknowledge': 'closed',
  'voice.recordings': 'closed',
  'diagnostics.read': 'closed',
  'diagnostics.save': 'closed',
  'computer.read': 'closed',
  'computer.change': 'closed',
  'folders.list': 'closed',
  'folders.open': 'closed',
  'devices.list': 'closed',
  'devices.network': 'closed',
  'devices.startPairing': 'closed',
  'devices.stopPairing': 'closed',
  'devices.rename': 'closed',
  'devices.chooseDoctors': 'closed',
  'devices.revoke': 'closed',
  'practice.enter': 'closed',
  'practice.leave': 'open',
  'practice.settle': 'closed',
  'training.setClock': 'closed',
};

/** Whether this kind of window or device may make the call at all. */
export function mayCall(name: CallName, role: Role): boolean {
  return (contract[name].roles as readonly Role[]).includes(role);
}

interface Named {
  readonly doctorId?: DoctorId | undefined;
  readonly tokenId?: TokenId;
  readonly lineId?: CallListLineId;
}

/**
 * The input as this caller may mean it. Errors: FORBIDDEN another doctor's; NOT_FOUND for a booking site, to which
 * what others made does not exist.
 */
export async function narrowInput<I>(
  store: Store,
  name: CallName,
  input: I,
  caller: Caller,
): Promise<Result<I>> {
  if (!isLimited(caller)) return ok(input);
  const named = input as Named;
  switch (about[name]) {
    case 'open':
    case 'list':
      return ok(input);
    case 'doctor':
      return ofDoctor(input, caller);
    case 'token':
      return ofToken(store, input, caller);
    case 'preview':
      return named.tokenId === undefined ? ofDoctor(input, caller) : ofToken(store, input, caller);
    case 'call': {
      const line = await store.callListLine(named.lineId as CallListLineId);
      return line && !(await ownsToken(store, caller, line.tokenId)) ? refusal(caller) : ok(input);
    }
    case 'closed':
      return caller.device?.doctorId || !caller.person
        ? fail('FORBIDDEN', 'This device may not do that.')
        : fail('FORBIDDEN', 'This is for those who see every doctor’s patients.', { reason: 'role' });
  }
}

/** The answer without what is not this caller's business. */
export async function narrowAnswer<T>(
  store: Store,
  name: CallName,
  answer: Result<T>,
  caller: Caller,
): Promise<Result<T>> {
  if (!answer.ok) return answer;
  const value: unknown = answer.value;
  if (name === 'doctors.summaries' && caller.role === 'kiosk') {
    // R21: patients are not sent to one who does not work here any more.
    const summaries = value as CallOutput<'doctors.summaries'>;
    return ok(summaries.filter(({ doctor }) => doctor.active) as T);
  }
  if (caller.role === 'kiosk' || caller.role === 'booking') {
    return ok(withoutRegister(value, caller.role === 'booking') as T);
  }
  if (!isLimited(caller)) return answer;
  if (name === 'callList.view') {
    return ok((await ownTokens(store, caller, value as CallOutput<'callList.view'>)) as T);
  }
  if (name === 'commands.preview') {
    const { moved, toTell, ...preview } = value as CallOutput<'commands.preview'>;
    const own = {
      moved: await ownTokens(store, caller, moved),
      toTell: await ownTokens(store, caller, toTell),
    };
    return ok({ ...preview, ...own } as T);
  }
  return answer;
}

function ofDoctor<I>(input: I, caller: Caller): Result<I> {
  const own = ownDoctorOf(caller);
  const { doctorId } = input as Named;
  // Doctors and their slots are what a booking site is for.
  if (own === null || doctorId === own) return ok(input);
  return doctorId === undefined ? ok({ ...input, doctorId: own }) : refusal(caller);
}

async function ofToken<I>(store: Store, input: I, caller: Caller): Promise<Result<I>> {
  const { tokenId } = input as Named;
  return tokenId !== undefined && (await ownsToken(store, caller, tokenId))
    ? ok(input)
    : refusal(caller, tokenId);
}

function refusal({ role, device, person }: Caller, tokenId?: TokenId): Result<never> {
  if (role === 'booking')
    return fail('NOT_FOUND', 'There is no such token.', tokenId === undefined ? {} : { tokenId });
  if (person?.doctorId && !device?.doctorId) {
    return fail('FORBIDDEN', `${person.name} is for the patients of one doctor.`, { reason: 'role' });
  }
  return fail('FORBIDDEN', 'This device is for the patients of its own doctor.');
}
