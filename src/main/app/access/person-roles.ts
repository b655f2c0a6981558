import { type CallName, contract } from '../../../shared/contract';
import { type CallGroup, groupOf } from '../../../shared/contract/call-groups';
import { type BuiltInRole, builtInRoles, type Person, type PersonRole } from '../../../shared/model/person';

const everyCall = Object.keys(contract) as CallName[];
const ofPersons = everyCall.filter((name) => groupOf[name] !== 'open' && groupOf[name] !== 'none');

const inGroups = (...groups: readonly CallGroup[]): readonly CallName[] =>
  ofPersons.filter((name) => (groups as readonly string[]).includes(groupOf[name]));

/** What a doctor's window has always been able to do: the queue, and all that is done with a patient who is there. */
const atTheDoor = ofPersons.filter((name) => (contract[name].roles as readonly string[]).includes('doctor'));

/** Asked before something is done. */
const beforeDoing: readonly CallName[] = ['commands.preview', 'plans.preview', 'tokens.checkPaper'];

/** Papers and windows are no change of anything, nor is having heard an alarm. */
const looking: readonly CallName[] = [
  'windows.open',
  'documents.make',
  'blanks.print',
  'patients.card',
  'audit.export',
  'payments.export',
  'live.acknowledge',
];

/** The built-in roles follow the contract: a new call belongs to them by its group. */
const builtIn: Readonly<Record<BuiltInRole, readonly CallName[]>> = {
  reception: inGroups(
    'look',
    'patients',
    'tokens',
    'queue',
    'days',
    'slips',
    'payments',
    'putRight',
    'leaveKiosk',
    'practice',
  ),
  nurse: atTheDoor,
  doctor: atTheDoor,
  manager: ofPersons.filter(
    (name) =>
      (contract[name].kind === 'query' && !beforeDoing.includes(name)) ||
      looking.includes(name) ||
      inGroups('reports').includes(name),
  ),
  admin: ofPersons,
};

/** The roles every clinic has. Their names are the screens' business. */
export const builtInPersonRoles: readonly PersonRole[] = builtInRoles.map((id) => ({
  id,
  name: id,
  calls: [...builtIn[id]],
}));

/** Whether whoever stands there may make the call, signed in or not. */
export function isOpenCall(name: CallName): boolean {
  return groupOf[name] === 'open';
}

/** Asked for with every call: made once. */
const builtInCalls = new Map<string, ReadonlySet<string>>(
  builtInPersonRoles.map(({ id, calls }) => [id, new Set(calls)]),
);
const callsOfPersons = new Set<string>(ofPersons);

/** What somebody's role allows. A role that is gone, and a call that a role does not name, allow nothing. */
export function callsOf(
  { roleId }: Pick<Person, 'roleId'>,
  ownRoles: readonly PersonRole[],
): ReadonlySet<string> {
  const known = builtInCalls.get(roleId);
  if (known) return known;
  return knownCalls(ownRoles.find(({ id }) => id === roleId)?.calls ?? []);
}

/** A call that answers part of another: whose role has that one may make it. */
const partOf: Readonly<Partial<Record<CallName, CallName>>> = {
  'books.waiting': 'books.view',
  'patients.alsoWith': 'books.view',
  'patients.followUp': 'tokens.issue',
};

/** What naming them in a role allows. */
export function knownCalls(calls: readonly string[]): ReadonlySet<string> {
  const parts = Object.entries(partOf).flatMap(([part, whole]) => (calls.includes(whole) ? [part] : []));
  return new Set([...calls, ...parts].filter((name) => callsOfPersons.has(name)));
}
