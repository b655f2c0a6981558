import type { networkInterfaces } from 'node:os';
import { expect, it, onTestFinished } from 'vitest';
import type { Link } from '../../src/main/mdns/links';
import type { openWire, Packet } from '../../src/main/mdns/wire';
import { keepWhereabouts, type WhereaboutsKeeper } from '../../src/main/whereabouts';
import { at, openClinic, type TestClinic } from '../helpers/clinic';

const DAY_MS = 24 * 60 * 60_000;

interface Run {
  readonly keeper: WhereaboutsKeeper;
  readonly wires: readonly Link[];
  /** Another computer says of a name that it has it. */
  claim(name: string): void;
  /** Resolves when it tells of a change next. */
  changed(): Promise<void>;
  /** The network gives it these numbers from now on. */
  give(...numbers: string[]): void;
}

/** A computer called RECEPTION; its packets go nowhere. */
async function keep(
  { environment }: TestClinic,
  numbers: readonly string[],
  options: { host?: string; hostName?: string } = {},
): Promise<Run> {
  let interfaces = interfacesWith(numbers);
  let tell: () => void = () => undefined;
  const wires: Link[] = [];
  const hearing: Parameters<typeof openWire>[1][] = [];
  const open: typeof openWire = (link, heard) => {
    wires.push(link);
    hearing.push(heard);
    return { query: () => undefined, respond: () => undefined, close: async () => undefined };
  };
  const keeper = await keepWhereabouts({
    environment,
    host: options.host ?? '0.0.0.0',
    port: 4180,
    certificatePath: '',
    hostName: options.hostName ?? '',
    changed: () => tell(),
    computer: () => ({ name: 'RECEPTION', interfaces }),
    open,
    lookEveryMs: 5,
  });
  onTestFinished(() => keeper.stop());
  const changed = (): Promise<void> =>
    new Promise((done) => {
      tell = done;
    });
  const give = (...next: string[]): void => {
    interfaces = interfacesWith(next);
  };
  const claim = (name: string): void => {
    const answers: Packet['answers'] = [{ name, type: 'A', ttl: 120, data: '10.9.9.9' }];
    hearing.at(-1)?.response({ id: 0, questions: [], answers, authorities: [], additionals: [] });
  };
  return { keeper, wires, changed, give, claim };
}

function interfacesWith(numbers: readonly string[]): ReturnType<typeof networkInterfaces> {
  const common = { netmask: '255.255.255.0', mac: '00:00:00:00:00:00', family: 'IPv4' } as const;
  return {
    lo: [{ ...common, address: '127.0.0.1', cidr: '127.0.0.1/8', internal: true }],
    lan: numbers.map((address) => ({ ...common, address, cidr: `${address}/24`, internal: false })),
  };
}

it('nobody of the network is let in: there is no socket, no name and nothing to tell', async () => {
  const { keeper, wires } = await keep(await openClinic(), ['192.168.0.9'], { host: '127.0.0.1' });
  expect(wires).toEqual([]);
  expect(keeper.names()).toEqual([]);
  expect(keeper.where()).toEqual({ addresses: ['http://127.0.0.1:4180'], named: null, moved: null });
});

it('the name is offered before the numbers once it is known to be free', async () => {
  const { keeper, changed } = await keep(await openClinic(), ['192.168.0.9']);
  expect(keeper.where().addresses).toEqual(['http://192.168.0.9:4180']);
  while (keeper.where().named?.state !== 'announced') await changed();
  expect(keeper.where()).toEqual({
    addresses: ['http://opd-reception.local:4180', 'http://192.168.0.9:4180'],
    named: { name: 'opd-reception.local', wanted: 'opd-reception.local', state: 'announced' },
    moved: null,
  });
  expect(keeper.names()).toEqual(['opd-reception.local']);
});

it('the clinic’s own choice; the computer’s own name is used and not announced', async () => {
  const clinic = await openClinic();
  const chosen = await keep(clinic, ['192.168.0.9'], { hostName: 'front' });
  expect(chosen.keeper.names()).toEqual(['front.local']);
  const own = await keep(clinic, ['192.168.0.9'], { hostName: 'reception' });
  expect(own.wires).toEqual([]);
  expect(own.keeper.where().addresses[0]).toBe('http://reception.local:4180');
});

it('another number is noticed, told and said for a week; one that only came or went is no change', async () => {
  const clinic = await openClinic({ time: at('09:00') });
  const { keeper, changed, give, wires } = await keep(clinic, ['192.168.0.9']);
  const added = changed();
  give('192.168.0.9', '10.8.0.2');
  await added;
  expect(keeper.where()).toMatchObject({ moved: null });
  const moved = changed();
  give('192.168.0.31', '10.8.0.2');
  await moved;
  while (keeper.where().moved === null) await changed();
  expect(keeper.where().addresses).toContain('http://192.168.0.31:4180');
  expect(keeper.where().addresses).not.toContain('http://192.168.0.9:4180');
  expect(keeper.where().moved).toEqual({ at: at('09:00'), from: ['192.168.0.9'] });
  expect(wires.at(-1)?.numbers).toEqual(['192.168.0.31', '10.8.0.2']);
  clinic.clock.setTo(at('09:00') + 7 * DAY_MS);
  expect(keeper.where().moved).toBeNull();
});

it('a number that changed while the app was closed is said too; a network that was gone for a while is not', async () => {
  const clinic = await openClinic({ time: at('09:00') });
  const before = await keep(clinic, ['192.168.0.9']);
  await before.keeper.stop();
  const without = await keep(clinic, []);
  expect(without.keeper.where()).toMatchObject({ addresses: ['http://127.0.0.1:4180'], moved: null });
  await without.keeper.stop();
  const same = await keep(clinic, ['192.168.0.9']);
  expect(same.keeper.where().moved).toBeNull();
  await same.keeper.stop();
  const after = await keep(clinic, ['192.168.0.77']);
  expect(after.keeper.where().moved?.from).toEqual(['192.168.0.9']);
});

it('a name that it once gave way with is kept: devices would find the other computer by the first', async () => {
  const clinic = await openClinic();
  const before = await keep(clinic, ['192.168.0.9']);
  before.claim('opd-reception.local');
  while (before.keeper.where().named?.state !== 'announced') await before.changed();
  expect(before.keeper.where().named).toMatchObject({
    name: 'opd-reception-2.local',
    wanted: 'opd-reception.local',
  });
  await before.keeper.stop();
  const after = await keep(clinic, ['192.168.0.9']);
  expect(after.keeper.names()).toEqual(['opd-reception-2.local']);
  const renamed = await keep(clinic, ['192.168.0.9'], { hostName: 'front' });
  expect(renamed.keeper.names()).toEqual(['front.local']);
});
