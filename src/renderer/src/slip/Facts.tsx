import type { ReactNode } from 'react';
import { nameFor } from '../../../shared/model/doctor';
import { initials, maskedContact } from '../../../shared/model/mask';
import type { Ticket } from '../../../shared/model/ticket';
import { MINUTE } from '../../../shared/model/time';
import { isListed, isOpen } from '../../../shared/model/token';
import { clockRangeText, isolated, minuteOfDay, slotText } from '../i18n/format';
import { expectedRange, otherwiseTexts } from '../i18n/waits';
import { isForLater } from './later';
import { Said, type Speaker } from './speakers';

interface Props {
  readonly ticket: Ticket;
  readonly speakers: readonly Speaker[];
}

/** Whom to see, where and when, and how many come first. */
export function Facts({ ticket, speakers }: Props) {
  const { token, doctor, slot, print, timeZone, otherwise } = ticket;
  // Called when it is called, whatever the seat.
  const urgent = token.source === 'emergency';
  const later = isForLater(ticket);
  const over = ticket.warnings.includes('hours_over');
  const expected = expectedOf(ticket);
  const turnText = (range: Turn, { t, language }: Pick<Speaker, 't' | 'language'>): string =>
    t('common:wait.clock', { range: clockRangeText(range, timeZone, language) });
  const name = print.maskName ? initials(token.patientName) : token.patientName;
  return (
    <>
      <dl className="slip-facts">
        <Fact name={<Said speakers={speakers} say={({ t }) => t('slip:doctor')} />}>
          <Said speakers={speakers} say={({ language }) => isolated(nameFor(doctor, language))} />
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
            say={({ t, language }) => {
              if (urgent && expected !== null) return turnText(expected, { t, language });
              if (slot !== null) return slotText(slot, language);
              return t(isListed(token) ? 'slip:waitingList' : 'slip:over');
            }}
          />
        </Fact>
        {expected !== null && !urgent && (
          <Fact name={<Said speakers={speakers} say={({ t }) => t('slip:expected')} />}>
            <Said speakers={speakers} say={(speaker) => turnText(expected, speaker)} />
          </Fact>
        )}
        {(print.showName || token.patientContact !== '') && (
          <Fact name={<Said speakers={speakers} say={({ t }) => t('slip:patient')} />}>
            {print.showName && <bdi>{name}</bdi>}
            {token.patientContact !== '' && (
              <small>
                <bdi dir="ltr">{maskedContact(token.patientContact)}</bdi>
              </small>
            )}
          </Fact>
        )}
        {print.feeLine !== '' && (
          <Fact name={<Said speakers={speakers} say={({ t }) => t('slip:fee')} />}>
            <bdi>{print.feeLine}</bdi>
          </Fact>
        )}
      </dl>
      {isOpen(token) && (!later || isListed(token) || otherwise !== null) && (
        <div className="slip-ahead">
          {isListed(token) && (
            <p className="slip-hint">
              <Said speakers={speakers} say={({ t }) => t('slip:waitingListText')} />
            </p>
          )}
          {otherwise !== null && (
            <p className="slip-hint" data-testid="slip-hours">
              <Said
                speakers={speakers}
                say={({ t, language }) =>
                  [
                    t(over ? 'common:otherwise.hoursOver' : 'common:otherwise.notEnough'),
                    ...otherwiseTexts(otherwise, language),
                  ].join(' ')
                }
              />
            </p>
          )}
          {!later && (
            <p>
              <Said speakers={speakers} say={({ t }) => t('slip:ahead', { count: ticket.ahead })} />
            </p>
          )}
        </div>
      )}
    </>
  );
}

/** By the clock. */
interface Turn {
  readonly from: number;
  readonly to: number;
}

/** When it will be the patient's turn; null: nothing to tell by, or no more than the slot says. */
function expectedOf({ token, wait, slot, now, timeZone, warnings }: Ticket): Turn | null {
  if (wait === null || warnings.includes('hours_over')) return null;
  if (token.source === 'emergency') return expectedRange(wait, now);
  const toSlot = slot === null ? 0 : slot.startMinute - minuteOfDay(now, timeZone);
  return expectedRange(wait, now - (now % MINUTE) + toSlot * MINUTE);
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
