import { isWeakPin, pinSchema } from '../../../../shared/model/pin';
import { i18n } from '../../i18n';

/** What is wrong with a PIN, in words; null: it will do. */
export function pinProblem(pin: string): string | null {
  if (pinSchema.safeParse(pin).success) return null;
  return i18n.t(/^\d{4,8}$/.test(pin) && isWeakPin(pin) ? 'people:form.pinWeak' : 'people:form.pinShape');
}
