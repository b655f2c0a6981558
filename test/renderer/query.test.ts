// Before the page’s own modules, which look for the bridge when they are loaded.
import './helpers/bridge';

import { QueryObserver } from '@tanstack/react-query';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { call } from '../../src/renderer/src/api/client';
import { client } from '../../src/renderer/src/data/client';
import type { Held } from '../../src/renderer/src/data/held';
import { isLinkLost } from '../../src/renderer/src/data/link';
import { heldValue, optionsOf } from '../../src/renderer/src/data/query';
import { isStaleAfter } from '../../src/renderer/src/data/stale';
import { startSync } from '../../src/renderer/src/data/sync';
import type { AppEvent, CallInput } from '../../src/shared/contract';
import type { DoctorId } from '../../src/shared/model/ids';
import type { ServiceDay } from '../../src/shared/model/time';
import { fail, ok } from '../../src/shared/result';
import { main, settled } from './helpers/bridge';

const today = '2026-11-22' as ServiceDay;
const tomorrow = '2026-11-23' as ServiceDay;
const asha = 'asha' as DoctorId;
const ravi = 'ravi' as DoctorId;

const view = (revision: number, serviceDay = today) => ok({ serviceDay, revision, now: 1_000, tokens: [] });
const changed = (doctorId: DoctorId, revision: number, serviceDay = today): AppEvent => ({
  type: 'bookChanged',
  doctorId,
  serviceDay,
  revision,
  facts: [],
});
const lost = fail('UNAVAILABLE', 'No answer.');
const status = ok({ now: 1_000, training: false });

const stops: (() => void)[] = [];
let begun = 0;
/** As in `sync.ts`. */
const REFRESH_MS = 20_000;

/** A component that shows a book. */
function show(input: CallInput<'books.view'>): void {
  const options = optionsOf('books.view', input, () => call('books.view', input));
  stops.push(new QueryObserver(client, options).subscribe(() => undefined));
}

function held(input: CallInput<'books.view'>): Held<unknown> | undefined {
  return client.getQueryData(['books.view', input]);
}

const books = () => main.asked('books.view');

beforeAll(async () => {
  vi.useFakeTimers();
  begun = Date.now();
  startSync(['app.status']);
  await main.asked()[0]?.answer(status);
});

afterEach(async () => {
  for (const stop of stops.splice(0)) stop();
  client.removeQueries({ queryKey: ['books.view'] });
  // On to the next look at what time alone makes stale, and back from any silence.
  vi.advanceTimersByTime(REFRESH_MS - ((Date.now() - begun) % REFRESH_MS));
  main.say({ type: 'heartbeat', now: 1_000 });
  for (let rest = main.asked(); rest.length > 0; rest = main.asked()) {
    for (const one of rest) await one.answer(status);
  }
});

afterAll(() => {
  vi.useRealTimers();
});

describe('one query', () => {
  it('is asked once however many show it', () => {
    show({ doctorId: asha });
    show({ doctorId: asha });
    expect(books()).toHaveLength(1);
  });

  it('fetches once more when it grew stale during a fetch, and never twice at a time', async () => {
    show({ doctorId: asha });
    const [first] = books();
    for (const revision of [5, 6, 7]) main.say(changed(asha, revision));
    expect(books()).toEqual([]);
    await first?.answer(view(4));
    expect(heldValue('books.view', { doctorId: asha })).toMatchObject({ revision: 4 });
    const again = books();
    expect(again).toHaveLength(1);
    await again[0]?.answer(view(7));
    expect(books()).toEqual([]);
    expect(heldValue('books.view', { doctorId: asha })).toMatchObject({ revision: 7 });
  });

  it('keeps the last good answer while a lost connection is tried again, after growing pauses', async () => {
    show({ doctorId: asha });
    await books()[0]?.answer(view(4));
    main.say(changed(asha, 5));
    for (const pause of [500, 1_000, 2_000, 5_000, 5_000]) {
      await books()[0]?.answer(lost);
      expect(held({ doctorId: asha })).toMatchObject({
        value: { revision: 4 },
        error: { code: 'UNAVAILABLE' },
      });
      vi.advanceTimersByTime(pause - 1);
      expect(books()).toEqual([]);
      vi.advanceTimersByTime(1);
      await settled();
    }
    await books()[0]?.answer(view(5));
    expect(held({ doctorId: asha })).toMatchObject({ value: { revision: 5 }, error: undefined, failures: 0 });
  });

  it('does not wait for the pause when something happens in it', async () => {
    show({ doctorId: asha });
    await books()[0]?.answer(lost);
    main.say(changed(asha, 5));
    expect(books()).toHaveLength(1);
  });

  it('does not ask again what was refused, until it may be otherwise', async () => {
    show({ doctorId: asha });
    await books()[0]?.answer(fail('NOT_FOUND', 'No such doctor.'));
    vi.advanceTimersByTime(6_000);
    expect(books()).toEqual([]);
    main.say({ type: 'everythingChanged' });
    expect(books()).toHaveLength(1);
    // Meanwhile the reason stays in view.
    expect(held({ doctorId: asha })?.error?.code).toBe('NOT_FOUND');
  });

  it('is asked by nobody once nobody shows it', async () => {
    show({ doctorId: asha });
    await books()[0]?.answer(view(4));
    for (const stop of stops.splice(0)) stop();
    main.say(changed(asha, 5));
    expect(books()).toEqual([]);
    // Shown again, what was held stands there until what it missed has come.
    show({ doctorId: asha });
    expect(held({ doctorId: asha })?.value).toMatchObject({ revision: 4 });
    expect(books()).toHaveLength(1);
  });
});

