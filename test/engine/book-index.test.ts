import { describe, expect, it } from 'vitest';
import { expectedWaits, issue, newPace } from '../../src/main/engine';
import { Clinic, tokenId } from './helpers/clinic';
import { estimateWaits } from './helpers/waits';

/** Seats, a waiting list, somebody held back and somebody who has not come yet. */
function mixed(): Clinic {
  const c = new Clinic({ seats: [3, 3] }).at('8:50');
  for (const source of ['online', 'walk_in', 'paid', 'walk_in', 'online', 'follow_up'] as const)
    c.issue(source);
  for (let more = 0; more < 6; more += 1) c.issue(more === 3 ? 'emergency' : 'walk_in');
  c.now += 15 * 60_000;
  const tokenId = c.do('callNext', {}).token?.id;
  if (tokenId) c.do('hold', { tokenId });
  return c;
}

describe('the wait of one', () => {
  it('is the same whether everybody was asked for or nobody else, and in whatever order', () => {
    const c = mixed();
    const everybody = estimateWaits(c.book, c.context, newPace);
    expect(everybody.size).toBeGreaterThan(10);
    const inTurn = expectedWaits(c.book, c.context, newPace);
    for (const { id } of c.book.tokens) {
      const alone = expectedWaits(c.book, c.context, newPace).of(id);
      expect(alone).toEqual(everybody.get(id));
      expect(inTurn.of(id)).toEqual(alone);
    }
    expect(inTurn.all()).toEqual(everybody);
  });
});

describe('decisions that start from the same book', () => {
  it('know nothing of each other’s tokens', () => {
    const c = mixed();
    const wish = { source: 'walk_in', channel: 'desk', patientContact: '9812345678' } as const;
    const of = (id: number, patientName: string) =>
      issue(c.book, { ...wish, id: tokenId(id), patientName }, c.context);
    const [one, other] = [of(901, 'Asha Verma'), of(902, 'Asha Verma')];
    if (!one.ok || !other.ok) throw new Error('refused');
    expect(other.value.token?.sequence).toBe(one.value.token?.sequence);
    const again = { ...wish, patientName: 'asha  VERMA', id: tokenId(903) };
    for (const { book, token } of [one.value, other.value]) {
      const refused = issue(book, again, c.context);
      expect(refused).toMatchObject({ error: { code: 'DUPLICATE_TOKEN', details: { tokenId: token?.id } } });
    }
    expect(issue(c.book, again, c.context)).toMatchObject({ ok: true });
  });

  it('R17: find a contact as it was corrected, and no longer as it was', () => {
    const c = mixed();
    const wish = { source: 'walk_in', channel: 'desk', patientName: 'Asha Verma' } as const;
    const asked = (id: number, patientContact: string) =>
      issue(c.book, { ...wish, id: tokenId(id), patientContact }, c.context);
    const id = c.issue('walk_in', { patientName: 'Asha Verma', patientContact: '9812345678' });
    expect(asked(901, '9812345678').ok).toBe(false);
    c.do('correct', { tokenId: id, patientContact: '9812345679' });
    expect(asked(902, '9812345678').ok).toBe(true);
    expect(asked(903, '9812345679')).toMatchObject({ error: { details: { tokenId: id } } });
  });
});
