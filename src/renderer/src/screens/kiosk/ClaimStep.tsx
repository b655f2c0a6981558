import { useTranslation } from 'react-i18next';
import type { Precedence } from '../../../../shared/model/token';
import { BigButton } from './BigButton';

interface Props {
  /** Null: none of them. */
  readonly onAnswer: (claim: Precedence | null) => void;
}

const claims = [
  ['senior', 'senior'],
  ['pregnant', 'pregnant'],
  ['disabled', 'wheelchair'],
  ['infant', 'infant'],
] as const;

/** R26: asked plainly, answered by one tap; nothing of the answer is shown again here. */
export function ClaimStep({ onAnswer }: Props) {
  const { t } = useTranslation('kiosk');
  return (
    <div className="scroll-quiet mx-auto flex w-full max-w-[64rem] grow flex-col gap-4 px-6 pt-1 pb-5 portrait:justify-center portrait:gap-10 portrait:px-8 portrait:pb-[8vh]">
      <div>
        <h1 className="text-headline font-bold portrait:text-[2.6rem]">{t('claim.title')}</h1>
        <p className="mt-1 text-lead text-pretty text-ink-soft">{t('claim.text')}</p>
      </div>
      <div className="grid grow auto-rows-fr gap-4 portrait:grow-0 portrait:gap-6 landscape:grid-cols-2">
        {claims.map(([claim, icon]) => (
          <BigButton
            key={claim}
            icon={icon}
            title={t(`claim.${claim}`)}
            testId={`kiosk-claim-${claim}`}
            onPress={() => onAnswer(claim)}
          />
        ))}
        <div className="flex landscape:col-span-2">
          <BigButton
            icon="check"
            title={t('claim.none')}
            testId="kiosk-claim-none"
            onPress={() => onAnswer(null)}
          />
        </div>
      </div>
    </div>
  );
}
