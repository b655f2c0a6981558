import { hostNameOf, MOST_TURNS, nthLabel, turnOf } from './label';
import { keyOf, type Link } from './links';
import { type Announced, announcement, answersTo, asLegacy, goodbye, probe } from './records';
import type { Answer, openWire, Packet, Reply, Wire } from './wire';

/** RFC 6762 (8.1): three questions, a quarter of a second apart, before a name is used. */
const PROBES = 3;
const PROBE_EVERY_MS = 250;
/** (8.3): said twice, in case it is not heard. */
const SAID_AGAIN_MS = 1_000;
/** An interface that took no multicast, and a name of which every turn was taken, are tried again each time so many looks have gone by. */
const TRIED_AGAIN_AFTER = 60;

interface Options {
  /** Without `.local`. */
  readonly label: string;
  /** What it was called last: a name it gave way with is kept, or devices would find another computer by it. */
  readonly lastName?: string | undefined;
  readonly port: number;
  readonly secure: boolean;
  /** The name is the computer's own, and its system announces that: nothing is said, it is only used. */
  readonly isSystems?: boolean;
  readonly links: () => readonly Link[];
  /** Something of `state` is another. */
  readonly changed: () => void;
  readonly warn: (words: string, error: unknown) => void;
  readonly open: typeof openWire;
  readonly probeEveryMs?: number;
}

/**
 * `asking` whether the name is free · `announced` · `no_network` · `failed`: the network or the system allows no multicast, or every
 * name is taken
 */
export type AnnouncerState = 'asking' | 'announced' | 'no_network' | 'failed';

/** Makes a name known to the networks this computer is in, as long as it runs. Nothing of it throws. */
export interface Announcer {
  /** The name as it is now, or is asked for. */
  name(): string;
  state(): AnnouncerState;
  /** Follows the interfaces there are now; `anew`: also those that look the same, as after the computer slept. */
  follow(anew?: boolean): void;
  /** Says goodbye, and closes every socket. */
  stop(): Promise<void>;
}

