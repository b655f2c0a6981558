import { describe, expect, it } from 'vitest';
import { keyOf, latinOf, learn } from '../../src/renderer/src/keys/position';
import { PAUSE_MS, QUICK_MS, ScanMachine, type Stroke, type Verdict } from '../../src/renderer/src/keys/scan';

const REST = '23a0dd-25b4-4c5f-8a9b-0c1d2e3f4a5b';

/** A key as a US keyboard names it. */
function stroke(sign: string, at: number, over: Partial<Stroke> = {}): Stroke {
  const code = /^[a-z]$/.test(sign)
    ? `Key${sign.toUpperCase()}`
    : /^\d$/.test(sign)
      ? `Digit${sign}`
      : ({ '-': 'Minus', ' ': 'Space' }[sign] ?? sign);
  const plain = { modified: false, repeat: false, inText: false, onControl: false, shiftKey: false };
  return { key: sign, code, at, ...plain, ...over };
}

interface Played {
  readonly verdicts: readonly Verdict[];
  /** Keys that came through, as a page would see them. */
  readonly keys: readonly string[];
  readonly scans: readonly string[];
}

/** Plays keys with the timers a page would set. */
function play(strokes: readonly Stroke[], machine = new ScanMachine()): Played {
  const verdicts: Verdict[] = [];
  const keys: string[] = [];
  let held: string | null = null;
  const take = (verdict: Verdict, key: string | null): void => {
    verdicts.push(verdict);
    if (verdict.release && held !== null) keys.push(held);
    if (verdict.what === 'pass' && key !== null) keys.push(key);
    held = verdict.what === 'hold' ? key : null;
  };
  for (const [index, one] of strokes.entries()) {
    take(machine.press(one), one.key);
    const next = strokes[index + 1]?.at ?? Number.POSITIVE_INFINITY;
    const { waits } = machine;
    if (waits !== null && next - one.at > waits) take(machine.quiet(), null);
  }
  return { verdicts, keys, scans: verdicts.flatMap(({ scan }) => (scan === null ? [] : [scan.text])) };
}

const typed = (text: readonly string[], every: number, over: Partial<Stroke> = {}): Stroke[] =>
  text.map((sign, index) => stroke(sign, 1_000 + index * every, over));

describe('a scan with no field in focus', () => {
  for (const first of '0123456789abcdef') {
    for (const every of [1, 6, 20, 30]) {
      for (const end of [[], ['Enter'], ['Tab']]) {
        it(`of a code that begins with ${first}, ${every} ms a key, ${end[0] ?? 'nothing'} last, is no key press`, () => {
          const id = `${first}f${REST}`;
          const { keys, scans } = play(typed([...id, ...end], every));
          expect(keys).toEqual([]);
          expect(scans).toEqual([id]);
        });
      }
    }
  }

  it('survives a hiccup of the computer', () => {
    const id = `ed${REST}`;
    const strokes = typed([...id, 'Enter'], 6).map((one, index) =>
      index > 9 ? { ...one, at: one.at + PAUSE_MS - 10 } : one,
    );
    expect(play(strokes)).toMatchObject({ keys: [], scans: [id] });
  });

  it('is read though the computer was so busy that its second key came late: the keys’ own times count', () => {
    const id = `ed${REST}`;
    const [first, ...rest] = typed([...id, 'Enter'], 6);
    const machine = new ScanMachine();
    expect(first && machine.press(first).what).toBe('hold');
    // Nobody can know yet that there is more to come.
    expect(machine.quiet()).toEqual({ what: 'pass', release: true, scan: null });
    expect(play(rest, machine)).toMatchObject({ keys: [], scans: [id] });
    // And a key that was really alone leaves nothing behind.
    machine.press(stroke('e', 5_000));
    machine.quiet();
    expect(play(typed([...id, 'Enter'], 6), machine)).toMatchObject({ keys: [], scans: [id] });
  });

  it('reads the keys’ places, whatever the keyboard writes', () => {
    const id = `de${REST}`;
    const inScript = typed([...id], 6).map((one) => ({
      ...one,
      key: one.code.startsWith('Key') ? 'म' : one.key,
    }));
    expect(play(inScript).scans).toEqual([id]);
    const composed = typed([...id], 6).map((one) => ({ ...one, key: 'Process' }));
    expect(play(composed).scans).toEqual([id]);
  });

  it('reads what is written, from a scanner set to the keyboard’s own language', () => {
    const id = `ad${REST}`;
    const azerty = typed([...id], 6).map((one) => (one.key === 'a' ? { ...one, code: 'KeyQ' } : one));
    expect(play(azerty).scans).toEqual([id]);
  });

  it('of anything else is no key press either, and is told', () => {
    expect(play(typed([...'8901234567890', 'Enter'], 6))).toMatchObject({
      keys: [],
      scans: ['8901234567890'],
    });
    expect(play(typed([...'ec'], 6))).toMatchObject({ keys: [], scans: ['ec'] });
  });

  it('twice in a row opens both', () => {
    const [one, two] = [`ed${REST}`, `fe${REST}`];
    expect(play(typed([...one, 'Enter', ...two, 'Enter'], 6)).scans).toEqual([one, two]);
    expect(play(typed([...one, ...two], 6)).scans).toEqual([one, two]);
  });

  it('is not ended by keys held down or with Ctrl in its midst', () => {
    const strokes = typed([...'12345'], 6);
    const ctrlJ = stroke('j', 1_030, { modified: true });
    expect(play([...strokes, ctrlJ]).keys).toEqual([]);
  });
});

