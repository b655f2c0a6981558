import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { RandomStream } from '../../src/main/simulation/random';
import { bundlePrograms, type ServerProcess, startServerProcess } from '../helpers/programs';
import { checkData } from './check';
import { type Clients, createClients } from './clients';
import { fillClinic } from './clinic';
import { type Asked, acknowledged, type Ledger, newLedger, unanswered } from './ledger';

/** How often the server is killed; `npm run torture -- kill` does so a thousand times. */
const KILLS = Number(process.env.TORTURE_KILLS ?? 10);
const SEED = Number(process.env.TORTURE_SEED ?? 20_260_105);
/** A clinic of its own after so many: nobody has more in a day. */
const KILLS_A_CLINIC = 20;
/** So many commands are answered at most before it is killed. */
const MOST_COMMANDS = 90;

/** When it is killed: while it starts, at work, while it copies the data, while it closes them. */
const moments = { starting: 2, working: 8, copying: 2, closing: 2 } as const;

let program: string;

beforeAll(async () => {
  program = join(
    await bundlePrograms(`test-kill-${KILLS}`, ['src/main/serve', 'src/main/copier']),
    'serve.js',
  );
});

test(`killed ${KILLS} times under load: everything acknowledged is there, once, and asked again it is answered the same`, {
  timeout: 120_000 + KILLS * 20_000,
}, async () => {
  const random = new RandomStream(SEED, 'kill');
  const total = { acknowledged: 0, refused: 0, unanswered: 0 };
  for (let killed = 0; killed < KILLS; killed += KILLS_A_CLINIC) {
    const ledger = await killClinic(random, Math.min(KILLS_A_CLINIC, KILLS - killed), SEED + killed, total);
    total.acknowledged += ledger.all.filter(acknowledged).length;
    total.refused += ledger.all.filter(({ answer }) => answer?.ok === false).length;
    if (KILLS > KILLS_A_CLINIC) {
      process.stdout.write(`${killed + KILLS_A_CLINIC} kills: ${JSON.stringify(total)}\n`);
    }
  }
  // Killed while they asked: otherwise nothing was proved.
  expect(total.acknowledged).toBeGreaterThan(KILLS);
  expect(total.unanswered).toBeGreaterThan(0);
});

/** The life of one clinic. */
async function killClinic(
  random: RandomStream,
  kills: number,
  seed: number,
  total: { unanswered: number },
): Promise<Ledger> {
  const data = mkdtempSync(join(tmpdir(), 'opd-kill-'));
  const ledger = newLedger();
  let startTook = 500;
  const start = async (): Promise<{ server: ServerProcess; address: string }> => {
    const began = performance.now();
    const server = startServerProcess(program, data);
    const address = await server.ready;
    if (address === null) throw new Error(`It does not start again: ${(await server.ended).said}`);
    startTook = performance.now() - began;
    return { server, address };
  };
  try {
    // Its first start of all is cut off too: with half a database there was nothing to lose, and it begins anew.
    await killStarting(random, data, startTook);
    await kill((await start()).server);
    const clients = createClients(ledger, await fillClinic(data), seed);

    for (let round = 0; round < kills; round += 1) {
      const moment = random.pick(moments);
      if (moment === 'starting') await killStarting(random, data, startTook);
      else {
        const { server, address } = await start();
        // R17: what nobody answered is done now, or was done and is answered now; what was answered is answered the same.
        await clients.askAgain(address);
        await checkSameAnswers(clients, address, ledger, random);
        await killAtWork(random, server, address, clients, moment);
        total.unanswered += ledger.all.filter(unanswered).length;
      }
      await checkData(data, ledger.all);
    }
    const { server, address } = await start();
    await clients.askAgain(address);
    await kill(server);
    await checkData(data, ledger.all);
    await checkIsStrict(data, ledger);
    return ledger;
  } finally {
    rmSync(data, { recursive: true, force: true, maxRetries: 3 });
  }
}

async function killAtWork(
  random: RandomStream,
  server: ServerProcess,
  address: string,
  clients: Clients,
  moment: keyof typeof moments,
): Promise<void> {
  const most = 1 + random.below(MOST_COMMANDS);
  let backup: Promise<unknown> = Promise.resolve();
  await clients.work(address, (count) => {
    if (moment === 'copying' && count === Math.ceil(most / 2)) backup = clients.backUp(address);
    if (count < most) return false;
    // The others go on asking, and some of them are never answered.
    if (count === most) {
      if (moment === 'closing') server.child.kill('SIGTERM');
      setTimeout(() => server.child.kill('SIGKILL'), random.uniform(0, moment === 'closing' ? 60 : 8));
    }
    return false;
  });
  await backup;
  server.child.kill('SIGKILL');
  await server.ended;
}

async function killStarting(random: RandomStream, data: string, startTook: number): Promise<void> {
  const server = startServerProcess(program, data);
  const timer = setTimeout(() => server.child.kill('SIGKILL'), random.uniform(0.3, 1.05) * startTook);
  await server.ready;
  clearTimeout(timer);
  await kill(server);
}

async function kill(server: ServerProcess): Promise<void> {
  server.child.kill('SIGKILL');
  await server.ended;
}

/** Some of what was done, under the name that it had. */
async function checkSameAnswers(
  clients: Clients,
  address: string,
  ledger: Ledger,
  random: RandomStream,
): Promise<void> {
  const done = ledger.all.filter(acknowledged);
  const some = Array.from({ length: Math.min(10, done.length) }, () => done[random.below(done.length)]);
  for (const one of some) {
    if (!one) continue;
    const before = whatWasDone(one.answer);
    await clients.askAgain(address, [one]);
    expect(whatWasDone(one.answer), `${one.call} asked again`).toEqual(before);
  }
}

/** What was told to a client and is not there is found: the check can fail. */
async function checkIsStrict(data: string, { all }: Ledger): Promise<void> {
  const issued = all.find((asked) => asked.call === 'tokens.issue' && acknowledged(asked));
  if (!issued) throw new Error('Nobody was given a token.');
  await expect(checkData(data, [{ ...issued, requestId: crypto.randomUUID() }])).rejects.toThrow('not there');
}

/** An answer without what is offered besides, which is of the moment. */
function whatWasDone(answer: Asked['answer']): unknown {
  if (answer?.ok !== true || typeof answer.value !== 'object') return answer;
  return { ...answer, value: { ...answer.value, otherwise: null } };
}
