import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallListLine } from '../../../../../shared/model/call-list';
import { messageCode, mobileOf, partsOf } from '../../../../../shared/model/text-message';
import { useSettings } from '../../../data/settings';
import { useStatus } from '../../../data/status';
import { currentLanguage } from '../../../i18n';
import { changeMessage } from '../../../i18n/changeMessage';
import { isLanguage, type Language, languageFacts, languages } from '../../../i18n/languages';
import { Button } from '../../../ui/Button';
import { QrCode } from '../../../ui/QrCode';
import { SelectField } from '../../../ui/SelectField';

interface Props {
  readonly line: CallListLine;
  readonly doctor: string;
}

/** Instead of a call: the change as a text, taken over by the clinic's own phone from a code. Not for people of a practice day. */
export function TextInstead({ line, doctor }: Props) {
  const { t } = useTranslation('desk');
  const [isOpen, setOpen] = useState(false);
  const status = useStatus();
  const mobile = status === null ? null : mobileOf(line.patientContact, status.country);
  if (status === null || status.practice || mobile === null || line.toldAt !== null) return null;
  return (
    <div className="flex flex-col gap-2 pt-1">
      <Button
        tone="plain"
        size="small"
        className="self-start"
        aria-expanded={isOpen}
        data-testid={`desk-text-${line.number}`}
        onPress={() => setOpen(!isOpen)}
      >
        {t(isOpen ? 'callList.text.close' : 'callList.text.open')}
      </Button>
      {isOpen && <Written {...{ line, doctor, mobile }} clinic={status.clinicName} />}
    </div>
  );
}

interface WrittenProps extends Props {
  readonly clinic: string;
  readonly mobile: string;
}

function Written({ line, doctor, clinic, mobile }: WrittenProps) {
  const { t } = useTranslation('desk');
  const ofClinic = useSettings()?.clinic.language ?? currentLanguage();
  const [chosen, setChosen] = useState<Language | null>(null);
  const language = chosen ?? ofClinic;
  const message = changeMessage(line, { clinic, doctor }, language);
  const { parts, letters } = partsOf(message);
  return (
    <div className="flex flex-col gap-3 rounded-control bg-sunken p-3">
      <SelectField
        label={t('callList.text.language')}
        isInline
        choices={languages.map((key) => ({ key, text: languageFacts[key].name }))}
        value={language}
        testId={`desk-text-language-${line.number}`}
        onChange={(key) => isLanguage(key) && setChosen(key)}
      />
      <p
        lang={language}
        dir={languageFacts[language].direction}
        className="select-text"
        data-testid={`desk-text-words-${line.number}`}
      >
        {message}
      </p>
      <p className="figures text-caption text-ink-soft">
        {t('callList.text.parts', { count: parts, letters })}
      </p>
      <QrCode
        text={messageCode(mobile, message)}
        label={t('callList.text.qr')}
        className="size-64 self-center rounded-small bg-[#ffffff]"
      />
      <p className="text-small text-ink-soft">{t('callList.text.how')}</p>
    </div>
  );
}
