import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { RandomStream } from '../../src/main/simulation/random';
import { bundlePrograms, startServerProcess } from '../helpers/programs';
import { checkData } from './check';
import { createClients } from './clients';
import { fillClinic } from './clinic';
import { Disk } from './disk';
import { type Asked, acknowledged, newLedger } from './ledger';
import { readTrace, recorder, type Step } from './trace';

/** How often the power goes; `npm run torture -- power` does so five hundred times. */
const CUTS = Number(process.env.TORTURE_CUTS ?? 12);
const SEED = Number(process.env.TORTURE_SEED ?? 20_260_105);
const COMMANDS = Math.min(600, CUTS * 4);

let server: string;
let answersEarly: string;

beforeAll(async () => {
  try {
    execFileSync('strace', ['-V']);
  } catch {
    throw new Error('This proof needs strace, as “npm test” installs it: apt-get install strace');
  }
  server = join(
    await bundlePrograms(`test-power-${CUTS}`, ['src/main/serve', 'src/main/copier']),
    'serve.js',
  );
  const early = await bundlePrograms(`test-early-${CUTS}`, ['test/torture/serve-unsynced']);
  answersEarly = join(early, 'serve-unsynced.js');
});

test(`the power goes ${CUTS} times, and every write not yet synced may be lost or torn: nothing acknowledged is lost`, {
  timeout: 120_000 + CUTS * 5_000,
}, async () => {
  const lost = await cut(await record(server), CUTS);
  expect(lost).toEqual([]);
});

test('a server that answers before the disk has promised is found out by the same cuts', {
  timeout: 240_000,
}, async () => {
  const lost = await cut(await record(answersEarly), Math.min(CUTS, 8));
  expect(lost.length).toBeGreaterThan(0);
  // It loses the last moments; what it keeps is whole.
  for (const sentence of lost) expect(sentence).toMatch(/is not there/);
});

interface Recording {
  /** As it was before the first step. */
  readonly disk: Disk;
  readonly steps: readonly Step[];
  readonly asked: readonly Asked[];
}

/** A server at work, with a backup in between, from its start to its orderly end. */
async function record(program: string): Promise<Recording> {
  const folder = temporary('opd-power-');
  const trace = join(temporary('opd-trace-'), 'trace');
  const known = await fillClinic(folder);
  const disk = new Disk(folder);
  const ledger = newLedger();
  const clients = createClients(ledger, known, SEED);
  const running = startServerProcess(program, folder, recorder(trace));
  const address = await running.ready;
  if (address === null) throw new Error((await running.ended).said);
  let backup: Promise<unknown> = Promise.resolve();
  await clients.work(address, (count) => {
    if (count === Math.ceil(COMMANDS / 2)) backup = clients.backUp(address);
    return count >= COMMANDS;
  });
  await backup;
  process.kill(tracedBy(running.child.pid ?? 0), 'SIGTERM');
  await running.ended;
  return { disk, steps: await readTrace(trace), asked: ledger.all };
}

/** What is lost or spoilt after each of so many cuts, as sentences. */
async function cut({ disk, steps, asked }: Recording, cuts: number): Promise<string[]> {
  const random = new RandomStream(SEED, 'power', cuts);
  // From the first answer on: before it there was nothing to lose.
  const first = steps.findIndex(({ kind }) => kind === 'send');
  const places = Array.from({ length: cuts }, () => first + random.below(steps.length - first));
  const answers = answersIn(asked);
  const told: Asked[] = [];
  const lost: string[] = [];
  let made = 0;
  for (const [index, step] of steps.entries()) {
    for (const place of places.filter((one) => one === index)) {
      const after = mkdtempSync(join(tmpdir(), 'opd-cut-'));
      try {
        disk.writeAfterCut(after, random);
        await checkData(after, told);
      } catch (error) {
        const what = error instanceof Error ? error.message : String(error);
        lost.push(`cut at step ${place}, ${told.length} acknowledged: ${what}`);
      } finally {
        made += 1;
        if (made % 100 === 0) process.stdout.write(`${made} cuts, ${lost.length} with losses\n`);
        rmSync(after, { recursive: true, force: true });
      }
    }
    if (step.kind === 'send') told.push(...answers.take(step.data));
    else disk.do(step);
  }
  expect(answers.left(), 'answers that the recording does not have').toBe(0);
  process.stdout.write(
    `${cuts} cuts, ${steps.length} steps, ${told.length} acknowledged, ${lost.length} with losses\n`,
  );
  return lost;
}

/**
 * Which command an answer on the wire is the answer of. Two who check the same patient in are answered the same words, and
 * the first of these answers may be that of whoever asked last: they count once all of them are out.
 */
function answersIn(asked: readonly Asked[]) {
  const open = new Map<string, { readonly same: Asked[]; out: number }>();
  for (const one of asked.filter(acknowledged)) {
    const text = JSON.stringify(one.answer);
    const answer = open.get(text) ?? { same: [], out: 0 };
    answer.same.push(one);
    open.set(text, answer);
  }
  return {
    take(data: Buffer): readonly Asked[] {
      const text = data.toString();
      const answer = open.get(text.slice(text.indexOf('\r\n\r\n') + 4));
      if (answer === undefined) return [];
      answer.out += 1;
      return answer.out === answer.same.length ? answer.same : [];
    },
    left: () => [...open.values()].reduce((left, { same, out }) => left + same.length - out, 0),
  };
}

/** The process that `strace` started. */
function tracedBy(pid: number): number {
  return Number(readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim());
}

function temporary(prefix: string): string {
  const folder = mkdtempSync(join(tmpdir(), prefix));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));
  return folder;
}
