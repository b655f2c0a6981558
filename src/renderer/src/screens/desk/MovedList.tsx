import { useTranslation } from 'react-i18next';
import { shownPhone } from '../../../../shared/model/phone';
import type { Preview } from '../../../../shared/model/preview';
import { useCountry } from '../../data/status';
import { Icon } from '../../ui/Icon';
import { TokenNumber } from '../../ui/TokenNumber';
import { movedText } from './sentences';

/** Whom a change would move, and how to reach those who are not here. */
export function MovedList({ moved }: { readonly moved: Preview['moved'] }) {
  const { t } = useTranslation(['desk', 'common']);
  const country = useCountry();
  if (moved.length === 0) return null;
  return (
    <ul aria-label={t('preview.movedLabel')} data-testid="desk-moved" className="flex flex-col gap-1.5">
      {moved.map((one) => (
        <li key={one.tokenId} className="flex items-start gap-2 text-small">
          <Icon name={one.to === null ? 'hourglass' : 'forward'} directional className="mt-[0.2em]" />
          <span className="min-w-0">
            <TokenNumber className="me-1.5 text-small!">{one.number}</TokenNumber>
            <bdi className="font-semibold wrap-anywhere">{one.patientName}</bdi>: {movedText(one)}
            {' · '}
            {one.isHere ? (
              t('preview.isHere')
            ) : one.patientContact === '' ? (
              t('preview.noPhone')
            ) : (
              <strong className="figures whitespace-nowrap">
                {t('preview.tell', { phone: shownPhone(one.patientContact, country) })}
              </strong>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
