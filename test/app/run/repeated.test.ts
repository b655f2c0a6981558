import { describe, expect, it } from 'vitest';
import { createApp } from '../../../src/main/app/app';
import { makeRounds } from '../../../src/main/app/day/rounds';
import type { Store } from '../../../src/main/store/store';
import { type CallInput, type CallName, contract } from '../../../src/shared/contract';
import { serviceDaySchema } from '../../../src/shared/model/time';
import { at, noWindows, staff } from '../../helpers/clinic';
import { openCountedClinic } from '../../helpers/counted-clinic';
import { everyCommand, type Line, type Repeatable } from './every-command';
import { type Scene, sceneIn } from './scene';

const requestId = 'request-0001';
const names = Object.keys(everyCommand) as Repeatable[];

/** Its line with the types forgotten: the table itself is checked. */
const lineOf = (name: Repeatable) => everyCommand[name] as unknown as Line<CallName>;

async function openScene(): Promise<Scene> {
  return sceneIn(await openCountedClinic());
}

/** Whatever a command could change, and say of it. */
async function traceOf({ store, changes, events }: Scene) {
  const day = serviceDaySchema.parse('2026-01-01');
  const books: unknown[] = [];
  for (const key of await store.booksFrom(day)) {
    const book = await store.book(key, key.serviceDay);
    books.push([key.doctorId, key.serviceDay, book?.revision, (await store.events(key)).length]);
  }
  return { books, rows: changes(), told: events.length };
}

/** The same without what is another in every clinic: the rows themselves. */
async function shapeOf(scene: Scene) {
  const { books, told } = await traceOf(scene);
  const jobs = await scene.store.countPrintJobs(0);
  return {
    books,
    told,
    jobs: jobs.map(({ state, count }) => [state, count]),
    doctors: (await scene.store.doctors()).length,
  };
}

function send(scene: Scene, name: Repeatable, input: CallInput<CallName>, id?: string) {
  const sent = id === undefined ? input : { ...input, requestId: id };
  return scene.app.receive(name, sent, lineOf(name).caller ?? staff);
}

/** Nothing was done by it. */
async function unchanged<T>(scene: Scene, work: () => Promise<T>): Promise<T> {
  const before = await traceOf(scene);
  const answer = await work();
  expect(await traceOf(scene)).toEqual(before);
  return answer;
}

it('R17: every command with a request id has its line', () => {
  const withId = Object.entries(contract).filter(
    ([, { kind, input }]) => kind === 'command' && 'requestId' in input.shape,
  );
  expect([...names].sort()).toEqual(withId.map(([name]) => name).sort());
});

describe('R17: a command sent again with the same request id', () => {
  it.each(names)('%s', async (name) => {
    const scene = await openScene();
    const line = lineOf(name);
    const sent = await line.scene(scene);
    const before = await traceOf(scene);
    const done = await send(scene, name, sent.input, requestId);
    expect([name, done]).toMatchObject([name, { ok: true }]);
    expect(await traceOf(scene)).not.toEqual(before);
    const again = () => unchanged(scene, () => send(scene, name, sent.input, requestId));
    expect(await again()).toEqual(done);
    const other = await unchanged(scene, () => send(scene, name, sent.other, requestId));
    expect(other).toMatchObject({ ok: false, error: { code: 'CONFLICT', details: { rule: 'R17' } } });

    await line.later?.(scene, sent);
    expect(await again()).toEqual(done);
    for (const { id: doctorId } of await scene.store.doctors()) {
      await scene.does('doctors.save', { doctorId, active: false, openTokens: 'keep' });
    }
    expect(await again()).toEqual(done);
    scene.clock.setTo(at('00:30', '2026-01-06'));
    await makeRounds(scene.environment).run();
    expect(await again()).toEqual(done);
    // It is no accident: done anew it would be refused by now.
    const anew = await send(scene, name, sent.input);
    expect([name, anew.ok]).toEqual([name, line.always ?? false]);
  });
});

describe('R17: at once with one request id it is done once', () => {
  it.each(names)('%s', async (name) => {
    const [one, two] = [await openScene(), await openScene()];
    const [alone, { input }] = [await lineOf(name).scene(one), await lineOf(name).scene(two)];
    await send(one, name, alone.input, requestId);
    const atOnce = () => Promise.all([1, 2].map(() => send(two, name, input, requestId)));
    const [first, second] = await overtaken(two, atOnce, (scene) => send(scene, name, input, requestId));
    expect(first).toMatchObject([{ ok: true }, { ok: true }]);
    expect(first[1]).toEqual(first[0]);
    expect(second).toEqual(first[0]);
    expect(await shapeOf(two)).toEqual(await shapeOf(one));
  });
});

