import type { ReactNode } from 'react';
import { initials, maskedContact } from '../../../shared/model/mask';
import { MINUTE } from '../../../shared/model/time';
import { isListed, isOpen } from '../../../shared/model/token';
import type { Ticket } from '../../../shared/model/view';
import { clockRangeText, expectedRange, minuteOfDay, slotText } from '../i18n/format';
import { Said, type Speaker } from './speakers';

interface Props {
  readonly ticket: Ticket;
  readonly speakers: readonly Speaker[];
}

/** Whom to see, where and when, and how many come first. */
export function Facts({ ticket, speakers }: Props) {
  const { token, doctor, slot, print, timeZone } = ticket;
  const expected = expectedOf(ticket);
  const name = print.maskName ? initials(token.patientName) : token.patientName;
  return (
    <>
      <dl className="slip-facts">
        <Fact name={<Said speakers={speakers} say={({ t }) => t('slip:doctor')} />}>
          <bdi>{doctor.name}</bdi>
          <small>
            <bdi>{doctor.specialization}</bdi>
          </small>
        </Fact>
        <Fact
          name={<Said speakers={speakers} say={({ t }) => t('slip:roomLabel')} />}
          big={doctor.room !== ''}
        >
          {doctor.room === '' ? (
            <Said speakers={speakers} say={({ t }) => t('common:noRoom')} />
          ) : (
            <bdi>{doctor.room}</bdi>
          )}
        </Fact>
        <Fact name={<Said speakers={speakers} say={({ t }) => t('slip:time')} />} big>
          <Said
            speakers={speakers}
            say={({ t, language }) =>
              slot === null ? t(isListed(token) ? 'slip:waitingList' : 'slip:over') : slotText(slot, language)
            }
          />
        </Fact>
        {expected !== null && (
          <Fact name={<Said speakers={speakers} say={({ t }) => t('slip:expected')} />}>
            <Said
              speakers={speakers}
              say={({ t, language }) =>
                t('slip:about', { range: clockRangeText(expected, timeZone, language) })
              }
            />
          </Fact>
        )}
        <Fact name={<Said speakers={speakers} say={({ t }) => t('slip:patient')} />}>
          <bdi>{name}</bdi>
          {token.patientContact !== '' && (
            <small>
              <bdi dir="ltr">{maskedContact(token.patientContact)}</bdi>
            </small>
          )}
        </Fact>
        {print.feeLine !== '' && (
          <Fact name={<Said speakers={speakers} say={({ t }) => t('slip:fee')} />}>
            <bdi>{print.feeLine}</bdi>
          </Fact>
        )}
      </dl>
      {isOpen(token) && (
        <div className="slip-ahead">
          {isListed(token) && (
            <p className="slip-hint">
              <Said speakers={speakers} say={({ t }) => t('slip:waitingListText')} />
            </p>
          )}
          <p>
            <Said speakers={speakers} say={({ t }) => t('slip:ahead', { count: ticket.ahead })} />
          </p>
        </div>
      )}
    </>
  );
}

/** When it will be the patient's turn; null: nothing to tell by, or no more than the slot says. */
function expectedOf({ wait, slot, now, timeZone }: Ticket): { from: number; to: number } | null {
  if (wait === null) return null;
  const toSlot = slot === null ? 0 : slot.startMinute - minuteOfDay(now, timeZone);
  return expectedRange(wait, now, now - (now % MINUTE) + toSlot * MINUTE);
}

interface FactProps {
  readonly name: ReactNode;
  readonly big?: boolean;
  readonly children: ReactNode;
}

function Fact({ name, big = false, children }: FactProps) {
  return (
    <div>
      <dt>{name}</dt>
      <dd className={big ? 'slip-big' : ''}>{children}</dd>
    </div>
  );
}
