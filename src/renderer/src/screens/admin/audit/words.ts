import type { TFunction } from 'i18next';
import { type AuditKind, audited } from '../../../../../shared/audited';
import type { AuditView } from '../../../../../shared/contract/audit';
import { type ReasonKind, type ReasonsSettings, reasonName } from '../../../../../shared/model/reasons';
import { ruleCatalog } from '../../../../../shared/model/rule-catalog';
import { settingsSections } from '../../../../../shared/model/screen';
import { currentLanguage } from '../../../i18n';
import { audit as texts } from '../../../i18n/locales/en/audit';
import { changeText } from '../rules/words';

export type AuditWords = TFunction<readonly ['audit', 'common', 'admin']>;
type RuleWords = TFunction<readonly ['rules', 'common', 'admin']>;

const happenings = [
  'clock.settle',
  'clock.close',
  'clock.rules',
  'clock.erase',
  'people.recover',
  'devices.pair',
  'persons.wrongPin',
  'practice.keep',
  'practice.setAside',
] as const satisfies readonly AuditKind[];

/** Everything a line may be about, by what it is called in the contract. */
export const auditKinds: readonly AuditKind[] = [
  ...(Object.keys(audited) as (keyof typeof audited)[]).filter((name) => audited[name] !== 'none'),
  ...happenings,
] as AuditKind[];

/** Of what is counted, which list its reasons are from. */
const reasonKindOf: Readonly<Record<string, ReasonKind>> = {
  'tokens.issue': 'emergency',
  'tokens.upgrade': 'emergency',
  'tokens.call': 'outOfTurn',
  'tokens.cancel': 'cancel',
};

export function kindOfReason(kind: string): ReasonKind | undefined {
  return reasonKindOf[kind];
}

/** `Asha Rao cancelled A-017.` */
export function lineText(t: AuditWords, line: AuditView): string {
  const who = whoText(t, line);
  const token = line.number ?? t('aToken');
  return isKnown(line.kind) ? t(`did.${line.kind}`, { who, token }) : t('unknown', { who, kind: line.kind });
}

function isKnown(kind: string): kind is AuditKind {
  const [room = '', deed = ''] = kind.split('.');
  const deeds: object | undefined = Reflect.get(texts.did, room) as object | undefined;
  return deeds !== undefined && Object.hasOwn(deeds, deed);
}

type Did = `did.${AuditKind}`;

function didOf(kind: AuditKind): Did {
  const [room, deed] = kind.split('.');
  return `did.${room}.${deed}` as Did;
}

/** As something one may look for: without anybody who did it. */
export function kindText(t: AuditWords, kind: AuditKind): string {
  return t(didOf(kind), { who: '…', token: t('aToken') });
}

function whoText(t: AuditWords, { personName, deviceName, by }: AuditView): string {
  const who = personName ?? t(`who.${by.screen}`);
  return deviceName === null ? who : t('who.device', { who, device: deviceName });
}

/** `Reason: Chest pain: “since six”`; null: none was given. */
export function reasonText(
  t: AuditWords,
  { kind, reason }: AuditView,
  lists: ReasonsSettings | undefined,
): string | null {
  if (reason === null) return null;
  const name = reason.code === null ? null : codeText(kind, reason.code, lists);
  if (name === null) return reason.text === '' ? null : t('reason', { reason: reason.text });
  return t('reason', {
    reason: reason.text === '' ? name : t('noted', { reason: name, text: reason.text }),
  });
}

/** What a code means; itself where no list has it. */
export function codeText(kind: string, code: string, lists: ReasonsSettings | undefined): string {
  const list = kindOfReason(kind);
  const listed = list && lists?.[list].find((one) => one.code === code);
  return listed ? reasonName(listed, currentLanguage()) : code;
}

const rules = new Set(ruleCatalog.flatMap(({ settings }) => settings.map(([name]) => `rules.${name}`)));
const clinic = new Set(['clinic.timeZone', 'clinic.dayStartsAtMinute', 'clinic.closeDayAtMinute']);

interface Changed {
  readonly path: string;
  readonly from?: string | number | boolean | null;
  readonly to?: string | number | boolean | null;
}

/** One changed setting: by the name it has in the settings, with what it was and is where that says something. */
export function settingText(t: AuditWords, ofRules: RuleWords, { path, from, to }: Changed): string {
  const hasBoth = from !== undefined && to !== undefined;
  if (hasBoth && (rules.has(path) || clinic.has(path))) return changeText(ofRules, { name: path, from, to });
  const [section = '', ...rest] = path.split('.');
  const known = settingsSections.find(
    (one) => one === section || (section === 'backup' && one === 'backups'),
  );
  const name = `${known === undefined ? section : t(`admin:section.${known}`)}: ${rest.join('.')}`;
  return hasBoth ? ofRules('changed', { name, from: plain(ofRules, from), to: plain(ofRules, to) }) : name;
}

function plain(t: RuleWords, value: NonNullable<Changed['from']> | null): string {
  if (value === null) return t('off');
  if (typeof value === 'boolean') return t(value ? 'on' : 'off');
  return String(value);
}
