import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLock } from '../../data/useLock';
import { Alert } from '../../ui/Alert';
import { Button } from '../../ui/Button';
import { FileInput } from '../../ui/FileInput';
import { type LogoProblem, MAX_LOGO_FILE_KB, readLogo } from './logo';

interface Props {
  readonly logo: string | null;
  readonly onChange: (logo: string | null) => void;
}

/** The clinic's mark: chosen from a file, made black and white as the paper is, and shown as it will print. */
export function LogoField({ logo, onChange }: Props) {
  const { t } = useTranslation(['printing', 'common']);
  const [problem, setProblem] = useState<LogoProblem | null>(null);
  const { busy, run } = useLock();
  const input = useRef<HTMLInputElement>(null);

  async function take(file: File): Promise<void> {
    const read = await readLogo(file);
    setProblem('problem' in read ? read.problem : null);
    if ('logo' in read) onChange(read.logo);
  }

  return (
    <div className="flex flex-col gap-2">
      <p className="text-small font-semibold text-ink-soft">{t('logo.label')}</p>
      <div className="flex flex-wrap items-center gap-3">
        {logo !== null && (
          <img
            src={logo}
            alt={t('logo.now')}
            data-testid="printing-logo"
            className="max-h-16 max-w-40 rounded-small border border-line bg-[#fff] object-contain p-1"
            onError={() => setProblem('not_an_image')}
          />
        )}
        <FileInput
          ref={input}
          label={t('logo.label')}
          accept="image/png,image/jpeg"
          testId="printing-logo-file"
          onFile={(file) => void run(() => take(file))}
        />
        <Button busy={busy} onPress={() => input.current?.click()} data-testid="printing-logo-choose">
          {logo === null ? t('logo.choose') : t('logo.change')}
        </Button>
        {logo !== null && (
          <Button
            tone="plain"
            data-testid="printing-logo-remove"
            onPress={() => {
              setProblem(null);
              onChange(null);
            }}
          >
            {t('logo.remove')}
          </Button>
        )}
      </div>
      {problem === null ? (
        <p className="text-small text-pretty text-ink-soft">{t('logo.text', { most: MAX_LOGO_FILE_KB })}</p>
      ) : (
        <Alert
          tone="danger"
          title={t(`logo.problem.${problem}`, { most: MAX_LOGO_FILE_KB })}
          testId="printing-logo-problem"
        />
      )}
    </div>
  );
}
