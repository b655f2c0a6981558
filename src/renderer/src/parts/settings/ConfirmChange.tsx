import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { save, useQuestion } from './save';

const close = (): void => useQuestion.setState({ question: null });

/** Says whom a change would mark, send away or move, and asks. */
export function ConfirmChange() {
  const { t } = useTranslation('admin');
  const question = useQuestion((state) => state.question);
  if (question === null) return null;
  const { change, would } = question;
  const effects = (['closes', 'noShows', 'notSeen', 'moves', 'erases'] as const).filter(
    (name) => (would[name] ?? 0) > 0,
  );
  const isOnlyErasing = effects.every((name) => name === 'erases');
  return (
    <ConfirmDialog
      title={t(isOnlyErasing ? 'confirm.titleErases' : 'confirm.title')}
      text={effects.map((name) => t(`confirm.${name}`, { count: would[name] ?? 0 })).join(' ')}
      yes={t('confirm.yes')}
      no={t('confirm.no')}
      onNo={close}
      onYes={() => {
        close();
        void save(change, true);
      }}
    />
  );
}
