import type { AlarmSettings } from '../../../shared/model/alarm-settings';
import type { LiveDevice } from '../../../shared/model/live';
import { isInTrouble, type PrintersStatus, slipsToSeeTo } from '../../../shared/model/printers-status';
import { MINUTE } from '../../../shared/model/time';
import type { Call } from '../call';
import { printersStatus } from '../slips/printer-health';
import type { Finding } from './alarms';
import { devicesNow } from './devices';
import { daysNow, endsOf, waitsOf } from './doctors';

const MEGABYTE = 1_000_000;

/** What is as it should not be now, by the clinic's settings. What is switched off is not even looked at. */
export async function findingsNow(call: Call): Promise<Finding[]> {
  const { alarms } = call.settings;
  const findings = await ofDoctors(call, alarms);
  if (alarms.printer.on || alarms.backup.on) findings.push(...ofStatus(await printersStatus(call), alarms));
  if (alarms.silence.on)
    findings.push(...(await devicesNow(call)).filter(isAlarming).map(ofDevice(call.now)));
  const free = alarms.disk.on ? freeMegabytes(call) : null;
  if (free !== null && free < alarms.disk.limit) findings.push({ ...ofTheApp, kind: 'disk', figure: free });
  return findings;
}

const ofTheApp = { about: null, name: null } as const;

/** Books are in memory: where nobody's token is open nobody waits, and nothing is worked out. */
async function ofDoctors(call: Call, alarms: AlarmSettings): Promise<Finding[]> {
  const { wait, idle, crowd, overrun } = alarms;
  if (!wait.on && !idle.on && !crowd.on && !overrun.on) return [];
  if ((await call.environment.store.doctorsWithOpenTokens(call.today)).length === 0) return [];
  const findings: Finding[] = [];
  for (const day of await daysNow(call)) {
    const { doctor } = day;
    const { longest, overTarget, idleSince } = (await waitsOf(day)).value;
    const add = (kind: Finding['kind'], figure: number): void => {
      findings.push({ kind, about: doctor.id, name: `${doctor.prefix} · ${doctor.name}`, figure });
    };
    const over = longest ? minutes(call.now - longest.since) - longest.targetMinutes : 0;
    if (wait.on && over > 0 && over >= wait.limit) add('wait', Math.floor(over));
    if (crowd.on && overTarget >= crowd.limit) add('crowd', overTarget);
    const idleFor = idleSince === null ? -1 : minutes(call.now - idleSince);
    if (idle.on && idleFor >= idle.limit) add('idle', Math.floor(idleFor));
    const late = overrun.on ? lateBy(endsOf(call, day)) : null;
    if (late !== null && late >= overrun.limit) add('overrun', late);
  }
  return findings;
}

/** Minutes from the last printed end to the middle of what is expected. */
function lateBy({ printedEnd, expectedEnd }: ReturnType<typeof endsOf>): number | null {
  if (printedEnd === null || expectedEnd === null) return null;
  return Math.floor(minutes((expectedEnd.from + expectedEnd.to) / 2 - printedEnd));
}

const minutes = (ms: number): number => ms / MINUTE;

function ofStatus(
  { printers, backupWarning }: PrintersStatus,
  { printer, backup }: AlarmSettings,
): Finding[] {
  const findings: Finding[] = [];
  for (const station of ['desk', 'kiosk'] as const) {
    const undone = slipsToSeeTo(printers[station]);
    const isWrong = isInTrouble(printers[station]) || undone >= printer.limit;
    if (printer.on && isWrong) findings.push({ kind: 'printer', about: station, name: null, figure: undone });
  }
  if (backup.on && backupWarning !== null) findings.push({ ...ofTheApp, kind: 'backup', figure: null });
  return findings;
}

/** A tablet that sleeps and a second PC that is off are no trouble; a kiosk or a board always is there. */
function isAlarming({ role, silent }: LiveDevice): boolean {
  return silent && (role === 'kiosk' || role === 'board');
}

function ofDevice(now: number): (device: LiveDevice) => Finding {
  return ({ id, name, lastSeenAt }) => ({
    kind: 'silence',
    about: id,
    name,
    figure: lastSeenAt === null ? null : Math.floor(minutes(now - lastSeenAt)),
  });
}

/** Null: it is not known. */
function freeMegabytes({ environment: { freeBytes } }: Call): number | null {
  const free = freeBytes?.() ?? null;
  return free === null ? null : Math.floor(free / MEGABYTE);
}
