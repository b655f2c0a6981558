import type { FormEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/Button';

interface Props {
  readonly label: string;
  readonly tone?: 'primary' | 'danger';
  readonly busy: boolean;
  readonly isDisabled?: boolean;
  /** There is nothing to choose or type before it. */
  readonly autoFocus?: boolean;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** The body of a dialog that does one thing: Enter anywhere in it does it, Escape does not. */
export function DialogForm(props: Props) {
  const { t } = useTranslation(['day', 'common']);
  const { isDisabled = false } = props;
  function submit(event: FormEvent): void {
    event.preventDefault();
    if (!isDisabled && !props.busy) props.onConfirm();
  }
  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-4">
      {props.children}
      <div className="sticky -bottom-5 -mx-5 -mb-5 flex flex-wrap justify-end gap-3 bg-surface px-5 pt-2 pb-5">
        <Button onPress={props.onClose} shortcut="Esc">
          {t('back')}
        </Button>
        <Button
          type="submit"
          tone={props.tone ?? 'primary'}
          busy={props.busy}
          shortcut="Enter"
          isDisabled={isDisabled}
          autoFocus={props.autoFocus === true}
          data-testid="day-confirm"
        >
          {props.label}
        </Button>
      </div>
    </form>
  );
}
