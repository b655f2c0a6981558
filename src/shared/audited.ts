import type { CallName } from './contract';

/**
 * What the audit says of a call that was done:
 *
 * - `change`: a line in the transaction that changes the data, if it changes anything
 * - `act`: a line right after it, for what is done without such a transaction
 * - `look`: the same, for somebody who read or took out what is known of a patient, or the audit itself
 * - `none`: nothing: figures, what hangs in the waiting room anyway, and the lists people work with all day
 */
type Audited = 'change' | 'act' | 'look' | 'none';

/** The whole contract: a call without a line here does not compile. */
export const audited = {
  'app.status': 'none',
  'clock.answer': 'act',
  'windows.open': 'none',
  'printers.status': 'none',
  'audit.list': 'look',
  'audit.export': 'look',
  'audit.verify': 'none',
  'audit.reasons': 'none',
  'backups.status': 'none',
  'backups.list': 'none',
  'backups.make': 'act',
  'backups.prove': 'none',
  'backups.trial': 'none',
  'backups.setPassphrase': 'act',
  'backups.removePassphrase': 'act',
  'backups.goBack': 'none',
  'backups.chooseFolder': 'none',
  'updates.status': 'none',
  'updates.choose': 'act',
  'updates.look': 'act',
  'updates.fetch': 'act',
  'updates.stop': 'act',
  'updates.install': 'act',
  'settings.read': 'none',
  'reasons.list': 'none',
  'settings.change': 'change',
  'doctors.summaries': 'none',
  'books.view': 'none',
  'tokens.issue': 'change',
  'tokens.checkIn': 'change',
  'tokens.cancel': 'change',
  'tokens.noShow': 'change',
  'tokens.reinstate': 'change',
  'tokens.start': 'change',
  'tokens.serve': 'change',
  'tokens.recall': 'change',
  'tokens.hold': 'change',
  'tokens.call': 'change',
  'tokens.move': 'change',
  'tokens.release': 'change',
  'tokens.transfer': 'change',
  'tokens.upgrade': 'change',
  'tokens.moveToDay': 'change',
  'tokens.takeBackUpgrade': 'change',
  'tokens.setPrecedence': 'change',
  'tokens.correct': 'change',
  'tokens.undo': 'change',
  'queue.callNext': 'change',
  'tokens.paper': 'change',
  'tokens.checkPaper': 'none',
  'tokens.get': 'none',
  'tokens.search': 'none',
  'slots.close': 'change',
  'slots.reopen': 'change',
  'slots.change': 'change',
  'doctors.setDelay': 'change',
  'doctors.takeBreak': 'change',
  'doctors.endBreak': 'change',
  'doctors.leaveEarly': 'change',
  'books.closePreview': 'none',
  'books.waiting': 'none',
  'books.close': 'change',
  'books.reopen': 'change',
  'books.summary': 'none',
  'doctors.list': 'none',
  'doctors.save': 'change',
  'slots.list': 'none',
  'slots.add': 'change',
  'slots.update': 'change',
  'tokens.find': 'none',
  'tokens.whose': 'none',
  'tokens.ofCard': 'none',
  'tokens.history': 'look',
  'patients.known': 'none',
  'patients.alsoWith': 'none',
  'patients.ofCard': 'none',
  'patients.followUp': 'none',
  'commands.preview': 'none',
  'changes.recent': 'none',
  'callList.view': 'none',
  'callList.tick': 'act',
  'kiosk.findBookings': 'none',
  'kiosk.checkIn': 'change',
  'kiosk.leave': 'act',
  'kiosk.pin': 'none',
  'kiosk.changePin': 'act',
  'slips.ticket': 'none',
  'slips.sample': 'none',
  'slips.reprint': 'change',
  'slips.job': 'none',
  'slips.jobs': 'none',
  'slips.retry': 'change',
  'slips.settle': 'change',
  'printers.list': 'none',
  'printers.test': 'none',
  'documents.dayList': 'look',
  'documents.blanks': 'none',
  'blanks.print': 'none',
  'documents.card': 'none',
  'patients.card': 'act',
  'patients.history': 'look',
  'patients.find': 'none',
  'patients.page': 'look',
  'patients.save': 'change',
  'patients.merge': 'change',
  'patients.separate': 'change',
  'documents.make': 'look',
  'board.view': 'none',
  'voice.recordings': 'none',
  'diagnostics.read': 'none',
  'diagnostics.save': 'none',
  'computer.read': 'none',
  'computer.change': 'act',
  'folders.list': 'none',
  'folders.open': 'none',
  'devices.list': 'none',
  'devices.network': 'none',
  'devices.startPairing': 'act',
  'devices.stopPairing': 'none',
  'devices.rename': 'act',
  'devices.chooseDoctors': 'act',
  'devices.revoke': 'act',
  'practice.enter': 'none',
  'practice.leave': 'none',
  'practice.settle': 'none',
  'trial.start': 'none',
  'trial.state': 'none',
  'trial.stop': 'none',
  'kiosk.door': 'none',
  'rules.versions': 'none',
  'rules.needs': 'none',
  'rules.impact': 'none',
  'rules.schedule': 'change',
  'rules.callOff': 'change',
  'rules.goBack': 'change',
  'doctors.photo': 'none',
  'doctors.exportCsv': 'none',
  'doctors.saveCsv': 'none',
  'doctors.previewCsv': 'none',
  'doctors.week': 'none',
  'leaves.list': 'none',
  'oneOffs.list': 'none',
  'closures.list': 'none',
  'closures.readFile': 'none',
  'plans.preview': 'none',
  'persons.who': 'none',
  'persons.names': 'none',
  'persons.lock': 'none',
  'persons.stir': 'none',
  'persons.list': 'none',
  'roles.list': 'none',
  'stations.list': 'none',
  'leaves.add': 'change',
  'leaves.remove': 'change',
  'oneOffs.add': 'change',
  'oneOffs.remove': 'change',
  'closures.add': 'change',
  'closures.addAll': 'change',
  'closures.remove': 'change',
  'doctors.setPhoto': 'change',
  'doctors.importCsv': 'change',
  'persons.changeOwnPin': 'change',
  'persons.save': 'change',
  'roles.save': 'change',
  'roles.remove': 'change',
  'persons.signIn': 'act',
  'persons.signOut': 'act',
  'stations.signOut': 'act',
  'configuration.export': 'act',
  'configuration.preview': 'none',
  'configuration.import': 'change',
  'privacy.find': 'none',
  'privacy.visits': 'look',
  'privacy.export': 'look',
  'privacy.erase': 'change',
  'training.setClock': 'none',
} as const satisfies { readonly [N in CallName]: Audited };

/**
 * What happens without a call of the contract, or beside it: the clock’s own work, what a device does by being let in,
 * what the administrator of the computer does, a wrong PIN, what became of practice data, that somebody
 * closed the data to go back to a copy, that they went back to one, and that another version of the app began.
 */
type ClockKind =
  | 'clock.settle'
  | 'clock.close'
  | 'clock.rules'
  | 'clock.erase'
  | 'clock.update'
  | 'updates.installed'
  | 'devices.pair'
  | 'settings.start'
  | 'people.recover'
  | 'persons.wrongPin'
  | 'practice.keep'
  | 'practice.setAside'
  | 'backups.closed'
  | 'backups.restored';

/** Everything a line may be about. */
export type AuditKind =
  | { [N in CallName]: (typeof audited)[N] extends 'none' ? never : N }[CallName]
  | ClockKind;

/** What the audit calls a call of the contract; null: it says nothing of it. */
export function auditKindOf(name: CallName): AuditKind | null {
  return audited[name] === 'none' ? null : (name as AuditKind);
}
