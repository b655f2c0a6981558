import { useTranslation } from 'react-i18next';

/** The numbers behind the name. */
export function OtherAddresses({ addresses }: { readonly addresses: readonly string[] }) {
  const { t } = useTranslation('devices');
  if (addresses.length === 0) return null;
  return (
    <p className="text-small text-ink-soft" data-testid="other-addresses">
      {t('server.number')}{' '}
      <bdi dir="ltr" className="inline-block font-semibold select-text">
        {addresses.join('  ·  ')}
      </bdi>
    </p>
  );
}
