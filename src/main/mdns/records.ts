import type { Answer, Packet, Question } from './wire';

/** Of names and what they stand for, in seconds, as RFC 6762 (10) has them. */
const HOST_TTL = 120;
const SERVICE_TTL = 4_500;
/** To one who asked as ordinary DNS does and hears no later change (6.7). */
const LEGACY_TTL = 10;

/** What is announced on one interface. */
export interface Announced {
  /** Without `.local`. */
  readonly label: string;
  /** IPv4 numbers of this computer on that interface: the server listens on no others. */
  readonly numbers: readonly string[];
  readonly port: number;
  readonly secure: boolean;
}

/** Whatever there is; the library's types leave it out. */
const ANY = 'ANY' as Question['type'];
const EVERY_SERVICE = '_services._dns-sd._udp.local';

/** All that is said unasked: when the name is new, and again when a number is. */
export function announcement(it: Announced): Answer[] {
  return [...hostRecords(it), ...serviceRecords(it)];
}

/** That nothing of it holds any more. */
export function goodbye(it: Announced): Answer[] {
  return announcement(it).map((record) => ({ ...record, ttl: 0 }) as Answer);
}

/** Asks whether the name is free, and says what would be told of it (8.2). */
export function probe(it: Announced): Pick<Packet, 'questions' | 'authorities'> {
  return {
    questions: [{ name: hostOf(it), type: ANY, class: 'IN' }],
    authorities: hostRecords(it).map((record) => ({ ...record, flush: false }) as Answer),
  };
}

/** What is answered to these questions; null: nothing, they are not ours. */
export function answersTo(
  it: Announced,
  questions: readonly Question[],
): Pick<Packet, 'answers' | 'additionals'> | null {
  const answers = questions.flatMap((question) => answersToOne(it, question));
  if (answers.length === 0) return null;
  const hasHost = answers.some(({ type }) => type === 'A');
  const namesHost = answers.some(({ type }) => type === 'SRV' || type === 'PTR' || type === 'NSEC');
  return { answers, additionals: namesHost && !hasHost ? additionalsTo(it, answers) : [] };
}

/** The same for one that asked from another port than multicast's: no bit it does not know, and nothing to keep for long. */
export function asLegacy(records: readonly Answer[] | undefined): Answer[] {
  return (records ?? [])
    .filter(({ type }) => type !== 'NSEC')
    .map((record) => ({ ...record, ttl: LEGACY_TTL, flush: false }) as Answer);
}

function answersToOne(it: Announced, { name, type }: Question): Answer[] {
  const asked = name.toLowerCase();
  const fits = (kind: string): boolean => type === kind || type === ANY;
  if (asked === hostOf(it)) {
    if (fits('A')) return hostRecords(it);
    return type === 'AAAA' ? [noOtherNumbers(it)] : [];
  }
  if (asked === EVERY_SERVICE && fits('PTR')) {
    return [{ name: EVERY_SERVICE, type: 'PTR', ttl: SERVICE_TTL, data: serviceOf(it) }];
  }
  const [pointer, service, text] = serviceRecords(it);
  if (asked === serviceOf(it) && fits('PTR')) return [pointer];
  if (asked !== instanceOf(it).toLowerCase()) return [];
  return [...(fits('SRV') ? [service] : []), ...(fits('TXT') ? [text] : [])];
}

function additionalsTo(it: Announced, answers: readonly Answer[]): Answer[] {
  const [, service, text] = serviceRecords(it);
  const leadsToService = answers.some(({ type, name }) => type === 'PTR' && name !== EVERY_SERVICE);
  return [...(leadsToService ? [service, text] : []), ...hostRecords(it)];
}

function hostRecords(it: Announced): Answer[] {
  return it.numbers.map((data) => ({ name: hostOf(it), type: 'A', ttl: HOST_TTL, flush: true, data }));
}

/** Who asks for IPv6 hears at once that there is none, and waits for none. */
function noOtherNumbers(it: Announced): Answer {
  const name = hostOf(it);
  return { name, type: 'NSEC', ttl: HOST_TTL, flush: true, data: { nextDomain: name, rrtypes: ['A'] } };
}

function serviceRecords(it: Announced): [Answer, Answer, Answer] {
  const instance = instanceOf(it);
  return [
    { name: serviceOf(it), type: 'PTR', ttl: SERVICE_TTL, data: instance },
    {
      name: instance,
      type: 'SRV',
      ttl: HOST_TTL,
      flush: true,
      data: { target: hostOf(it), port: it.port },
    },
    { name: instance, type: 'TXT', ttl: SERVICE_TTL, flush: true, data: ['path=/'] },
  ];
}

const hostOf = ({ label }: Announced): string => `${label}.local`;
const serviceOf = ({ secure }: Announced): string => `_${secure ? 'https' : 'http'}._tcp.local`;
const instanceOf = (it: Announced): string => `OPD Tokens ${it.label}.${serviceOf(it)}`;
