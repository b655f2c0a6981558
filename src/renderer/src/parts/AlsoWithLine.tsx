import type { Token } from '../../../shared/model/token';
import { alsoWithText } from '../i18n/alsoWith';
import { useAlsoWith } from './useAlsoWith';

/** R27: with which other doctors the patient of an open token is on its day; nothing where there is none. */
export function AlsoWithLine({ token }: { readonly token: Token }) {
  const also = useAlsoWith(token);
  if (also.length === 0) return null;
  return (
    <p data-testid="also-with" className="figures text-small font-semibold">
      {also.map((one) => alsoWithText(one)).join(' · ')}
    </p>
  );
}
