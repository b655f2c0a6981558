import { useTranslation } from 'react-i18next';
import {
  defaultRuleValues,
  kindOf,
  type RuleKind,
  type RuleName,
  type RuleValue,
} from '../../../../../shared/model/rule-catalog';
import type { ServiceDay } from '../../../../../shared/model/time';
import { dayText } from '../../../i18n/format';
import { propose } from '../../../stores/proposal';
import { Button } from '../../../ui/Button';
import { cx } from '../../../ui/cx';
import { SelectField } from '../../../ui/SelectField';
import { SettingSwitch, SettingText } from '../../../ui/Setting';
import { nameText, optionText, sentenceText, unitOf, valueText } from './words';

interface Props {
  readonly name: RuleName;
  readonly rules: readonly string[];
  readonly now: RuleValue;
  /** Undefined: it is to stay as it is. */
  readonly proposed: RuleValue | undefined;
  /** What is saved for a day to come, the nearest first. */
  readonly coming: readonly Coming[];
}

export interface Coming {
  readonly from: ServiceDay;
  readonly value: RuleValue;
}

/** One setting: what it does, what it is and would be, and the way back to the default. */
export function RuleRow({ name, rules, now, proposed, coming }: Props) {
  const { t } = useTranslation(['rules', 'common', 'admin']);
  const value = proposed === undefined ? now : proposed;
  const usual = defaultRuleValues.get(name) ?? null;
  const isProposed = proposed !== undefined;
  const kind = kindOf(name);
  const bounds =
    kind.kind === 'number'
      ? t(kind.mayBeOff ? 'boundsOrOff' : 'bounds', { min: kind.min, max: kind.max })
      : null;
  return (
    <div
      data-testid={`rule-${name}`}
      data-proposed={isProposed ? true : undefined}
      className={cx(
        'grid grid-cols-[minmax(0,1fr)_15rem] items-start gap-x-6 gap-y-1 border-s-4 ps-3',
        isProposed ? 'border-accent' : 'border-transparent',
      )}
    >
      <div className="min-w-0">
        <p className="font-semibold">{nameText(t, name)}</p>
        <p className="text-small text-pretty text-ink-soft">{sentenceText(t, name)}</p>
        <p className="figures mt-0.5 flex flex-wrap items-center gap-x-3 text-caption text-ink-soft">
          <span>{t('usual', { value: valueText(t, name, usual) })}</span>
          {bounds !== null && <span>{bounds}</span>}
          <span>{t('ruleNumbers', { rules: rules.join(', ') })}</span>
        </p>
      </div>
      <div className="flex min-w-0 flex-col items-start gap-1">
        <div className="w-full">
          <Control name={name} kind={kind} value={value} />
        </div>
        {isProposed && (
          <p data-testid={`rule-${name}-now`} className="text-small font-semibold text-on-accent-soft">
            {t('now', { value: valueText(t, name, now) })}
          </p>
        )}
        {coming.map((one) => (
          <p key={one.from} data-testid={`rule-${name}-coming`} className="text-small font-semibold">
            {t('coming', { day: dayText(one.from), value: valueText(t, name, one.value) })}
          </p>
        ))}
        {value !== usual && (
          <Button
            tone="plain"
            size="small"
            icon="return"
            data-testid={`rule-${name}-default`}
            aria-label={t('backToDefaultOf', { name: nameText(t, name) })}
            onPress={() => propose(name, usual)}
          >
            {t('backToDefault')}
          </Button>
        )}
      </div>
    </div>
  );
}

interface ControlProps {
  readonly name: RuleName;
  readonly kind: RuleKind;
  readonly value: RuleValue;
}

function Control({ name, kind, value }: ControlProps) {
  const { t } = useTranslation(['rules', 'common', 'admin']);
  const testId = `rule-${name}-value`;
  const label = nameText(t, name);
  if (kind.kind === 'switch') {
    return (
      <SettingSwitch
        label={value === true ? t('on') : t('off')}
        name={label}
        value={value === true}
        testId={testId}
        onChange={(isOn) => propose(name, isOn)}
      />
    );
  }
  if (kind.kind === 'choice') {
    return (
      <SelectField
        label={label}
        isLabelHidden
        value={String(value)}
        choices={kind.choices.map((key) => ({ key, text: optionText(t, name, key) }))}
        testId={testId}
        onChange={(key) => propose(name, key)}
      />
    );
  }
  const unit = unitOf(name);
  return (
    <SettingText
      label={label}
      isLabelHidden
      {...(unit === null ? {} : { unit: t(`unitWord.${unit}`) })}
      value={value === null ? '' : String(value)}
      testId={testId}
      inputMode="numeric"
      placeholder={kind.mayBeOff ? t('off') : undefined}
      problem={(typed) =>
        numberOf(typed, kind) === undefined
          ? t(kind.mayBeOff ? 'numberOrOff' : 'number', { min: kind.min, max: kind.max })
          : null
      }
      onSave={(typed) => {
        const number = numberOf(typed, kind);
        if (number !== undefined) propose(name, number);
      }}
    />
  );
}

/** Undefined: none that may be. Empty: off, where it can be. */
function numberOf(typed: string, kind: Extract<RuleKind, { kind: 'number' }>): number | null | undefined {
  const text = typed.trim().replace(',', '.');
  if (text === '') return kind.mayBeOff ? null : undefined;
  const number = Number(text);
  const fits = Number.isFinite(number) && number >= kind.min && number <= kind.max;
  return fits && (!kind.isWhole || Number.isInteger(number)) ? number : undefined;
}
