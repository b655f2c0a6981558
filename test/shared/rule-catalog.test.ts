import { expect, test } from 'vitest';
import { rules as english } from '../../src/renderer/src/i18n/locales/en/rules';
import {
  defaultRuleValues,
  kindOf,
  type RuleName,
  ruleCatalog,
  ruleChange,
} from '../../src/shared/model/rule-catalog';
import { defaultRules, ruleSettingsSchema, settingsChangeSchema } from '../../src/shared/model/settings';

const listed = ruleCatalog.flatMap(({ settings }) => settings.map(([name]) => name));

test('every setting of the rules is listed once', () => {
  expect([...listed].sort()).toEqual([...defaultRuleValues.keys()].sort());
});

test.each(Object.entries(ruleSettingsSchema.shape))(
  '%s: the screen says the sentence of the schema',
  (name, schema) => {
    expect(english.setting[name as keyof typeof english.setting].text).toBe(schema.description);
  },
);

test.each(listed)(
  '%s: what the screen lets through is what is taken, and nothing beyond',
  (name: RuleName) => {
    const takes = (value: unknown) =>
      settingsChangeSchema.safeParse({ rules: ruleChange([[name, value as never]]) }).success;
    const kind = kindOf(name);
    if (kind.kind === 'switch') expect([true, false, 'yes'].map(takes)).toEqual([true, true, false]);
    else if (kind.kind === 'choice') {
      expect(kind.choices.length).toBeGreaterThan(1);
      expect([...kind.choices.map(takes), takes('other')]).toEqual([...kind.choices.map(() => true), false]);
    } else {
      const { min, max, mayBeOff, isWhole } = kind;
      expect(max).toBeGreaterThan(min);
      expect([min, max, min - 1, max + 1].map(takes)).toEqual([true, true, false, false]);
      expect([takes(null), takes(min + 0.5)]).toEqual([mayBeOff, !isWhole]);
    }
  },
);

test('a proposal of parts of a group changes only these', () => {
  const change = ruleChange([
    ['targetMinutes.paid', 10],
    ['maxRecalls', 1],
    ['targetMinutes.online', 60],
  ]);
  expect(change).toEqual({ targetMinutes: { paid: 10, online: 60 }, maxRecalls: 1 });
  expect(defaultRules.targetMinutes.walk_in).toBe(45);
});
