import { describe, expect, it } from 'vitest';
import { keyOf, latinOf, learn } from '../../src/renderer/src/keys/position';
import {
  PAUSE_MS,
  QUICK_MS,
  ScanMachine,
  type Stroke,
  SURE_MS,
  type Verdict,
} from '../../src/renderer/src/keys/scan';
import { fc } from '../helpers/fast-check';

const REST = '23a0dd-25b4-4c5f-8a9b-0c1d2e3f4a5b';

/** Where the signs stand that are no letter and no digit; with Shift the second of each two. */
const places: Readonly<Record<string, string>> = {
  Minus: '-_',
  Equal: '=+',
  BracketLeft: '[{',
  BracketRight: ']}',
  Semicolon: ';:',
  Quote: '\'"',
  Comma: ',<',
  Period: '.>',
  Slash: '/?',
  Space: '  ',
};

function placeOf(sign: string): { code: string; shiftKey: boolean } {
  if (/^[a-z]$/i.test(sign)) return { code: `Key${sign.toUpperCase()}`, shiftKey: /[A-Z]/.test(sign) };
  if (/^\d$/.test(sign)) return { code: `Digit${sign}`, shiftKey: false };
  if (sign === '@') return { code: 'Digit2', shiftKey: true };
  const [code = sign, two = ''] = Object.entries(places).find(([, signs]) => signs.includes(sign)) ?? [];
  return { code, shiftKey: sign.length === 1 && two.indexOf(sign) === 1 };
}

/** A key as a US keyboard names it. */
function stroke(sign: string, at: number, over: Partial<Stroke> = {}): Stroke {
  const plain = { modified: false, repeat: false, inText: false, onControl: false };
  const key = { '\n': 'Enter', '\t': 'Tab' }[sign] ?? sign;
  return { key, ...placeOf(key), at, ...plain, ...over };
}

interface Played {
  readonly verdicts: readonly Verdict[];
  /** Keys that came through, as a page would see them. */
  readonly keys: readonly string[];
  readonly scans: readonly string[];
  /** What stands in the field in focus afterwards, if all is typed into one. */
  readonly field: string;
}

/** Plays keys with the timers a page would set. */
function play(strokes: readonly Stroke[], machine = new ScanMachine()): Played {
  const verdicts: Verdict[] = [];
  const keys: string[] = [];
  let held: string[] = [];
  let field = '';
  const take = (verdict: Verdict, key: string | null): void => {
    verdicts.push(verdict);
    if (verdict.release) keys.push(...held);
    if (verdict.what !== 'hold' || verdict.release) held = [];
    if (verdict.what === 'pass' && key !== null) {
      keys.push(key);
      if (key.length === 1) field += key;
    }
    field += verdict.typed ?? '';
    if (verdict.scan !== null) field = field.slice(0, field.length - verdict.scan.passed);
    if (verdict.what === 'hold' && key !== null) held.push(key);
  };
  for (const [index, one] of strokes.entries()) {
    take(machine.press(one), one.key);
    const next = strokes[index + 1]?.at ?? Number.POSITIVE_INFINITY;
    const { waits } = machine;
    if (waits !== null && next - one.at > waits) take(machine.quiet(), null);
  }
  const scans = verdicts.flatMap(({ scan }) => (scan === null ? [] : [scan.text]));
  return { verdicts, keys, scans, field };
}

const typed = (text: readonly string[], every: number, over: Partial<Stroke> = {}): Stroke[] =>
  text.map((sign, index) => stroke(sign, 1_000 + index * every, over));

