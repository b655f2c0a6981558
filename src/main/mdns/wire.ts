import makeMdns, { type FullPacket } from 'multicast-dns';
import { isOnLink, type Link } from './links';

export type Answer = NonNullable<FullPacket['answers']>[number];
export type Question = NonNullable<FullPacket['questions']>[number];

/** What goes over the network. */
export interface Packet {
  readonly id: number;
  readonly questions: Question[];
  readonly answers: Answer[];
  readonly authorities: Answer[];
  readonly additionals: Answer[];
}

/** Multicast's own port; who asks from another speaks ordinary DNS (RFC 6762, 6.7). */
const PORT = 5353;
/** Each would be answered: who asks more at once wants to keep us busy. */
const MOST_QUESTIONS = 100;

export interface Heard {
  /** @param reply answers who asked alone, if it asked as ordinary DNS does; null: everybody hears the answer */
  readonly query: (packet: Packet, reply: Reply | null) => void;
  readonly response: (packet: Packet) => void;
  /** Nothing is heard or said on this interface any more. */
  readonly broken: (error: Error) => void;
}

export type Reply = (answers: Pick<Packet, 'answers' | 'additionals'>) => void;

/** Multicast on one interface. Nothing of it throws. */
export interface Wire {
  query(packet: Pick<Packet, 'questions' | 'authorities'>): void;
  respond(packet: Pick<Packet, 'answers' | 'additionals'>): void;
  /** What was said is sent, then the socket is closed. */
  close(): Promise<void>;
}

/**
 * One socket for one interface: with a common one everything would leave by the system's favourite. What comes from beyond the
 * interface's own network is not heard: a socket is given what arrives at any.
 * @param port multicast's own; another one in tests
 */
export function openWire(link: Link, heard: Heard, port = PORT): Wire {
  const [number = '127.0.0.1'] = link.numbers;
  // Bound to every number: to its own alone, the system would give it no multicast.
  const mdns = makeMdns({ interface: number, bind: '0.0.0.0', port });
  const sending = new Set<Promise<unknown>>();
  let isOpen = true;
  const fail = (error: Error): void => {
    if (isOpen) heard.broken(error);
  };
  mdns.on('error', fail);
  // A membership that was refused is a network without multicast: who listens there hears nothing.
  mdns.on('warning', (error: Error & { syscall?: string }) => {
    if (error.syscall !== undefined) fail(error);
  });
  mdns.on('query', (packet, from) => {
    if (!isOpen || !isOnLink(from.address, link)) return;
    // From nowhere: what is sent to port 0 is thrown where nobody can catch it.
    if (from.port === 0 || (packet.questions?.length ?? 0) > MOST_QUESTIONS) return;
    const isLegacy = from.port !== port;
    heard.query(
      whole(packet),
      isLegacy
        ? ({ answers, additionals }) => {
            const { id, questions } = whole(packet);
            send((done) =>
              mdns.respond(
                { id, questions, answers, additionals },
                { address: from.address, port: from.port },
                done,
              ),
            );
          }
        : null,
    );
  });
  mdns.on('response', (packet, from) => {
    if (isOpen && isOnLink(from.address, link)) heard.response(whole(packet));
  });

  function send(begin: (done: () => void) => void): void {
    if (!isOpen) return;
    // Not sent: the network is gone for now. It is noticed by its numbers, and what was to be said is said again then.
    const sent = new Promise<void>((done) => begin(() => done())).catch(() => undefined);
    sending.add(sent);
    void sent.then(() => sending.delete(sent));
  }

  return {
    query: (packet) => send((done) => mdns.query(packet, done)),
    respond: (packet) => send((done) => mdns.respond(packet, done)),
    async close() {
      if (!isOpen) return;
      const goingOut = [...sending];
      isOpen = false;
      await Promise.all(goingOut);
      await new Promise<void>((closed) => mdns.destroy(closed));
    },
  };
}

function whole({
  id = 0,
  questions = [],
  answers = [],
  authorities = [],
  additionals = [],
}: FullPacket): Packet {
  return { id, questions, answers, authorities, additionals };
}
