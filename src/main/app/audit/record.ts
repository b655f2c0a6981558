import { audited, auditKindOf } from '../../../shared/audited';
import type { CallName } from '../../../shared/contract';
import { stationOf } from '../access/sessions';
import { actorOf, type Call } from '../call';
import { type Act, lineOf } from '../run/audit-line';

/** What of a call goes on record; null: nothing does. */
export function actOf(name: CallName, input: object): Act | null {
  const kind = auditKindOf(name);
  return kind && { kind, input };
}

/**
 * A line of what was done without a transaction of books, or looked at: right after it, in a commit of its own. That it
 * cannot be written is logged, and keeps nobody from an answer that is there.
 */
export async function recordAlone({ environment, caller, now, act }: Call, name: CallName): Promise<void> {
  const how = audited[name];
  // A page that is only printed looks for whoever had it made, who is on record.
  if (act === null || how === 'change' || caller.role === 'slip') return;
  // One more page of what is on record as looked at.
  if (how === 'look' && 'cursor' in act.input && act.input.cursor !== undefined) return;
  try {
    const by = actorOf(caller);
    // Whoever has just signed in was nobody at the door.
    const personId = environment.sessions.at(stationOf(caller))?.personId ?? null;
    const actor = name === 'persons.signIn' ? { ...by, personId } : by;
    await environment.store.addAuditLine(lineOf(act, actor, now));
  } catch (error) {
    environment.log.error('done, but not on record', name, error);
  }
}
