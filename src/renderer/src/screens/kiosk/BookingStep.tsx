import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Code } from '../../../../shared/codes/read-code';
import type { Booking } from '../../../../shared/model/booking';
import type { DoctorSummary } from '../../../../shared/model/doctor-summary';
import type { TokenId } from '../../../../shared/model/ids';
import type { AppError } from '../../../../shared/result';
import { call } from '../../api/client';
import { useLock } from '../../data/useLock';
import { i18n } from '../../i18n';
import { useScans } from '../../keys/keys';
import { sayCode } from '../../parts/sayCode';
import { Button } from '../../ui/Button';
import { TextField } from '../../ui/TextField';
import { sayInfo } from '../../ui/toasts';
import { useStable } from '../../ui/useStable';
import { Bookings } from './Bookings';
import { NumberPad } from './keyboard/Keyboard';
import { Refusal } from './Refusal';
import { useKeys } from './useKeys';
import { useScanner } from './useScanner';

interface Props {
  readonly doctors: readonly DoctorSummary[];
  /** A slip's code that was scanned already; empty: none. */
  readonly scanned: string;
  /** Why main refused to check in. */
  readonly refusal: AppError | null;
  readonly busy: boolean;
  readonly onCheckIn: (query: string, tokenId: TokenId) => Promise<void>;
}

/** As the contract has it: fewer signs could be anybody's. */
const SHORTEST_QUERY = 3;
/** Token letters that fit in one row of keys. */
const MOST_PREFIXES = 6;

/** By what a code finds a booking; empty: by nothing; null: by what it says, typed into the field. */
function sayingOf(code: Code): string | null {
  if (code.kind === 'token') return code.tokenId;
  if (code.kind === 'card') return code.card.phone;
  return code.kind === 'patient' || code.kind === 'abha' ? '' : null;
}

interface Found {
  readonly query: string;
  readonly bookings: readonly Booking[];
}

/** Checks in who has booked: by phone, by token number, or by the code of a slip under a scanner. */
export function BookingStep(props: Props) {
  const { doctors, refusal, busy, onCheckIn } = props;
  const { t } = useTranslation('kiosk');
  const [query, setQuery] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [failure, setFailure] = useState<AppError | null>(null);
  const [found, setFound] = useState<Found | null>(null);
  const finding = useLock();
  const input = useRef<HTMLInputElement>(null);
  const keys = useKeys(input, query, type);
  useScanner(input, (letter) => {
    setFound(null);
    setQuery((typed) => typed + letter);
  });
  useScans(({ text, code, ended }) => {
    if (document.querySelector('[role=alertdialog]') !== null || sayCode(code)) return;
    if (code.kind === 'patient') sayInfo(i18n.t('common:scan.atDesk'));
    const said = sayingOf(code);
    if (said === '') return;
    setFound(null);
    const asked = said ?? query + text;
    type(asked);
    if (ended || said !== null) void find(asked);
  });
  // Scanned at a step before: the answer to the question that this one asks.
  const { scanned } = props;
  const findScanned = useStable((text: string) => void find(text));
  useEffect(() => {
    if (scanned !== '') findScanned(scanned);
  }, [scanned, findScanned]);

  function type(text: string): void {
    setQuery(text);
    setProblem(null);
    setFailure(null);
  }

  async function find(text: string): Promise<void> {
    const asked = text.trim();
    if (asked.length < SHORTEST_QUERY) return setProblem(t('booking.tooShort'));
    const answer = await finding.run(() => call('kiosk.findBookings', { query: asked }));
    if (answer === null) return;
    if (!answer.ok) return setFailure(answer.error);
    // What was typed or scanned next is another search.
    setQuery('');
    setFound({ query: asked, bookings: answer.value });
  }

  if (found !== null) {
    return (
      <Bookings
        bookings={found.bookings}
        refusal={refusal}
        busy={busy}
        onCheckIn={(tokenId) => void onCheckIn(found.query, tokenId)}
        onAnother={() => setFound(null)}
      />
    );
  }
  const prefixes = doctors.map(({ doctor }) => `${doctor.prefix}-`);
  return (
    <form
      noValidate
      autoComplete="off"
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        void find(query);
      }}
      className="flex min-h-0 grow flex-col justify-between gap-3"
    >
      <div className="scroll-quiet flex min-h-0 grow flex-col gap-3 px-6 pb-1 portrait:justify-center portrait:gap-10 portrait:px-8">
        <div>
          <h1 className="text-title font-bold portrait:text-headline">{t('booking.title')}</h1>
          <p className="text-ink-soft portrait:text-lead">{t('booking.hint')}</p>
        </div>
        <div className="grid gap-x-4 gap-y-6 landscape:grid-cols-[1fr_auto]">
          <TextField
            label={t('booking.label')}
            value={query}
            onChange={type}
            error={problem}
            inputRef={input}
            inputTestId="kiosk-booking-query"
            errorTestId="kiosk-error"
            inputMode="none"
            autoComplete="off"
            spellCheck="false"
            validationBehavior="aria"
            autoFocus
          />
          <Button
            type="submit"
            tone="primary"
            size="touch"
            icon="forward"
            busy={finding.busy}
            className="self-start landscape:mt-[1.9rem] portrait:min-h-24 portrait:w-full portrait:text-title"
            data-testid="kiosk-find"
          >
            {finding.busy ? t('booking.finding') : t('booking.find')}
          </Button>
        </div>
        {failure !== null && <Refusal error={failure} />}
      </div>
      <NumberPad keys={keys} extras={prefixes.length <= MOST_PREFIXES ? prefixes : ['-']} />
    </form>
  );
}
