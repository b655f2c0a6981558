import { useTranslation } from 'react-i18next';
import { BigButton } from './BigButton';
import type { VisitKind } from './visit';

interface Props {
  readonly onToken: (kind: VisitKind) => void;
  readonly onBooking: () => void;
}

/** What brings you here? New or follow-up is answered with it, which saves a tap. */
export function NeedStep({ onToken, onBooking }: Props) {
  const { t } = useTranslation('kiosk');
  return (
    <div className="scroll-quiet mx-auto flex w-full max-w-[64rem] grow flex-col gap-6 px-6 pt-2 pb-8 portrait:justify-center portrait:gap-12 portrait:px-8 portrait:pb-[12vh]">
      <h1 className="text-headline font-bold portrait:text-[2.6rem]">{t('need.title')}</h1>
      <div className="grid grow auto-rows-fr gap-4 portrait:grow-0 portrait:gap-6">
        <BigButton
          icon="ticket"
          title={t('need.token')}
          text={t('need.tokenText')}
          testId="kiosk-need-token"
          onPress={() => onToken('walk_in')}
        />
        <BigButton
          icon="return"
          title={t('need.followUp')}
          text={t('need.followUpText')}
          testId="kiosk-need-follow-up"
          onPress={() => onToken('follow_up')}
        />
        <BigButton
          icon="calendar"
          title={t('need.booking')}
          text={t('need.bookingText')}
          testId="kiosk-have-booking"
          onPress={onBooking}
        />
      </div>
    </div>
  );
}
