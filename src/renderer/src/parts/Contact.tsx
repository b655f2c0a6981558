import { shownPhone } from '../../../shared/model/phone';
import { useCountry } from '../data/status';

/** A phone as people read and dial it: `98765 43210`; an e-mail address as it is. */
export function Contact({ text }: { readonly text: string }) {
  const country = useCountry();
  return <bdi className="figures">{shownPhone(text, country)}</bdi>;
}