describe('a person’s keys', () => {
  it('come through one by one, a moment later', () => {
    const { keys, scans } = play(typed([...'ecx'], QUICK_MS + 40));
    expect(keys).toEqual(['e', 'c', 'x']);
    expect(scans).toEqual([]);
  });

  it('come through at once where no scanner types them: arrows, Enter, F6, Ctrl+Z', () => {
    const strokes = [
      stroke('ArrowDown', 0),
      stroke('Enter', 5),
      stroke('F6', 10),
      stroke('z', 15, { modified: true }),
    ];
    const { verdicts, keys } = play(strokes);
    expect(verdicts.map(({ what }) => what)).toEqual(['pass', 'pass', 'pass', 'pass']);
    expect(keys).toHaveLength(4);
  });

  it('keep their order: a letter that waits goes before the arrow after it', () => {
    expect(play([stroke('1', 0), stroke('ArrowDown', 20)]).keys).toEqual(['1', 'ArrowDown']);
  });

  it('do not wait in a text field, and Enter after them is theirs', () => {
    const { verdicts, keys } = play(typed([...'asha', 'Enter'], 5, { inText: true }));
    expect(verdicts[0]?.what).toBe('pass');
    expect(keys.join('')).toBe('ashaEnter');
  });

  it('leave the space bar to a control in focus', () => {
    expect(play([stroke(' ', 0, { onControl: true })]).verdicts[0]?.what).toBe('pass');
    expect(play([stroke(' ', 0)]).verdicts[0]?.what).toBe('hold');
  });
});

describe('a scan into a text field', () => {
  it('is told to be taken out again, and its Enter does nothing', () => {
    const id = `ed${REST}`;
    const { verdicts, keys } = play(typed([...id, 'Enter'], 6, { inText: true }));
    expect(keys).not.toContain('Enter');
    const scan = verdicts.find((verdict) => verdict.scan !== null)?.scan;
    expect(scan).toEqual({ text: id, tokenId: id, ended: false, inText: true });
  });

  it('is found behind a name typed just before it', () => {
    const id = `ed${REST}`;
    expect(play(typed([...'asha', ...id], 6, { inText: true })).scans).toEqual([id]);
  });
});

describe('which key it is', () => {
  it('is what is printed on it, or stands at its place', () => {
    const key = (written: string, code: string, shiftKey = false): string =>
      keyOf({ key: written, code, shiftKey });
    expect(key('C', 'KeyC')).toBe('c');
    expect(key('म', 'KeyC')).toBe('c');
    expect(key('لا', 'KeyB')).toBe('b');
    expect(key('१', 'Digit1')).toBe('1');
    expect(key('١', 'Numpad1')).toBe('1');
    expect(key('य़', 'Slash', true)).toBe('?');
    expect(key('?', 'Comma', true)).toBe('?');
    expect(key('m', 'Semicolon')).toBe('m');
    expect(key('F6', 'F6')).toBe('F6');
    expect(key('Process', 'KeyE')).toBe('e');
  });

  it('is remembered for what it wrote', () => {
    learn({ key: 'ो', code: 'KeyA', shiftKey: false });
    learn({ key: '१', code: 'Digit1', shiftKey: false });
    learn({ key: 'لا', code: 'KeyB', shiftKey: false });
    expect(latinOf('ो१')).toBe('a1');
    expect(latinOf('لا7')).toBe('b7');
    expect(latinOf('Rao')).toBe('Rao');
  });
});
