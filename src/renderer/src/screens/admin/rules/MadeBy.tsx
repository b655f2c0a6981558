import { useTranslation } from 'react-i18next';
import type { Actor } from '../../../../../shared/model/actor';
import { useCall } from '../../../data/query';

/** Who changed it, where the clinic works with persons, and from where. */
export function MadeBy({ by: { screen, deviceId, personId } }: { readonly by: Actor }) {
  const { t } = useTranslation('rules');
  const persons = useCall('persons.names', {}).value ?? [];
  if (screen === 'clock') return t('by.app');
  const name = persons.find(({ id }) => id === personId)?.name;
  const place = t(deviceId === null ? 'by.here' : 'by.device');
  if (name === undefined) return place;
  return (
    <>
      <bdi>{name}</bdi>, {place}
    </>
  );
}