describe('a change of a book', () => {
  it('makes stale only that book', async () => {
    show({ doctorId: asha });
    show({ doctorId: ravi });
    show({ doctorId: asha, serviceDay: tomorrow });
    for (const one of books())
      await one.answer(view(4, 'serviceDay' in (one.input as object) ? tomorrow : today));
    main.say(changed(asha, 5));
    expect(books().map(({ input }) => input)).toEqual([{ doctorId: asha }]);
  });

  it('is no reason to ask when it is held already', async () => {
    show({ doctorId: asha });
    await books()[0]?.answer(view(5));
    main.say(changed(asha, 5));
    expect(books()).toEqual([]);
  });
});

describe('a change of one doctor’s book', () => {
  const asked = [
    ['books.closePreview', { serviceDay: today }],
    ['books.closePreview', { serviceDay: tomorrow }],
    ['books.closePreview', { doctorId: asha }],
    ['books.closePreview', { doctorId: ravi }],
    ['books.summary', { doctorId: ravi, serviceDay: today }],
    ['books.summary', {}],
    ['doctors.week', { doctorId: asha }],
    ['doctors.week', { doctorId: ravi }],
    ['tokens.history', { tokenId: 'one' }],
    ['tokens.history', { tokenId: 'another' }],
    ['changes.recent', { limit: 10 }],
  ] as const;
  const staleAfterChange = (tokenId: string | null) => {
    const facts = [{ type: 'tokenCalled', tokenId, number: null }] as never;
    const event = { ...changed(asha, 5), facts } as AppEvent;
    return asked.filter(([name, input]) => isStaleAfter(event, name, input, undefined));
  };

  it('has nobody ask for other doctors’ books, other days or other tokens', () => {
    expect(staleAfterChange('one')).toEqual([
      ['books.closePreview', { serviceDay: today }],
      ['books.closePreview', { doctorId: asha }],
      ['books.summary', {}],
      ['doctors.week', { doctorId: asha }],
      ['tokens.history', { tokenId: 'one' }],
      ['changes.recent', { limit: 10 }],
    ]);
  });

  it('may have changed the slot of every token, if it was of a slot', () => {
    expect(staleAfterChange(null).filter(([name]) => name === 'tokens.history')).toHaveLength(2);
  });
});

describe('everything changed', () => {
  it('takes the lower revision of another database, and no answer asked for before', async () => {
    show({ doctorId: asha });
    await books()[0]?.answer(view(40));
    main.say(changed(asha, 41));
    const [before] = books();
    main.say({ type: 'everythingChanged' });
    await before?.answer(view(41));
    expect(heldValue('books.view', { doctorId: asha })).toMatchObject({ revision: 40 });
    await books()[0]?.answer(view(2));
    expect(heldValue('books.view', { doctorId: asha })).toMatchObject({ revision: 2 });
  });

  it('leaves the photos that are here: another one has another name', async () => {
    const ask = (photo: string): void => {
      const input = { doctorId: asha, photo };
      const options = optionsOf('doctors.photo', input, () => call('doctors.photo', input));
      stops.push(new QueryObserver(client, options).subscribe(() => undefined));
    };
    ask('first');
    ask('gone');
    const [one, gone] = main.asked('doctors.photo');
    await one?.answer(ok({ type: 'image/png', data: 'AAAA' }));
    await gone?.answer(ok(null));
    main.say({ type: 'everythingChanged' });
    expect(main.asked('doctors.photo').map(({ input }) => input)).toEqual([
      { doctorId: asha, photo: 'gone' },
    ]);
  });

  it('is supposed after a silence: what was said in it is lost', async () => {
    show({ doctorId: asha });
    await books()[0]?.answer(view(40));
    main.say({ type: 'heartbeat', now: 1_000 });
    vi.advanceTimersByTime(6_000);
    expect(isLinkLost()).toBe(false);
    vi.advanceTimersByTime(1_000);
    expect(isLinkLost()).toBe(true);
    main.say({ type: 'heartbeat', now: 1_000 });
    const asked = main.asked();
    expect(asked.map(({ name }) => name).sort()).toEqual(['app.status', 'books.view']);
    for (const one of asked) await one.answer(one.name === 'app.status' ? status : view(3));
    expect(isLinkLost()).toBe(false);
    expect(heldValue('books.view', { doctorId: asha })).toMatchObject({ revision: 3 });
  });
});

describe('time alone', () => {
  it('makes a book stale: slots begin and waits grow', async () => {
    show({ doctorId: asha });
    await books()[0]?.answer(view(4));
    vi.advanceTimersByTime(REFRESH_MS);
    expect(books()).toHaveLength(1);
  });
});
