import type { AppError } from '../../../../shared/result';
import { t } from '../../i18n';
import { Notice } from '../../ui/Notice';

/** Why no token was made, and what to do now. */
export function Refusal({ error }: { readonly error: AppError }) {
  if (error.code === 'DUPLICATE_TOKEN') {
    const number = error.details?.number;
    return (
      <Notice
        tone="warn"
        icon="ticket"
        testId="kiosk-error"
        className="text-lead"
        title={typeof number === 'string' ? t.kiosk.duplicate(number) : t.kiosk.duplicateUnknown}
        text={t.kiosk.duplicateText}
      />
    );
  }
  const reference =
    error.reference === undefined ? error.message : t.errors.reference(error.message, error.reference);
  return (
    <Notice
      tone="danger"
      testId="kiosk-error"
      className="text-lead"
      title={error.code === 'CONFLICT' ? t.kiosk.conflict : t.kiosk.failedTitle}
      text={reference}
    />
  );
}