/** The second is known to nobody when it comes in, and then all of the first is done before it goes on. */
async function overtaken<A, B>(
  scene: Scene,
  first: () => Promise<A>,
  second: (scene: Scene) => Promise<B>,
): Promise<[A, B]> {
  const { store } = scene;
  let done: Promise<A> | undefined;
  const answerTo: Store['answerTo'] = async (request) => {
    const known = await store.answerTo(request);
    done ??= first();
    await done;
    return known;
  };
  const app = createApp({ ...scene.environment, store: { ...store, answerTo } }, noWindows);
  const late = await second({ ...scene, app });
  if (!done) throw new Error('Nobody asked whether the request was answered.');
  return [await done, late];
}

describe('R17: a refusal is not kept: sent again when it is possible, it is done', () => {
  it('a break', async () => {
    const scene = await openScene();
    const { does, doctorId } = scene;
    await does('doctors.takeBreak', { doctorId, minutes: 10 });
    const again = () => send(scene, 'doctors.takeBreak', { doctorId, minutes: 20 }, requestId);
    expect(await unchanged(scene, again)).toMatchObject({ ok: false, error: { code: 'CONFLICT' } });
    await does('doctors.endBreak', { doctorId });
    expect(await again()).toMatchObject({ ok: true });
  });

  it('a doctor with a letter that was another’s', async () => {
    const scene = await openScene();
    const again = () => send(scene, 'doctors.save', { name: 'Dr New', prefix: 'A' }, requestId);
    expect(await unchanged(scene, again)).toMatchObject({ ok: false, error: { code: 'CONFLICT' } });
    await scene.does('doctors.save', { doctorId: scene.doctorId, prefix: 'Z' });
    expect(await again()).toMatchObject({ ok: true, value: { prefix: 'A' } });
  });

  it('a second token of a patient, and who is not called yet', async () => {
    const scene = await openScene();
    const { id: tokenId, doctorId, patientName, patientContact } = await scene.here();
    const wish = { doctorId, source: 'walk_in', patientName, patientContact } as const;
    const again = () => send(scene, 'tokens.issue', wish, requestId);
    expect(await unchanged(scene, again)).toMatchObject({ error: { code: 'DUPLICATE_TOKEN' } });
    const start = () => send(scene, 'tokens.start', { tokenId }, 'request-0002');
    expect(await unchanged(scene, start)).toMatchObject({ error: { code: 'CONFLICT' } });
    await scene.does('tokens.call', { tokenId });
    expect(await start()).toMatchObject({ ok: true });
    await scene.does('tokens.serve', { tokenId });
    expect(await again()).toMatchObject({ ok: true });
  });

  it('a change of the settings that was not confirmed', async () => {
    const scene = await openScene();
    await scene.booked();
    scene.clock.setTo(at('09:10'));
    const change = { rules: { noShowTimeoutMinutes: 1 } };
    const sent = (confirmed: boolean) => send(scene, 'settings.change', { ...change, confirmed }, requestId);
    expect(await unchanged(scene, () => sent(false))).toMatchObject({ error: { details: { would: {} } } });
    const done = await sent(true);
    expect(done).toMatchObject({ ok: true });
    expect(await unchanged(scene, () => sent(false))).toEqual(done);
  });

  it('a change of the settings that was confirmed, done, and changed back while it came again', async () => {
    const scene = await openScene();
    await scene.booked();
    scene.clock.setTo(at('09:10'));
    const shorter = { rules: { noShowTimeoutMinutes: 1 } };
    const confirmed = async () => {
      const done = await send(scene, 'settings.change', { ...shorter, confirmed: true }, requestId);
      await scene.does('settings.change', { rules: { noShowTimeoutMinutes: 15 }, confirmed: true });
      return done;
    };
    const [done, late] = await overtaken(scene, confirmed, (again) =>
      send(again, 'settings.change', shorter, requestId),
    );
    expect(done).toMatchObject({ ok: true });
    expect(late).toEqual(done);
  });
});
