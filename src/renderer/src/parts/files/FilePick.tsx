import { type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MOST_OF_A_FILE, MOST_OF_A_FILE_MB } from '../../../../shared/model/chosen-file';
import { useLock } from '../../data/useLock';
import { Alert } from '../../ui/Alert';
import { Button } from '../../ui/Button';
import { cx } from '../../ui/cx';
import { FileInput } from '../../ui/FileInput';

/** A file somebody chose. */
export interface ChosenFile {
  readonly name: string;
  /** Base64. */
  readonly data: string;
}

interface Props {
  readonly label: string;
  /** Of names: `.csv,text/csv`. */
  readonly accept: string;
  /** The one that is chosen; null: none yet. */
  readonly chosen: ChosenFile | null;
  readonly testId: string;
  readonly onChoose: (file: ChosenFile) => void;
  /** Beside the button. */
  readonly children?: ReactNode;
}

/** A file to choose, or to drop here; another one takes its place. */
export function FilePick({ label, accept, chosen, testId, onChoose, children }: Props) {
  const { t } = useTranslation('files');
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const [problem, setProblem] = useState<'tooLarge' | 'unreadable' | null>(null);
  const { busy, run } = useLock();

  async function take(file: File): Promise<void> {
    if (file.size > MOST_OF_A_FILE) return setProblem('tooLarge');
    const data = await base64Of(file);
    setProblem(data === null ? 'unreadable' : null);
    if (data !== null) onChoose({ name: file.name, data });
  }

  return (
    <div className="flex flex-col gap-2">
      <section
        aria-label={label}
        className={cx(
          'flex flex-wrap items-center gap-x-4 gap-y-2 rounded-card border-2 border-dashed px-4 py-3',
          isOver ? 'border-accent bg-accent-soft' : 'border-line-strong',
        )}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          const [file] = event.dataTransfer.files;
          if (file !== undefined) void run(() => take(file));
        }}
      >
        <FileInput
          ref={input}
          label={label}
          accept={accept}
          testId={`${testId}-file`}
          onFile={(file) => void run(() => take(file))}
        />
        <Button
          {...(chosen === null && { tone: 'primary' as const })}
          busy={busy}
          autoFocus
          onPress={() => input.current?.click()}
          data-testid={`${testId}-choose`}
        >
          {t(chosen === null ? 'choose' : 'another')}
        </Button>
        <span className="min-w-0 grow text-small text-pretty text-ink-soft">
          {chosen === null ? t('drop') : <bdi className="font-semibold text-ink">{chosen.name}</bdi>}
        </span>
        {children}
      </section>
      {problem !== null && (
        <Alert tone="danger" title={t(problem, { most: MOST_OF_A_FILE_MB })} testId={`${testId}-problem`} />
      )}
    </div>
  );
}

/** Null: the disk or the stick does not give it. */
function base64Of(file: File): Promise<string | null> {
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.onerror = () => resolve(null);
    reader.onload = () => resolve(String(reader.result).split(',')[1] ?? '');
    reader.readAsDataURL(file);
  });
}
