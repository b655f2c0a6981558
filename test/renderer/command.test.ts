// Before the page’s own modules, which look for the bridge when they are loaded.
import './helpers/bridge';

import { beforeEach, describe, expect, it } from 'vitest';
import { send, type Ways } from '../../src/renderer/src/data/command';
import { takeBack, type UndoRefusal } from '../../src/renderer/src/data/undo';
import { ownChanges } from '../../src/renderer/src/stores/ownChanges';
import { useToasts } from '../../src/renderer/src/ui/toasts';
import type { TokenId } from '../../src/shared/model/ids';
import type { Token } from '../../src/shared/model/token';
import { fail, ok } from '../../src/shared/result';
import { main } from './helpers/bridge';

const [asha, ravi] = [
  '6f1f2a52-7a3e-4a53-9f43-0a3e1f8a9b01',
  '6f1f2a52-7a3e-4a53-9f43-0a3e1f8a9b02',
] as readonly string[] as readonly [TokenId, TokenId];
const lost = fail('UNAVAILABLE', 'No answer.');
const refusal = fail('CONFLICT', 'It is seen to already.');
const token = (id: TokenId) => ok({ id, number: 'A-001' });

const checkIn = (tokenId: TokenId, ways: Ways<Token> = {}) => send('tokens.checkIn', { tokenId }, ways);
const idOf = (input: unknown): unknown => (input as { requestId: string }).requestId;
const said = (): string[] => useToasts.getState().toasts.map(({ text }) => text);
const sending = { run: send } as Parameters<typeof takeBack>[0];

beforeEach(() => {
  useToasts.setState({ toasts: [] });
  sessionStorage.clear();
});

describe('a command', () => {
  it('bears an id of its own, each time it is meant anew', async () => {
    void checkIn(asha);
    await main.asked()[0]?.answer(token(asha));
    void checkIn(asha);
    void checkIn(ravi);
    const asked = main.asked();
    for (const one of asked) await one.answer(token(asha));
    expect(new Set(asked.map(({ input }) => idOf(input))).size).toBe(2);
  });

  it('is the same act when it is asked again after its answer was lost (R17), and only then', async () => {
    const ids: unknown[] = [];
    for (const answer of [lost, lost, token(asha), token(asha)]) {
      void checkIn(asha);
      const [asked] = main.asked();
      ids.push(idOf(asked?.input));
      await asked?.answer(answer);
    }
    expect(ids[1]).toBe(ids[0]);
    expect(ids[2]).toBe(ids[0]);
    expect(ids[3]).not.toBe(ids[0]);
  });

  it('is another act when something else is asked after the answer was lost', async () => {
    void checkIn(asha);
    const [first] = main.asked();
    await first?.answer(lost);
    void checkIn(ravi);
    const [second] = main.asked();
    await second?.answer(token(ravi));
    expect(idOf(second?.input)).not.toBe(idOf(first?.input));
  });

  it('says what it did, and a refusal in words', async () => {
    const done = checkIn(asha, { done: ({ number }) => `${number} is here` });
    await main.asked()[0]?.answer(token(asha));
    expect(await done).toMatchObject({ id: asha });
    expect(said()).toEqual(['A-001 is here']);
    const refused = checkIn(asha, { done: () => 'never' });
    await main.asked()[0]?.answer(refusal);
    expect(await refused).toBeNull();
    expect(said()).toContain('It is seen to already.');
    expect(said()).not.toContain('never');
  });

  it('leaves a refusal to whoever says it in its place', async () => {
    const codes: string[] = [];
    void checkIn(asha, {
      refused: ({ code }) => {
        codes.push(code);
        return true;
      },
    });
    await main.asked()[0]?.answer(refusal);
    expect([codes, said()]).toEqual([['CONFLICT'], []]);
  });
});

describe('undo', () => {
  const changes = ownChanges('test');
  const undo = (offers: UndoRefusal[]) =>
    takeBack(sending, asha, changes, { done: () => 'undone', onOffer: (one) => offers.push(one) });

  it('takes back what this window did last, then what it did before', async () => {
    changes.remember(ravi);
    changes.remember(asha);
    void undo([]);
    await main.asked()[0]?.answer(token(asha));
    expect([changes.last(), said()]).toEqual([ravi, ['undone']]);
  });

  it('offers what comes closest where it cannot be taken back exactly, and says nothing else', async () => {
    changes.remember(asha);
    const offers: UndoRefusal[] = [];
    void undo(offers);
    await main.asked()[0]?.answer(fail('CONFLICT', 'Others were moved.', { offer: 'reinstate' }));
    expect(offers).toEqual([{ message: 'Others were moved.', details: { offer: 'reinstate' } }]);
    expect([changes.last(), said()]).toEqual([undefined, []]);
  });

  it('knows whether something was saved on a patient’s page since', () => {
    changes.remember(asha);
    changes.rememberPage(ravi);
    expect([changes.lastPage(), changes.last()]).toEqual([ravi, asha]);
    changes.remember(ravi);
    expect(changes.lastPage()).toBeUndefined();
    for (const id of [ravi, asha]) changes.forget(id);
  });

  it('stays to be had when its answer was lost', async () => {
    changes.remember(asha);
    void undo([]);
    await main.asked()[0]?.answer(lost);
    expect(changes.last()).toBe(asha);
  });
});
