import { useTranslation } from 'react-i18next';
import { useCall } from '../../../data/query';
import { Alert } from '../../../ui/Alert';

/** Of fewer tokens nothing can be said. */
const FEWEST = 30;
/** With more than this share it is no longer the few who go first. */
const MOST = 1 / 3;

/** R26: where many have precedence, what that does to the others. */
export function NeedShare() {
  const { t } = useTranslation(['rules', 'common', 'admin']);
  const { tokens, needs } = useCall('rules.needs', {}).value ?? { tokens: 0, needs: 0 };
  if (tokens < FEWEST || needs <= tokens * MOST) return null;
  const percent = Math.round((100 * needs) / tokens);
  return (
    <Alert tone="warn" icon="users" title={t('needs.title', { percent })} testId="rule-needs">
      <p className="text-small text-pretty">{t('needs.text', { needs, tokens })}</p>
    </Alert>
  );
}
