import { Agent, request } from 'node:http';
import { RandomStream } from '../../src/main/simulation/random';
import type { CallInput, CallName } from '../../src/shared/contract';
import type { DoctorId } from '../../src/shared/model/ids';
import { type ServiceDay, serviceDaySchema } from '../../src/shared/model/time';
import type { Token } from '../../src/shared/model/token';
import type { Result } from '../../src/shared/result';
import type { KnownClinic } from './clinic';
import { type Asked, type Ledger, unanswered } from './ledger';

const CLIENTS = 8;

/** What they do, and how often. */
const work = {
  issue: 36,
  book: 12,
  checkIn: 10,
  callNext: 14,
  start: 8,
  serve: 8,
  cancel: 6,
  hold: 3,
  transfer: 3,
  undo: 4,
  settings: 2,
  doctor: 1,
} as const;

/** Eight screens at work at once, each with a connection of its own. */
export interface Clients {
  /**
   * Has them work until the server no longer answers, or `answered` says that it is enough; it hears of every answer.
   * @param answered how many were done so far; true: no more is asked for
   */
  work(address: string, answered: (count: number) => boolean): Promise<void>;
  /** R17: whatever nobody answered is asked again, under the same name. */
  askAgain(address: string, asked?: readonly Asked[]): Promise<void>;
  /** Makes a backup; like everything else it may never be answered. */
  backUp(address: string): Promise<unknown>;
}

/** @param seed what they do follows from it, as far as what they are answered does */
export function createClients(ledger: Ledger, clinic: KnownClinic, seed: number): Clients {
  const randoms = Array.from({ length: CLIENTS }, (_, index) => new RandomStream(seed, 'client', index));
  const tokens = new Map<string, Token>();
  const tomorrow = serviceDaySchema.parse(clinic.tomorrow);
  let people = 0;

  /** The token that it was about, as the client was told. */
  function learn({ call, answer }: Asked): void {
    if (answer?.ok !== true || !/^(tokens|queue)\./.test(call)) return;
    const value = answer.value as Token | { token: Token };
    const token = 'token' in value ? value.token : value;
    tokens.set(token.id, token);
  }

  /** False: the server is gone. What it did of this is asked for afterwards. */
  async function ask(address: string, agent: Agent, asked: Asked): Promise<boolean> {
    const answer = await post(address, agent, asked.call, asked.input).catch((error: unknown) => {
      if (error instanceof NoAnswer) return undefined;
      throw error;
    });
    if (answer === undefined) return false;
    asked.answer = answer;
    learn(asked);
    return true;
  }

  function patient(random: RandomStream) {
    people += 1;
    const source = random.pick({ walk_in: 6, paid: 2, follow_up: 2, emergency: 1 });
    return { source, patientName: `Patient ${people}`, patientContact: `98${10_000_000 + people}` };
  }

  function next(random: RandomStream): Asked {
    const doctorId = one(random, clinic.doctorIds);
    const wished = wish(random, doctorId);
    return wished ?? ledger.ask('tokens.issue', { doctorId, ...patient(random) });
  }

  /** Undefined: there is nobody to do it with. */
  function wish(random: RandomStream, doctorId: DoctorId): Asked | undefined {
    const what = random.pick(work);
    const here = (fits: (token: Token) => boolean): Token | undefined => {
      const fitting = [...tokens.values()].filter(
        (token) => token.doctorId === doctorId && token.serviceDay === clinic.today && fits(token),
      );
      return fitting.length > 0 ? one(random, fitting) : undefined;
    };
    const at = (stage: string) => (token: Token) => token.status === 'active' && token.stage === stage;
    const withToken = <N extends CallName>(
      call: N,
      token: Token | undefined,
      inputOf: (tokenId: Token['id']) => CallInput<N>,
    ): Asked | undefined => token && ledger.ask(call, inputOf(token.id));
    switch (what) {
      case 'issue':
        return undefined;
      case 'book': {
        const serviceDay: ServiceDay = random.chance(0.6) ? serviceDaySchema.parse(clinic.today) : tomorrow;
        return ledger.ask('tokens.issue', { doctorId, ...patient(random), source: 'online', serviceDay });
      }
      case 'checkIn':
        return withToken('tokens.checkIn', here(at('booked')), (tokenId) => ({ tokenId }));
      case 'callNext':
        return ledger.ask('queue.callNext', { doctorId });
      case 'start':
        return withToken('tokens.start', here(at('called')), (tokenId) => ({ tokenId }));
      case 'serve':
        return withToken('tokens.serve', here(at('in_consultation')), (tokenId) => ({ tokenId }));
      case 'cancel':
        return withToken('tokens.cancel', here(at('checked_in')), (tokenId) => ({ tokenId }));
      case 'hold':
        return withToken('tokens.hold', here(at('called')), (tokenId) => ({ tokenId }));
      case 'transfer': {
        const to = one(random, clinic.doctorIds);
        return withToken('tokens.transfer', here(at('checked_in')), (tokenId) => ({ tokenId, doctorId: to }));
      }
      case 'undo':
        return withToken(
          'tokens.undo',
          here(() => true),
          (tokenId) => ({ tokenId }),
        );
      case 'settings':
        return ledger.ask('settings.change', { clinic: { clinicName: `Clinic ${ledger.all.length}` } });
      case 'doctor':
        return ledger.ask('doctors.save', { name: `Dr ${ledger.all.length}` });
    }
  }

  return {
    async work(address, answered) {
      let count = 0;
      let isEnough = false;
      await Promise.all(
        randoms.map(async (random) => {
          const agent = new Agent({ keepAlive: true, maxSockets: 1 });
          while (!isEnough && (await ask(address, agent, next(random)))) {
            count += 1;
            isEnough ||= answered(count);
          }
          agent.destroy();
        }),
      );
    },
    async askAgain(address, asked = ledger.all.filter(unanswered)) {
      const agent = new Agent({ keepAlive: true, maxSockets: 1 });
      for (const one of asked) {
        if (!(await ask(address, agent, one))) throw new Error('The server does not answer.');
      }
      agent.destroy();
    },
    backUp: (address) => post(address, new Agent(), 'backups.make', {}).catch(() => undefined),
  };
}

/** Nobody answered, or not to the end. */
class NoAnswer extends Error {}

/** A call as the app's own pages make it. Throws {@link NoAnswer}. */
export function post(address: string, agent: Agent, call: CallName, input: object): Promise<Result<unknown>> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', 'x-opd-screen': 'desk' };
    const asked = request(`${address}/rpc/${call}`, { method: 'POST', agent, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part: string) => {
        text += part;
      });
      response.on('error', (error) => reject(new NoAnswer(error.message)));
      response.on('end', () => {
        if (!response.complete) return reject(new NoAnswer('half an answer'));
        // On a machine that stands still the request itself may not arrive in time: nothing was done.
        if (response.statusCode === 408) return reject(new NoAnswer(text));
        const answer = JSON.parse(text) as Result<unknown>;
        if (typeof answer.ok === 'boolean') resolve(answer);
        else reject(new Error(`${call} was answered ${response.statusCode}: ${text}`));
      });
    });
    asked.on('error', (error) => reject(new NoAnswer(error.message)));
    asked.end(JSON.stringify(input));
  });
}

function one<T>(random: RandomStream, all: readonly T[]): T {
  const chosen = all[random.below(all.length)];
  if (chosen === undefined) throw new Error('Nothing to choose from.');
  return chosen;
}
