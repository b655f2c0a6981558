import { useTranslation } from 'react-i18next';
import type { SettingsVersion } from '../../../../../shared/model/settings-version';
import { tell, useCall } from '../../../data/query';
import { useCommand } from '../../../data/useCommand';
import { i18n } from '../../../i18n';
import { dateTimeText } from '../../../i18n/format';
import { DialogForm } from '../../../parts/DialogForm';
import { Overlay } from '../../../ui/Overlay';
import { changeText } from './words';

interface Props {
  readonly version: SettingsVersion;
  readonly timeZone: string;
  readonly onClose: () => void;
}

/** What going back would change, and whom it would reach, before it is done. */
export function GoBackDialog({ version, timeZone, onClose }: Props) {
  const { t } = useTranslation(['rules', 'common', 'admin']);
  const { busy, run } = useCommand();
  const looked = useCall('rules.impact', version.after).value;
  const effects = (['closes', 'noShows', 'notSeen', 'moves'] as const).filter(
    (name) => (looked?.would[name] ?? 0) > 0,
  );
  const isSame = looked?.changes.length === 0;
  return (
    <Overlay
      title={t('goBack.title')}
      closeLabel={t('goBack.no')}
      place="center"
      testId="rules-go-back-dialog"
      onClose={onClose}
    >
      <DialogForm
        label={t('goBack.yes')}
        hasNoFields
        busy={busy}
        isDisabled={looked === undefined || isSame}
        testId="rules-go-back-yes"
        onClose={onClose}
        onConfirm={() =>
          void run(
            'rules.goBack',
            { versionId: version.id, confirmed: true },
            {
              done: () => i18n.t('rules:goBack.done'),
              after: (settings) => {
                tell('settings.read', {}, settings);
                onClose();
              },
            },
          )
        }
      >
        <p>{t('goBack.text', { at: dateTimeText(version.effectiveAt ?? version.madeAt, timeZone) })}</p>
        {isSame ? (
          <p className="font-semibold">{t('goBack.same')}</p>
        ) : (
          <ul className="figures flex flex-col gap-1">
            {looked?.changes.map((one) => (
              <li key={one.name}>{changeText(t, one)}</li>
            ))}
          </ul>
        )}
        <p className={effects.length > 0 ? 'font-semibold text-warn' : 'text-small text-ink-soft'}>
          {effects.length > 0
            ? effects.map((name) => t(`admin:confirm.${name}`, { count: looked?.would[name] ?? 0 })).join(' ')
            : t('proposal.nobody')}
        </p>
      </DialogForm>
    </Overlay>
  );
}