describe('a scan with no field in focus', () => {
  for (const first of '0123456789abcdef') {
    for (const every of [1, 6, 20, 30, 80, 110]) {
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

  it('are not lost, however quickly a few follow each other: they come in their order', () => {
    for (const every of [SURE_MS + 1, 60, QUICK_MS]) {
      for (const keys of ['ec', 'ecx', '1xcr', 'wpfeo', '          ', 'rrrrrrrrrr', '1212121212']) {
        expect(play(typed([...keys], every))).toMatchObject({ keys: [...keys], scans: [] });
      }
      expect(play(typed(['1', 'Enter'], every)).keys).toEqual(['1', 'Enter']);
      expect(play(typed(['x', 'Tab', 'e', 'ArrowDown'], every)).keys).toEqual(['x', 'Tab', 'e', 'ArrowDown']);
    }
    expect(play(typed(['1', 'Enter'], 2)).keys).toEqual(['1', 'Enter']);
  });

  it('typed into a field are all there, at whatever speed', () => {
    const text = fc.stringMatching(/^[a-z0-9 {}"<:@.-]{0,40}$/);
    fc.assert(
      fc.property(text, fc.array(fc.integer({ min: 31, max: 400 }), { minLength: 40 }), (written, gaps) => {
        let at = 0;
        const strokes = [...written].map((sign, index) => {
          at += gaps[index] ?? 0;
          return stroke(sign, at, { inText: true });
        });
        const { field, scans } = play([...strokes, stroke('ArrowLeft', at + 1_000, { inText: true })]);
        if (scans.length === 0) expect(field).toBe(written);
        else expect(written).toMatch(/\{"|<[/pqo]/);
      }),
    );
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
    expect(scan).toEqual({ text: id, code: { kind: 'token', tokenId: id }, ended: false, passed: 35 });
  });

  it('is found behind a name typed just before it', () => {
    const id = `ed${REST}`;
    expect(play(typed([...'asha', ...id], 6, { inText: true })).scans).toEqual([id]);
  });
});

const CARD = JSON.stringify(
  {
    hidn: '91-1234-5678-9012',
    hid: 'asha.verma@abdm',
    name: 'Asha Devi Verma',
    gender: 'F',
    dob: '12/4/1956',
    mobile: '9876543210',
    address: '14, Gandhi Nagar, near the old water tower, Aliganj, Sector C, behind the post office',
    district_name: 'Lucknow',
    'state name': 'UTTAR PRADESH',
  },
  null,
  '\t',
);

describe('a card of 300 signs, with Tab and Enter in it', () => {
  for (const inText of [false, true]) {
    for (const every of [5, 20, 80]) {
      for (const end of ['', '\n']) {
        const where = `${inText ? 'in a field' : 'on the page'}, ${every} ms a key, ${end === '' ? 'without' : 'with'} Enter last`;
        it(`is read ${where}`, () => {
          expect(CARD.length).toBeGreaterThan(300);
          const strokes = typed([...CARD, ...end], every, { inText });
          const before = typed([...'ab'], every, { inText: true });
          const { verdicts, keys, field } = play(
            inText ? [...before, ...shift(strokes, 3 * every)] : strokes,
          );
          const found = verdicts.flatMap(({ scan }) => (scan === null ? [] : [scan.code]));
          expect(found).toMatchObject([
            { kind: 'card', card: { name: 'Asha Devi Verma', birth: '1956-04-12' } },
          ]);
          expect(keys.join('')).toBe(inText ? 'ab{Enter'.slice(0, 3) : '');
          expect(field).toBe(inText ? 'ab' : '');
        });
      }
    }
  }

  it('is read by the keys’ places, whatever the keyboard writes, and with caps lock on', () => {
    const inScript = typed([...CARD], 6).map((one) =>
      one.key.length === 1 && !/[\d\s]/.test(one.key) ? { ...one, key: 'म' } : one,
    );
    const capitals = typed([...CARD], 6).map((one) =>
      one.key.length === 1
        ? { ...one, key: one.shiftKey ? one.key.toLowerCase() : one.key.toUpperCase() }
        : one,
    );
    for (const strokes of [inScript, capitals]) {
      const [scan] = play(strokes).verdicts.flatMap((verdict) => verdict.scan ?? []);
      expect(scan?.code).toMatchObject({ kind: 'card', card: { name: 'Asha Devi Verma' } });
    }
  });

  it('cut off it fills nothing', () => {
    const [scan] = play(typed([...CARD.slice(0, 200), 'Enter'], 6)).verdicts.flatMap(
      ({ scan }) => scan ?? [],
    );
    expect(scan?.code).toEqual({ kind: 'cut' });
  });

  it('begun by a person, who stops, it is given back to the field', () => {
    const person = typed([...'{"ab'], 100, { inText: true });
    expect(play(person).field).toBe('{"ab');
  });
});

function shift(strokes: readonly Stroke[], by: number): Stroke[] {
  return strokes.map((one) => ({ ...one, at: one.at + by }));
}

describe('other codes in a field', () => {
  it.each([
    ['the clinic’s own card', 'OPD-P:C-0042', 'patient'],
    ['an Aadhaar number', '234123412346', 'aadhaar'],
    ['the secure code of an Aadhaar card', '6979414848205'.repeat(100), 'aadhaar'],
    ['the facility’s link', 'https://phr.abdm.gov.in/share-profile?hip-id=IN09', 'facility'],
  ])('%s is taken out again', (_what, text, kind) => {
    const strokes = typed([...`ab${text}`, 'Enter'], 6, { inText: true });
    const { verdicts, field, keys } = play(kind === 'aadhaar' ? strokes.slice(2) : strokes);
    expect(verdicts.flatMap(({ scan }) => scan?.code.kind ?? [])).toEqual([kind]);
    expect(field).toBe(kind === 'aadhaar' ? '' : 'ab');
    expect(keys).not.toContain('Enter');
  });

  it('a phone or a number is text, as if it were typed', () => {
    for (const text of ['9876543210', 'A-017', '91-1234-5678-9012']) {
      expect(play(typed([...text, 'Enter'], 6, { inText: true })).field).toBe(text);
    }
  });

  it('of a slow scanner a token number with Enter is no key press', () => {
    expect(play(typed([...'A-017', 'Enter'], 80))).toMatchObject({ keys: [], scans: ['A-017'] });
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
