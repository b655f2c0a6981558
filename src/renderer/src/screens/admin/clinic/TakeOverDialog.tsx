import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../../../../shared/contract';
import { Alert } from '../../../ui/Alert';
import { Button } from '../../../ui/Button';
import { Overlay } from '../../../ui/Overlay';

export type FilePreview = CallOutput<'configuration.preview'>;

interface Props {
  readonly preview: FilePreview;
  readonly busy: boolean;
  readonly onTake: () => void;
  readonly onClose: () => void;
}

/** What a file would change and whom it would move, before any of it is done. */
export function TakeOverDialog({ preview, busy, onTake, onClose }: Props) {
  const { t } = useTranslation(['configuration', 'common', 'admin']);
  const { faults, plan, would } = preview;
  const lines = useLines(preview);
  const effects = (['closes', 'noShows', 'notSeen', 'moves'] as const).filter((name) => would[name] > 0);
  return (
    <Overlay
      title={t('preview')}
      closeLabel={t('common:dismiss')}
      place="center"
      testId="configuration-preview"
      onClose={onClose}
    >
      {faults.length > 0 ? (
        <Alert tone="danger" title={t('faults')}>
          <ul className="flex list-disc flex-col gap-1 ps-5" data-testid="configuration-faults">
            {faults.map(({ place, message }) => (
              <li key={`${place} ${message}`} dir="auto">
                <b>{place}</b>: {message}
              </li>
            ))}
          </ul>
        </Alert>
      ) : (
        <>
          <ul className="flex list-disc flex-col gap-1 ps-5" data-testid="configuration-lines">
            {lines.length === 0 ? (
              <li>{t('nothing')}</li>
            ) : (
              lines.map((line) => (
                <li key={line} dir="auto">
                  {line}
                </li>
              ))
            )}
          </ul>
          {(plan.moved > 0 || effects.length > 0) && (
            <Alert
              tone="warn"
              title={plan.moved > 0 ? t('moved', { count: plan.moved }) : t('admin:confirm.title')}
              text={[
                ...effects.map((name) => t(`admin:confirm.${name}`, { count: would[name] })),
                ...(plan.toTell.length > 0
                  ? [
                      t('told', {
                        names: plan.toTell
                          .map(({ number, patientName }) => `${number} ${patientName}`)
                          .join(', '),
                      }),
                    ]
                  : []),
              ].join(' ')}
            />
          )}
          <p className="text-small text-ink-soft">{t('stays')}</p>
        </>
      )}
      <div className="mt-2 flex flex-wrap justify-end gap-3">
        <Button onPress={onClose}>{t('cancel')}</Button>
        {faults.length === 0 && lines.length > 0 && (
          <Button tone="primary" busy={busy} onPress={onTake} data-testid="configuration-take">
            {t('take')}
          </Button>
        )}
      </div>
    </Overlay>
  );
}

function useLines({ added, changed, roles, settings, ...counts }: FilePreview): string[] {
  const { t } = useTranslation('configuration');
  const lists = { added, changed, roles };
  return [
    ...(['added', 'changed', 'roles'] as const)
      .filter((name) => lists[name].length > 0)
      .map((name) => t(name, { names: lists[name].join(', ') })),
    ...(['leaves', 'oneOffs', 'closures'] as const)
      .filter((name) => counts[name] > 0)
      .map((name) => t(name, { count: counts[name] })),
    ...(settings.length > 0 ? [t('settings', { count: settings.length })] : []),
  ];
}