export function createAnnouncer(options: Options): Announcer {
  const { port, secure, changed, warn, open, isSystems = false, probeEveryMs = PROBE_EVERY_MS } = options;
  const wires = new Map<string, { readonly wire: Wire; readonly link: Link }>();
  let turn = turnOf(options.label, options.lastName);
  let state: AnnouncerState = 'asking';
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** Own numbers, and those of a moment ago: what still comes back of them is no other computer's. */
  let own = new Set<string>();
  let isStopped = false;
  const deaf = new Set<string>();
  let looks = 0;
  const closing = new Set<Promise<void>>();

  const label = (): string => nthLabel(options.label, turn);
  const announcedOn = ({ numbers }: Link): Announced => ({ label: label(), numbers, port, secure });
  const onEach = (say: (wire: Wire, it: Announced) => void): void => {
    for (const { wire, link } of wires.values()) say(wire, announcedOn(link));
  };

  function become(next: AnnouncerState): void {
    if (state === next) return;
    state = next;
    changed();
  }

  function follow(anew = false): void {
    if (isStopped) return;
    const links = new Map(options.links().map((link) => [keyOf(link), link]));
    const numbers = [...links.values()].flatMap((link) => link.numbers);
    own = new Set([...numbers, ...[...wires.values()].flatMap(({ link }) => link.numbers)]);
    if (isSystems) {
      become(numbers.length === 0 ? 'no_network' : 'announced');
      return;
    }
    looks += 1;
    const isTriedAgain = anew || looks % TRIED_AGAIN_AFTER === 0;
    if (isTriedAgain) deaf.clear();
    for (const key of deaf) if (!links.has(key)) deaf.delete(key);
    const before = wires.size;
    for (const key of wires.keys()) if (anew || !links.has(key)) drop(key);
    const hasFewer = wires.size < before;
    const added = [...links].filter(([key]) => !wires.has(key) && !deaf.has(key));
    for (const [key, link] of added) add(key, link);
    if (wires.size === 0) {
      clearTimeout(timer);
      become(links.size === 0 ? 'no_network' : 'failed');
      return;
    }
    // Another network has other computers in it.
    if (added.length > 0 || (isTriedAgain && state === 'failed')) ask(state === 'failed' ? 1 : turn);
    else if (hasFewer) changed();
  }

  function add(key: string, link: Link): void {
    try {
      const wire = open(link, {
        query: (packet, reply) => answer(packet, link, reply),
        response: ({ answers, additionals }) => notice([...answers, ...additionals]),
        broken: (error) => {
          warn('the name cannot be announced on an interface', error);
          if (wires.get(key)?.wire !== wire) return;
          deaf.add(key);
          drop(key);
          if (wires.size === 0) {
            clearTimeout(timer);
            become('failed');
          }
        },
      });
      wires.set(key, { wire, link });
    } catch (error) {
      deaf.add(key);
      warn('the name cannot be announced on an interface', error);
    }
  }

  function drop(key: string): void {
    const closed = wires
      .get(key)
      ?.wire.close()
      .catch(() => undefined);
    wires.delete(key);
    if (closed === undefined) return;
    closing.add(closed);
    void closed.then(() => closing.delete(closed));
  }

  /** A name in use stays in use meanwhile: those who have it find us by it. */
  function ask(nextTurn: number): void {
    clearTimeout(timer);
    if (nextTurn > MOST_TURNS) {
      become('failed');
      return;
    }
    const isAnother = nextTurn !== turn;
    turn = nextTurn;
    if (state !== 'announced' || isAnother) {
      if (state === 'asking' && isAnother) changed();
      become('asking');
    }
    let probes = 0;
    const again = (): void => {
      probes += 1;
      onEach((wire, it) => wire.query(probe(it)));
      timer = setTimeout(probes < PROBES ? again : say, probeEveryMs);
    };
    timer = setTimeout(again, probeEveryMs);
  }

  function say(): void {
    const tellAll = (): void =>
      onEach((wire, it) => wire.respond({ answers: announcement(it), additionals: [] }));
    tellAll();
    timer = setTimeout(tellAll, SAID_AGAIN_MS);
    become('announced');
  }

  function answer(packet: Packet, link: Link, reply: Reply | null): void {
    if (state !== 'announced') {
      lookAtProbe(packet);
      return;
    }
    const answers = answersTo(announcedOn(link), packet.questions);
    if (answers === null) return;
    if (reply === null) wires.get(keyOf(link))?.wire.respond(answers);
    else reply({ answers: asLegacy(answers.answers), additionals: asLegacy(answers.additionals) });
  }

  /** Two who ask for one name at once: the one with the higher number has it (8.2). */
  function lookAtProbe({ authorities }: Packet): void {
    const theirs = foreign(authorities);
    const [highest = ''] = [...own].sort().reverse();
    if (state === 'asking' && theirs.some((number) => comesAfter(number, highest))) ask(turn + 1);
  }

  /** Somebody else says that the name is theirs. */
  function notice(records: readonly Answer[]): void {
    if (state === 'no_network' || state === 'failed') return;
    if (foreign(records).length > 0) ask(turn + 1);
  }

  /** What others say our name stands for. */
  function foreign(records: readonly Answer[]): string[] {
    const name = hostNameOf(label());
    return records.flatMap((record) => {
      if (record.type !== 'A' || record.name.toLowerCase() !== name) return [];
      return own.has(record.data) || record.ttl === 0 ? [] : [record.data];
    });
  }

  return {
    name: () => hostNameOf(label()),
    state: () => state,
    follow,
    async stop() {
      isStopped = true;
      clearTimeout(timer);
      if (state === 'announced')
        onEach((wire, it) => wire.respond({ answers: goodbye(it), additionals: [] }));
      for (const key of wires.keys()) drop(key);
      await Promise.all(closing);
    },
  };
}

function comesAfter(one: string, other: string): boolean {
  const [a, b] = [one, other].map((number) => number.split('.').map(Number));
  for (const [at, part] of (a ?? []).entries()) {
    const against = b?.[at] ?? -1;
    if (part !== against) return part > against;
  }
  return false;
}
