import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BookView } from '../../../../../shared/model/book-view';
import type { FoundToken } from '../../../../../shared/model/found-token';
import type { DoctorId } from '../../../../../shared/model/ids';
import type { SlotView } from '../../../../../shared/model/slot';
import { type ServiceDay, serviceDaySchema } from '../../../../../shared/model/time';
import type { Token } from '../../../../../shared/model/token';
import { call } from '../../../api/client';
import { useBook } from '../../../data/books';
import { dayPlus } from '../../../data/days';
import { useStatus } from '../../../data/status';
import type { Sending } from '../../../data/useCommand';
import { i18n } from '../../../i18n';
import { dayText, slotText } from '../../../i18n/format';
import { openByKey } from '../../../keys/open';
import { show } from '../../../stores/deskView';
import { Alert } from '../../../ui/Alert';
import { DayField } from '../../../ui/DayField';
import { Key } from '../../../ui/Key';
import { RadioRows } from '../../../ui/RadioRows';
import { onToken } from '../act';
import { ConfirmStep } from '../ConfirmStep';

/** Further ahead than this nobody looks for a day by itself. */
const DAYS_SEARCHED = 14;
const FIRST_FREE = 'first';
const DAY_BUTTON = 'desk-move-day';

/** R21: to another day of the same doctor: the day, its times with their room, and the number it will have there. */
export function MoveToDayStep({ found }: { readonly found: FoundToken }) {
  const { t } = useTranslation(['desk', 'common']);
  const { token } = found;
  const today = useStatus()?.serviceDay ?? token.serviceDay;
  const suggested = useDayWithRoom(token, today);
  const [picked, setPicked] = useState<ServiceDay | null>(null);
  const day = picked ?? suggested;
  if (day === null) return <p className="text-ink-soft">{t('rules.day.looking')}</p>;
  return (
    <div
      className="flex flex-col gap-4"
      onKeyDownCapture={(event) => {
        if (!event.altKey || event.code !== 'KeyD') return;
        event.preventDefault();
        openByKey(DAY_BUTTON);
      }}
    >
      <DayField
        label={t('rules.day.label')}
        text={dayText(day)}
        hint={<Key>Alt D</Key>}
        value={day}
        first={today}
        testId={DAY_BUTTON}
        buttonId={DAY_BUTTON}
        onChange={(chosen) => setPicked(serviceDaySchema.parse(chosen))}
      />
      <OnDay key={day} token={token} day={day} />
    </div>
  );
}

function OnDay({ token, day }: { readonly token: Token; readonly day: ServiceDay }) {
  const { t } = useTranslation(['desk', 'common']);
  const book = useBook(token.doctorId, day).value;
  const [chosen, setChosen] = useState<string>(FIRST_FREE);
  if (book === undefined) return <p className="text-ink-soft">{t('common:loading')}</p>;
  const slots = openSlots(book);
  if (slots.length === 0) {
    return (
      <Alert tone="warn" title={t(book.status === 'closed' ? 'rules.day.closed' : 'rules.day.noHours')} />
    );
  }
  const slotId = slots.find(({ id }) => id === chosen)?.id;
  const wish = { tokenId: token.id, serviceDay: day, ...(slotId === undefined ? {} : { slotId }) };

  async function move({ run }: Sending): Promise<boolean> {
    const moved = await run(
      'tokens.moveToDay',
      wish,
      onToken(({ number: to }) =>
        i18n.t('desk:said.movedToDay', { number: token.number, to, day: dayText(day) }),
      ),
    );
    // The new number and day stay in view, to be told on the phone.
    if (moved !== null) showCard(moved);
    return false;
  }

  return (
    <ConfirmStep
      preview={{ command: 'tokens.moveToDay', ...wish }}
      revision={book.revision}
      showsPlace
      day={day}
      label={t('rules.day.to', { day: dayText(day) })}
      onConfirm={move}
    >
      <RadioRows
        label={t('rules.day.slots')}
        autoFocus
        value={chosen}
        onChange={setChosen}
        rows={[
          { key: FIRST_FREE, text: t('rules.day.firstFree'), testId: 'desk-day-first' },
          ...slots.map((slot) => ({
            key: slot.id as string,
            text: slotText(slot),
            note: slot.free > 0 ? t('issue.slotFree', { count: slot.free }) : t('rules.day.full'),
            testId: `desk-day-${slot.startMinute / 60}`,
          })),
        ]}
      />
    </ConfirmStep>
  );
}

function showCard({ id: tokenId }: Token): void {
  show({ kind: 'token', tokenId, action: null });
}

function openSlots({ status, slots }: BookView): SlotView[] {
  if (status === 'closed') return [];
  return slots.filter(({ phase }) => phase === 'upcoming' || phase === 'running');
}

/** The first day after the token's own that has a free seat; the day after it, if none has. */
function useDayWithRoom({ doctorId, serviceDay }: Token, today: ServiceDay): ServiceDay | null {
  const [day, setDay] = useState<ServiceDay | null>(null);
  const after = serviceDay < today ? today : serviceDay;
  useEffect(() => {
    let current = true;
    void firstWithRoom(doctorId, after).then((found) => {
      if (current) setDay(found);
    });
    return () => {
      current = false;
    };
  }, [doctorId, after]);
  return day;
}

async function firstWithRoom(doctorId: DoctorId, after: ServiceDay): Promise<ServiceDay> {
  for (let ahead = 1; ahead <= DAYS_SEARCHED; ahead += 1) {
    const serviceDay = dayPlus(after, ahead);
    const answer = await call('books.view', { doctorId, serviceDay });
    if (answer.ok && openSlots(answer.value).some(({ free }) => free > 0)) return serviceDay;
  }
  return dayPlus(after, 1);
}
