import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLock } from '../../data/useLock';
import { Alert } from '../../ui/Alert';
import { Face, initials } from '../../ui/Avatar';
import { Button } from '../../ui/Button';
import { FileInput } from '../../ui/FileInput';
import { MAX_PHOTO_FILE_MB, type PhotoProblem, readPhoto } from './photo';

interface Props {
  readonly name: string;
  /** What is shown now, as the address of an image. */
  readonly src: string | null;
  /** Base64; null: it is taken away. */
  readonly onChange: (data: string | null) => void;
}

/** A photo from a file, made small and square at once. */
export function PhotoField({ name, src, onChange }: Props) {
  const { t } = useTranslation('doctors');
  const [problem, setProblem] = useState<PhotoProblem | null>(null);
  const { busy, run } = useLock();
  const input = useRef<HTMLInputElement>(null);

  async function take(file: File): Promise<void> {
    const read = await readPhoto(file);
    setProblem('problem' in read ? read.problem : null);
    if ('data' in read) onChange(read.data);
  }

  return (
    <div className="flex flex-col gap-2">
      <p className="text-small font-semibold text-ink-soft">{t('photo.label')}</p>
      <div className="flex flex-wrap items-center gap-3">
        <Face src={src} letters={initials(name, 'en')} className="size-16 text-lead" />
        <FileInput
          ref={input}
          label={t('photo.label')}
          accept="image/png,image/jpeg,image/webp"
          testId="doctor-photo-file"
          onFile={(file) => void run(() => take(file))}
        />
        <Button
          busy={busy}
          size="small"
          onPress={() => input.current?.click()}
          data-testid="doctor-photo-choose"
        >
          {src === null ? t('photo.choose') : t('photo.change')}
        </Button>
        {src !== null && (
          <Button
            size="small"
            tone="plain"
            onPress={() => {
              setProblem(null);
              onChange(null);
            }}
          >
            {t('photo.remove')}
          </Button>
        )}
      </div>
      {problem === null ? (
        <p className="text-small text-ink-soft">{t('photo.text')}</p>
      ) : (
        <Alert
          tone="danger"
          title={t(`photo.problem.${problem}`, { most: MAX_PHOTO_FILE_MB })}
          testId="doctor-photo-problem"
        />
      )}
    </div>
  );
}
