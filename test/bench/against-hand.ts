import { alternate } from './alternate';
import { type BenchClinic, openBenchClinic } from './clinic';
import type { Workshop } from './fixture';
import { openByHand, recordedWrites, recordWrites, type Written } from './recording';
import { sum } from './statistics';
import { type Commands, commandsOf } from './visit';

/** What is measured of a clinic, step by step: the same steps lead to the same rows in every copy of a database. */
export interface Steps {
  /** The measured command. */
  command(index: number): Promise<unknown>;
  /** Whatever makes ready for the next one. */
  between?(index: number): Promise<unknown>;
}

export type StepsOf = (clinic: BenchClinic, commands: Commands) => Steps | Promise<Steps>;

interface Recorded {
  /** Before the first command. */
  readonly prepared: Written;
  readonly steps: readonly { readonly command: Written; readonly between: Written }[];
}

/** Has the steps done in a copy that keeps what they write. */
export async function record(
  workshop: Workshop,
  path: string,
  runs: number,
  stepsOf: StepsOf,
): Promise<Recorded> {
  const copy = workshop.again(path);
  recordWrites(copy);
  const clinic = await openBenchClinic(copy);
  const writes = recordedWrites(copy);
  writes.next();
  const steps = await stepsOf(clinic, commandsOf(clinic));
  const prepared = writes.next();
  const recorded: Recorded['steps'][number][] = [];
  for (let run = 0; run < runs; run += 1) {
    await steps.command(run);
    const command = writes.next();
    await steps.between?.(run);
    recorded.push({ command, between: writes.next() });
  }
  writes.close();
  await clinic.close();
  return { prepared, steps: recorded };
}

export interface AgainstHand {
  /** Of a run in which `kinds` kinds of steps take turns: those of one kind. */
  of(kind: number, kinds: number): AgainstHand;
  /** Milliseconds of each command, and of its rows written by hand. */
  readonly app: number[];
  readonly hand: number[];
  /** How many rows a command writes, on average. */
  readonly rows: number;
}

/** Commands of the app in turn with the very rows they write, written by hand in one durable transaction each. */
export async function againstHand(
  workshop: Workshop,
  path: string,
  runs: number,
  stepsOf: StepsOf,
  warmUp = Math.min(40, Math.ceil(runs / 10)),
): Promise<AgainstHand> {
  const { prepared, steps: recorded } = await record(workshop, path, runs + warmUp, stepsOf);
  const clinic = await openBenchClinic(workshop.again(path));
  const steps = await stepsOf(clinic, commandsOf(clinic));
  const byHand = openByHand(workshop.again(path));
  byHand.write(prepared);
  const times = await alternate(
    runs,
    {
      app: { run: steps.command, ...(steps.between && { between: steps.between }) },
      hand: {
        run: (index) => byHand.write(recorded[index]?.command ?? []),
        between: (index) => byHand.write(recorded[index]?.between ?? []),
      },
    },
    { warmUp },
  );
  byHand.close();
  await clinic.close();
  return measured(
    times.app,
    times.hand,
    recorded.slice(warmUp).map(({ command }) => command.length),
  );
}

function measured(app: number[], hand: number[], written: readonly number[]): AgainstHand {
  return {
    app,
    hand,
    rows: sum(written) / written.length,
    of: (kind, kinds) => {
      const ofKind = <T>(values: readonly T[]): T[] => values.filter((_, index) => index % kinds === kind);
      return measured(ofKind(app), ofKind(hand), ofKind(written));
    },
  };
}
