import { useTranslation } from 'react-i18next';
import type { TokenId } from '../../../../../shared/model/ids';
import type { Twin } from '../../../../../shared/model/patient-page';
import type { RegisterSaved } from '../../../../../shared/model/register-saved';
import type { RegisteredPatient } from '../../../../../shared/model/registered-patient';
import { useCommand } from '../../../data/useCommand';
import { useMay } from '../../../data/who';
import { i18n } from '../../../i18n';
import { Button } from '../../../ui/Button';
import { onPage } from '../act';
import { followedText } from './followedText';
import { Section } from './Section';

interface TwinsProps {
  readonly twins: readonly Twin[];
  readonly onLook: (twin: Twin) => void;
}

/** Rows that may be the same person: each is looked at beside this one before anything is done. */
export function TwinRows({ twins, onLook }: TwinsProps) {
  const { t } = useTranslation(['patient', 'common']);
  const may = useMay();
  if (twins.length === 0) return null;
  return (
    <Section title={t('twins.title')}>
      <ul className="flex flex-col divide-y divide-line" data-testid="patient-twins">
        {twins.map((twin) => (
          <li key={twin.patientId} className="flex items-center gap-3 py-1">
            <span className="min-w-0 grow">
              <bdi className="block truncate font-semibold">{twin.name}</bdi>
              <span className="figures block text-small text-ink-soft">
                {t(`twins.${twin.why}`)} · {t('visits', { count: twin.visits })}
              </span>
            </span>
            {may('patients.merge') && (
              <Button
                size="small"
                className="shrink-0 whitespace-nowrap"
                aria-label={t('twins.lookAt', { name: twin.name })}
                onPress={() => onLook(twin)}
                data-testid={`patient-twin-${twin.patientId}`}
              >
                {t('twins.look')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

interface MergedProps {
  readonly tokenId: TokenId;
  readonly merged: readonly RegisteredPatient[];
}

/** Rows that this one stands for, each as it was, to be taken apart again. */
export function MergedRows({ tokenId, merged }: MergedProps) {
  const { t } = useTranslation(['patient', 'common']);
  const { busy, run } = useCommand();
  const may = useMay();
  if (merged.length === 0) return null;
  return (
    <Section title={t('merged.title')}>
      <ul className="flex flex-col divide-y divide-line" data-testid="patient-merged">
        {merged.map(({ id: otherId, name, contacts }) => (
          <li key={otherId} className="flex items-center gap-3 py-1">
            <span className="min-w-0 grow">
              <bdi className="block truncate font-semibold">{name}</bdi>
              <bdi className="figures block text-small text-ink-soft">{contacts.join(', ')}</bdi>
            </span>
            {may('patients.separate') && (
              <Button
                size="small"
                className="shrink-0 whitespace-nowrap"
                icon="return"
                busy={busy}
                aria-label={t('merged.separateOf', { name })}
                onPress={() => {
                  const done = (answer: RegisterSaved): string =>
                    followedText(i18n.t('patient:merged.separated', { name }), answer);
                  void run('patients.separate', { tokenId, otherId }, onPage(tokenId, done));
                }}
                data-testid={`patient-separate-${otherId}`}
              >
                {t('merged.separate')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
