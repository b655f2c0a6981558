import './helpers/bridge';
import { expect, it } from 'vitest';
import { besidesTexts } from '../../src/renderer/src/parts/need/besides';
import type { Token } from '../../src/shared/model/token';

type Facts = Parameters<typeof besidesTexts>[0];
const plain: Facts = { source: 'walk_in', precedence: null, precedenceFrom: null, followUp: null };
const elderly = { precedence: 'senior' } satisfies Partial<Token>;

it.each<[string, Partial<Facts>, readonly RegExp[]]>([
  ['nothing', {}, []],
  ['what the register knows', { ...elderly, precedenceFrom: 'register' }, [/Elderly, by what the register/]],
  ['what staff said', { ...elderly, precedenceFrom: 'staff' }, [/Elderly, as staff said/]],
  ['what the patient says', { ...elderly, precedenceFrom: 'patient' }, [/nobody has checked/]],
  ['that there is none', { precedenceFrom: 'staff' }, [/Nothing special, as staff/]],
  ['no need of an emergency', { ...elderly, precedenceFrom: 'staff', source: 'emergency' }, []],
  [
    'a claim beside a need',
    { ...elderly, precedenceFrom: 'register', source: 'follow_up', followUp: 'over' },
    [/Elderly/, /Claimed: the time for it is over/],
  ],
  ['a follow-up that is due', { source: 'follow_up', followUp: 'due' }, []],
])('why here says %s', (_what, facts, expected) => {
  const texts = besidesTexts({ ...plain, ...facts });
  expect(texts).toHaveLength(expected.length);
  for (const [index, text] of texts.entries()) expect(text).toMatch(expected[index] ?? /^$/);
});
