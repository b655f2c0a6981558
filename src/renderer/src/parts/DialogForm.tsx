import type { FormEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/Button';
import { DialogEnd } from './DialogEnd';
import { isSureKey, type Reach, SURE_KEY, useSure } from './useSure';

interface Props {
  readonly label: string;
  readonly tone?: 'primary' | 'danger';
  readonly busy: boolean;
  readonly isDisabled?: boolean;
  /** Nothing has to be chosen or typed before it: the way back has the focus, and only Ctrl+Enter does it. */
  readonly hasNoFields?: boolean;
  /** Whom it would do something to: if anybody, their number is typed first. */
  readonly reach?: Reach;
  /** Enter has another meaning in its fields: only Ctrl+Enter is shown for doing it. */
  readonly enterGoesOn?: boolean;
  /** Of the button that does it. */
  readonly testId?: string;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** The body of a dialog that does one thing: Enter anywhere in it does it, Escape does not. */
export function DialogForm(props: Props) {
  const { t } = useTranslation(['day', 'common']);
  const { hasNoFields = false } = props;
  const [sure, field] = useSure(props.reach ?? { people: 0 });
  const isDisabled = props.isDisabled === true || !sure;
  const guarded = hasNoFields && field === null;
  function confirm(): void {
    if (!isDisabled && !props.busy) props.onConfirm();
  }
  return (
    <form
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        confirm();
      }}
      onKeyDownCapture={(event) => {
        if (!isSureKey(event)) return;
        // Wherever the focus is, on the way back too; what wants a number typed first still does.
        event.preventDefault();
        event.stopPropagation();
        confirm();
      }}
      onKeyDown={(event) => {
        // What may be typed in it is no consent: an Enter after words, or a scanner's, does not do it.
        if (guarded && event.key === 'Enter' && event.target instanceof HTMLInputElement)
          event.preventDefault();
      }}
      className="flex flex-col gap-4"
    >
      {props.children}
      <DialogEnd sure={field}>
        <Button onPress={props.onClose} shortcut="Esc" autoFocus={hasNoFields}>
          {t('back')}
        </Button>
        <Button
          type="submit"
          tone={props.tone ?? 'primary'}
          busy={props.busy}
          shortcut={guarded || props.enterGoesOn === true ? SURE_KEY : 'Enter'}
          isDisabled={isDisabled}
          data-testid={props.testId ?? 'day-confirm'}
        >
          {props.label}
        </Button>
      </DialogEnd>
    </form>
  );
}
