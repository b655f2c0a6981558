import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  activeReasons,
  type ListedReason,
  MOST_REASONS,
  type ReasonKind,
  type ReasonsSettings,
  reasonKinds,
  reasonName,
} from '../../../../../shared/model/reasons';
import { currentLanguage } from '../../../i18n';
import { save } from '../../../parts/settings/save';
import { Button } from '../../../ui/Button';
import { SettingGroup, SettingSwitch, SettingText } from '../../../ui/Setting';
import { AddReason } from './AddReason';
import { isName } from './names';

/** The reasons to choose from: the usual one first, none of them ever deleted. */
export function ReasonsGroup({ reasons }: { readonly reasons: ReasonsSettings }) {
  const { t } = useTranslation('audit');
  return (
    <SettingGroup title={t('reasons.title')} text={t('reasons.text')}>
      <SettingSwitch
        label={t('reasons.mustChoose')}
        text={t('reasons.mustChooseText')}
        value={reasons.mustChoose}
        testId="reasons-must-choose"
        onChange={(mustChoose) => void save({ reasons: { mustChoose } })}
      />
      {reasonKinds.map((kind) => (
        <KindList key={kind} kind={kind} reasons={reasons} />
      ))}
    </SettingGroup>
  );
}

function KindList({ kind, reasons }: { readonly kind: ReasonKind; readonly reasons: ReasonsSettings }) {
  const { t } = useTranslation(['audit', 'common']);
  const [isAdding, setAdding] = useState(false);
  const active = activeReasons(reasons, kind);
  const retired = reasons[kind].filter(({ active: isActive }) => !isActive);
  const isFull = active.length >= MOST_REASONS;
  const saveList = (list: readonly ListedReason[]): void => void save({ reasons: { [kind]: [...list] } });
  const change = (code: string, to: Partial<ListedReason>): void =>
    saveList(reasons[kind].map((one) => (one.code === code ? { ...one, ...to } : one)));
  return (
    <section aria-label={t(`reasons.kind.${kind}`)} className="flex flex-col gap-2">
      <h3 className="font-bold">{t(`reasons.kind.${kind}`)}</h3>
      <ul className="flex flex-col divide-y divide-line" data-testid={`reasons-${kind}`}>
        {[...active, ...retired].map((reason, index) => (
          <li
            key={reason.code}
            data-testid={`reason-${kind}-${reason.code}`}
            className="grid grid-cols-[1.5rem_1fr_1fr_13rem] items-center gap-2 py-1.5"
          >
            <span className="figures text-small text-ink-soft">{reason.active ? index + 1 : ''}</span>
            {(['en', 'hi'] as const).map((language) => (
              <SettingText
                key={language}
                label={`${t(language === 'en' ? 'reasons.english' : 'reasons.hindi')}: ${reason.code}`}
                isLabelHidden
                value={reason.names[language] ?? ''}
                testId={`reason-${reason.code}-${language}`}
                problem={(text) => problemOf(text, reason, language)}
                onSave={(text) => {
                  const { [language]: _old, ...other } = reason.names;
                  const names = text.trim() === '' ? other : { ...reason.names, [language]: text };
                  change(reason.code, { names });
                }}
              />
            ))}
            <span className="flex flex-wrap justify-end gap-1.5">
              {reason.active && index === 0 && (
                <span className="px-2 text-small text-ink-soft">{t('reasons.usual')}</span>
              )}
              {reason.active && index > 0 && (
                <Button
                  size="small"
                  aria-label={`${t('reasons.first')}: ${reasonName(reason, currentLanguage())}`}
                  onPress={() => saveList([reason, ...reasons[kind].filter((one) => one !== reason)])}
                  data-testid={`reason-first-${kind}-${reason.code}`}
                >
                  ↑
                </Button>
              )}
              {(reason.active ? active.length > 1 : !isFull) && (
                <Button
                  size="small"
                  onPress={() => change(reason.code, { active: !reason.active })}
                  data-testid={`reason-retire-${kind}-${reason.code}`}
                >
                  {t(reason.active ? 'reasons.retire' : 'reasons.useAgain')}
                </Button>
              )}
            </span>
          </li>
        ))}
      </ul>
      {isFull ? (
        <p className="text-small text-ink-soft">{t('reasons.full')}</p>
      ) : isAdding ? (
        <AddReason
          codes={reasons[kind].map(({ code }) => code)}
          onAdd={(reason) => {
            saveList([...active, reason, ...retired]);
            setAdding(false);
          }}
          onClose={() => setAdding(false)}
        />
      ) : (
        <Button
          size="small"
          className="self-start"
          onPress={() => setAdding(true)}
          data-testid={`reason-add-${kind}`}
        >
          {t('reasons.add')}
        </Button>
      )}
    </section>
  );

  function problemOf(text: string, { names }: ListedReason, language: 'en' | 'hi'): string | null {
    const other = language === 'en' ? names.hi : names.en;
    return isName(text) || (text.trim() === '' && other !== undefined) ? null : t('reasons.missing');
  }
}
