import { useTranslation } from 'react-i18next';
import type { Preview } from '../../../../../shared/model/preview';
import type { AppError } from '../../../../../shared/result';
import { staffErrorText } from '../../../i18n/errors';
import { otherwiseTexts } from '../../../i18n/waits';
import type { PreviewState } from '../../../parts/usePreview';
import { Button } from '../../../ui/Button';
import { cx } from '../../../ui/cx';
import { Icon, type IconName } from '../../../ui/Icon';
import { MovedList } from '../MovedList';
import { placeSentence } from '../sentences';
import { askDoctor } from '../useDeskKeys';

interface Props {
  readonly state: PreviewState;
  /** The day asked for, if it is not today. */
  readonly day: string | null;
  /** Before that, what is missing of the patient is no warning. */
  readonly isPatientKnown: boolean;
  readonly onIssueAnyway: () => void;
}

/** What Enter will do, before it is pressed. One height whatever it says, so that nothing jumps under the hand. */
export function PreviewBox({ state, day, isPatientKnown, onIssueAnyway }: Props) {
  const { t } = useTranslation(['desk', 'common']);
  const preview = state.kind === 'known' ? state.preview : state.kind === 'asking' ? state.last : null;
  return (
    <section
      aria-label={t('preview.label')}
      aria-live="polite"
      aria-busy={state.kind === 'asking'}
      data-testid="desk-preview"
      data-state={state.kind}
      className="flex min-h-19 shrink-0 flex-col"
    >
      {state.kind === 'refused' ? (
        <Refused error={state.error} onIssueAnyway={onIssueAnyway} />
      ) : preview === null ? (
        <Box look="bg-sunken text-ink-soft" icon="info">
          {state.kind === 'asking' ? t('preview.asking') : t('preview.nothing')}
        </Box>
      ) : (
        <Known preview={preview} day={day} isPatientKnown={isPatientKnown} />
      )}
    </section>
  );
}

interface KnownProps extends Pick<Props, 'day' | 'isPatientKnown'> {
  readonly preview: Preview;
}

function Known({ preview, day, isPatientKnown }: KnownProps) {
  const { t } = useTranslation(['desk', 'common']);
  const { token, seat, moved, warnings, otherwise } = preview;
  const displaces = preview.reason?.code === 'preempted';
  const look = displaces
    ? 'bg-danger-soft text-danger'
    : seat === null || otherwise !== null
      ? 'bg-warn-soft text-warn'
      : 'bg-accent-soft text-on-accent-soft';
  return (
    <Box look={look} icon={displaces ? 'emergency' : seat === null ? 'hourglass' : 'ticket'}>
      {warnings.includes('hours_over') && (
        <p className="font-bold" data-testid="desk-hours-over">
          {t('common:otherwise.hoursOver')}
        </p>
      )}
      <p className="font-bold">{placeSentence(preview, day)}</p>
      {otherwise !== null &&
        otherwiseTexts(otherwise).map((text) => (
          <p key={text} className="text-small font-semibold" data-testid="desk-otherwise">
            {text}
          </p>
        ))}
      {moved.length > 0 && (
        <>
          <p className="text-small font-semibold">
            {t(displaces ? 'preview.displaces' : 'preview.moved', { count: moved.length })}
          </p>
          <MovedList moved={moved} />
        </>
      )}
      {warnings.includes('numbers_go_on') && token !== null && (
        <p className="text-small font-semibold" data-testid="desk-numbers-go-on">
          {t('preview.numbersGoOn', { number: token.number })}
        </p>
      )}
      {warnings.includes('same_patient_has_token') && (
        <p className="text-small font-semibold">{t('preview.samePatient')}</p>
      )}
      {isPatientKnown && warnings.includes('no_contact') && (
        <p className="text-small">{t('preview.noContact')}</p>
      )}
    </Box>
  );
}

interface RefusedProps {
  readonly error: AppError;
  readonly onIssueAnyway: () => void;
}

function Refused({ error, onIssueAnyway }: RefusedProps) {
  const { t } = useTranslation(['desk', 'common']);
  const number = error.details?.number;
  const duplicate = error.code === 'DUPLICATE_TOKEN';
  return (
    <Box look="bg-warn-soft text-warn" icon="warn">
      <p className="font-bold" data-testid={duplicate ? 'desk-duplicate' : undefined}>
        {duplicate && typeof number === 'string' ? t('issue.duplicate', { number }) : staffErrorText(error)}
      </p>
      {duplicate && (
        <div className="mt-1 flex flex-wrap gap-1.5">
          <Button size="small" shortcut="Alt A" onPress={askDoctor} data-testid="desk-other-doctor">
            {t('issue.otherDoctor')}
          </Button>
          <Button size="small" shortcut="Ctrl Enter" onPress={onIssueAnyway} data-testid="desk-issue-anyway">
            {t('issue.anyway')}
          </Button>
        </div>
      )}
    </Box>
  );
}

interface BoxProps {
  readonly look: string;
  readonly icon: IconName;
  readonly children: React.ReactNode;
}

function Box({ look, icon, children }: BoxProps) {
  return (
    <div className={cx('flex grow items-start gap-2.5 rounded-control px-3 py-2', look)}>
      <Icon name={icon} className="mt-[0.15em] size-[1.3em]" />
      <div className="flex min-w-0 grow flex-col gap-1">{children}</div>
    </div>
  );
}
