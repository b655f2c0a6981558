import { useTranslation } from 'react-i18next';
import type { Token } from '../../../../shared/model/token';
import { Button } from '../../ui/Button';
import { Icon } from '../../ui/Icon';
import { TokenNumber } from '../../ui/TokenNumber';

interface Props {
  readonly tokens: readonly Token[];
  readonly sounded: boolean;
  readonly onKnown: () => void;
}

/** An emergency is here: said at once, across the window, until somebody says that they know or it is called. */
export function EmergencyBanner({ tokens, sounded, onKnown }: Props) {
  const { t } = useTranslation(['doctor', 'common']);
  const [first] = tokens;
  if (first === undefined) return null;
  return (
    <div
      role="alert"
      data-testid="doctor-emergency"
      data-sounded={sounded}
      className="flex shrink-0 items-center gap-4 rounded-card bg-danger px-4 py-2.5 text-on-danger"
    >
      <Icon name="emergency" className="size-8" />
      <p className="min-w-0 grow">
        <span className="flex items-baseline gap-3 text-lead font-bold">
          <TokenNumber className="text-title!">{first.number}</TokenNumber>
          <bdi className="truncate">{first.patientName}</bdi>
        </span>
        <span className="block truncate">
          {first.note === '' ? t('emergencyText') : <bdi>{first.note}</bdi>}
          {tokens.length > 1 && ` · ${t('emergencyMore', { count: tokens.length - 1 })}`}
        </span>
      </p>
      <Button onPress={onKnown} shortcut={t('key.known')} data-testid="doctor-emergency-known">
        {t('emergencyKnown')}
      </Button>
    </div>
  );
}
