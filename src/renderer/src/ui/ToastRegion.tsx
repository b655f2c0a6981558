import { useTranslation } from 'react-i18next';
import { Button } from './Button';
import { cx } from './cx';
import { Icon } from './Icon';
import { IconButton } from './IconButton';
import { dismiss, type Toast, useToasts } from './toasts';

const accents = {
  info: 'text-accent',
  success: 'text-success',
  warn: 'text-warn',
  danger: 'text-danger',
} as const;
const icons = { info: 'info', success: 'check', warn: 'warn', danger: 'warn' } as const;

/** Where the messages of a window appear: out of the way of the buttons that cause them. */
export function ToastRegion() {
  const toasts = useToasts((state) => state.toasts);
  return (
    <div className="pointer-events-none fixed inset-x-0 top-4 z-50 flex flex-col items-center gap-2 px-4">
      {toasts.map((toast) => (
        <ToastCard key={toast.id} toast={toast} />
      ))}
    </div>
  );
}

function ToastCard({ toast }: { readonly toast: Toast }) {
  const { t } = useTranslation();
  const { id, tone, text, times, undo } = toast;
  return (
    <div
      data-testid="toast"
      role={tone === 'success' || tone === 'info' ? 'status' : 'alert'}
      className="pointer-events-auto flex w-full max-w-xl animate-rise items-center gap-3 rounded-card border border-line-strong bg-surface py-2 ps-4 pe-2 shadow-raised"
    >
      <Icon name={icons[tone]} className={cx('size-6', accents[tone])} />
      <p className="min-w-0 grow font-semibold">
        {text} {times > 1 && <span className="figures text-ink-faint">{t('times', { n: times })}</span>}
      </p>
      {undo !== null && (
        <Button
          size="small"
          icon="return"
          onPress={() => {
            dismiss(id);
            undo();
          }}
        >
          {t('undo')}
        </Button>
      )}
      <IconButton label={t('dismiss')} icon="close" onPress={() => dismiss(id)} />
    </div>
  );
}
