import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Caller } from '../../src/main/app/access/caller';
import { type App, createApp } from '../../src/main/app/app';
import type { Environment } from '../../src/main/app/environment';
import { noPrinters } from '../../src/main/app/outside/printers';
import { fillWithSamples } from '../../src/main/app/practice/samples';
import { announceCommits } from '../../src/main/app/run/announce';
import { standingClock } from '../../src/main/app/time/clock';
import { alwaysWatched } from '../../src/main/app/time/watch';
import { compose, openStore } from '../../src/main/composition';
import type { EventHub } from '../../src/main/http/event-hub';
import type { CallInput, CallName, CallOutput } from '../../src/shared/contract';
import type { Doctor } from '../../src/shared/model/doctor';
import type { DoctorId } from '../../src/shared/model/ids';
import { serviceDaySchema } from '../../src/shared/model/time';

/** A Monday, half an hour before the first slot. */
export const DAY = serviceDaySchema.parse('2026-01-05');
export const MORNING = Date.parse(`${DAY}T08:30:00+05:30`);

/** Of the sample clinic; whoever is added comes after them. */
export const SAMPLE_DOCTORS = 3;

const staff: Caller = { role: 'staff', screen: 'desk', doctorId: null };
const log = { info() {}, warn() {}, error() {} };

/** The app as the product wires it, without windows, on a database file of its own. */
export interface BenchClinic {
  readonly app: App;
  readonly environment: Environment;
  readonly events: EventHub;
  readonly path: string;
  /** Those of the sample first, then in the order they were added. */
  readonly doctorIds: readonly DoctorId[];
  /** As reception's window asks; a refusal ends the benchmark. */
  call<N extends CallName>(name: N, input: CallInput<N>): Promise<CallOutput<N>>;
  /** The same ids in the same order in every clinic that does the same. */
  newId(): string;
  close(): Promise<void>;
}

/** Opens what is there, or a clinic of three doctors. Time stands still in it. */
export async function openBenchClinic(path: string, now = MORNING): Promise<BenchClinic> {
  mkdirSync(dirname(path), { recursive: true });
  const store = openStore(path, undefined);
  const composed = compose({
    store,
    folder: dirname(path),
    clock: standingClock(now),
    log,
    version: '0.0.0',
    printers: noPrinters,
    bundledVoice: join(process.cwd(), 'resources/voice'),
    training: true,
    watch: alwaysWatched,
  });
  const newId = countedIds();
  const environment: Environment = { ...composed.environment, newId };
  await fillWithSamples(store);
  const stopTelling = announceCommits(environment);
  const app = createApp(environment, { open: () => undefined, close: () => undefined }, composed.devices);
  return {
    app,
    environment,
    events: composed.events,
    path,
    doctorIds: [...(await store.doctors())].sort(byAdding).map(({ id }) => id),
    async call(name, input) {
      const result = await app.call(name, input, staff);
      if (!result.ok) throw new Error(`${name}: ${result.error.code}: ${result.error.message}`);
      return result.value as CallOutput<typeof name>;
    },
    newId,
    close: async () => {
      stopTelling();
      await store.close();
    },
  };
}

/** The store lists them by letter, where AA stands before B: whoever was added has a number in the name. */
function byAdding(one: Doctor, other: Doctor): number {
  const numberOf = ({ name }: Doctor): number => Number(/\d+$/.exec(name)?.[0] ?? 0);
  return numberOf(one) - numberOf(other);
}

/** Spread over an index like random ones. */
export function countedIds(name = 'bench'): () => string {
  let count = 0;
  return () => {
    count += 1;
    const hex = createHash('sha256').update(`${name} ${count}`).digest('hex');
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
  };
}
