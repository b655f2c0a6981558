import { useEffect, useRef } from 'react';
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

/**
 * Where the messages of a window appear: at the foot of its end, where lists are. They cover nothing: lists and dialogs
 * end above them (`clear-of-toasts`), and what is pressed again and again stays where it is.
 */
export function ToastRegion() {
  const toasts = useToasts((state) => state.toasts);
  const region = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = region.current;
    if (element === null) return;
    const observer = new ResizeObserver(() => {
      document.documentElement.style.setProperty('--toast-room', `${element.offsetHeight}px`);
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return (
    <div
      ref={region}
      data-react-aria-top-layer="true"
      className={cx(
        'pointer-events-none fixed end-0 bottom-0 z-50 flex max-h-[60vh] w-[max(min(36rem,46vw),18rem)] flex-col justify-end gap-2',
        toasts.length > 0 && 'p-2.5',
      )}
    >
      {toasts.map((toast) => (
        <ToastCard key={toast.id} toast={toast} />
      ))}
    </div>
  );
}

function ToastCard({ toast }: { readonly toast: Toast }) {
  const { t } = useTranslation();
  const { id, tone, text, times, undo, alarm } = toast;
  return (
    <div
      data-testid={alarm === undefined ? 'toast' : 'alarm-toast'}
      role={tone === 'success' || tone === 'info' ? 'status' : 'alert'}
      className="pointer-events-auto flex w-full animate-rise flex-wrap items-center justify-end gap-3 rounded-card border border-line-strong bg-surface py-2 ps-4 pe-2 shadow-raised"
    >
      <Icon name={alarm === undefined ? icons[tone] : 'bell'} className={cx('size-6', accents[tone])} />
      <p className="min-w-0 grow basis-24 font-semibold">
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
      {alarm?.answer && (
        <Button
          size="small"
          shortcut={alarm.answer.shortcut}
          className="shrink-0 whitespace-nowrap"
          onPress={alarm.answer.run}
          data-testid="alarm-answer"
        >
          {alarm.answer.label}
        </Button>
      )}
      <IconButton label={t('dismiss')} icon="close" onPress={() => dismiss(id)} />
    </div>
  );
}
