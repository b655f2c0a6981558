import { nameFor } from '../../../shared/model/doctor';
import type { Language } from '../../../shared/model/language';
import type { PhoneView } from '../../app/phones/view';
import { type PhoneText, phoneText } from './texts';
import { clockText, dayText, slotText } from './times';

const signs: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => signs[sign] ?? '');
}

/** Of texts in several directions: each stays in its own. */
const own = (text: string): string => `<bdi>${escaped(text)}</bdi>`;

/** What a phone shows of its token: drawn here, so that it needs no script. */
export function tokenFragment(view: PhoneView, language: Language): string {
  const say = (text: PhoneText, values: Readonly<Record<string, string | number>> = {}): string =>
    phoneText(language, text, values);
  const doctor = nameFor(view.doctor, language);
  const place = [
    `<div><dt>${say('doctor')}</dt><dd>${own(doctor)}</dd></div>`,
    ...(view.room === '' ? [] : [`<div><dt>${say('room')}</dt><dd>${own(view.room)}</dd></div>`]),
    ...(view.slot && isAhead(view)
      ? [`<div><dt>${say('time')}</dt><dd>${own(slotText(view.slot, language))}</dd></div>`]
      : []),
  ];
  return [
    `<p class="label">${say('number')}</p>`,
    `<p class="number" dir="ltr">${escaped(view.number)}</p>`,
    `<div class="state ${view.state}" role="${view.state === 'called' ? 'alert' : 'status'}">${stateText(view, language)}</div>`,
    ...notes(view, language).map((note) => `<p class="note">${note}</p>`),
    `<dl>${place.join('')}</dl>`,
    `<p class="as-of">${say('asOf', { time: own(clockText(view.at, view.timeZone, language)) })}</p>`,
  ].join('\n');
}

const isAhead = ({ state }: PhoneView): boolean =>
  state === 'booked' || state === 'later' || state === 'queue';

function stateText(view: PhoneView, language: Language): string {
  const say = (text: PhoneText, values: Readonly<Record<string, string | number>> = {}): string =>
    phoneText(language, text, values);
  const two = (first: string, then: string): string => `<strong>${first}</strong><span>${then}</span>`;
  switch (view.state) {
    case 'called':
      return two(say('called'), view.room === '' ? say('goToDoor') : say('goTo', { room: own(view.room) }));
    case 'queue':
      return two(aheadText(view, language), waitText(view, language));
    case 'list':
      return two(say('list'), `${say('listText')} ${waitText(view, language)}`);
    case 'booked':
      return two(say('booked'), say('bookedText'));
    case 'later':
      return two(say('later'), own(dayText(view.serviceDay, language)));
    case 'not_seen':
      return `<strong>${say('notSeen')}</strong>`;
    case 'no_show':
      return `<strong>${say('noShow')}</strong>`;
    default:
      return `<strong>${say(view.state)}</strong>`;
  }
}

function aheadText({ ahead }: PhoneView, language: Language): string {
  const n = ahead ?? 0;
  if (n === 0) return phoneText(language, 'ahead0');
  return n === 1 ? phoneText(language, 'ahead1') : phoneText(language, 'ahead', { n });
}

function waitText({ wait, timeZone }: PhoneView, language: Language): string {
  if (wait === null) return '';
  const from = own(clockText(wait.from, timeZone, language));
  const to = own(clockText(wait.to, timeZone, language));
  const minutes = phoneText(language, 'wait', { from: wait.fromMinutes, to: wait.toMinutes });
  return `${minutes} <small>${phoneText(language, 'waitClock', { from, to })}</small>`;
}

/** What is otherwise than the slip says. */
function notes(view: PhoneView, language: Language): string[] {
  const { lateMinutes, breakUntil, movedFrom, slot, timeZone } = view;
  const said: string[] = [];
  if (lateMinutes > 0) said.push(phoneText(language, 'late', { n: lateMinutes }));
  if (breakUntil !== null && view.ahead !== null) {
    said.push(phoneText(language, 'break', { time: own(clockText(breakUntil, timeZone, language)) }));
  }
  if (movedFrom !== null) {
    const from = own(slotText(movedFrom, language));
    said.push(
      slot === null
        ? phoneText(language, 'movedToList', { from })
        : phoneText(language, 'moved', { from, to: own(slotText(slot, language)) }),
    );
  }
  return said;
}
