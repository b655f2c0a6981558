import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { Slip } from '../../src/renderer/src/slip/Slip';
import { languages } from '../../src/shared/model/language';
import { papers } from '../../src/shared/model/print-settings';
import type { Ticket } from '../../src/shared/model/ticket';
import { serviceDaySchema } from '../../src/shared/model/time';
import { active, listed, summary, T0, waitOf } from './samples';

const print: Ticket['print'] = {
  way: 'system',
  paper: 'roll_80',
  secondLanguage: null,
  showName: true,
  maskName: false,
  clinicLine: '',
  feeLine: '',
  logo: null,
  copy: 0,
  practice: false,
  kind: 'token',
};
const seated: Ticket = {
  token: { ...active(17), patientName: 'محمد <b>', patientContact: '9876543210' },
  clinicName: 'Lotus Clinic',
  timeZone: 'Asia/Kolkata',
  doctor: summary().doctor,
  slot: { startMinute: 540, endMinute: 600 },
  ahead: 2,
  wait: null,
  now: T0,
  reason: { code: 'no_seat', rule: 'R7' },
  warnings: [],
  otherwise: null,
  alsoWith: [],
  replaces: null,
  payment: null,
  print,
};
const waiting: Ticket = { ...seated, token: listed(18), slot: null };

function htmlOf(ticket: Ticket, over: Partial<Ticket['print']> = {}): string {
  return renderToStaticMarkup(<Slip ticket={{ ...ticket, print: { ...print, ...over } }} language="en" />);
}

describe('the slip', () => {
  it.each([
    ['en', '2 people before you', 'ltr'],
    ['hi', 'आपसे पहले 2 मरीज़', 'ltr'],
    ['ta', 'உங்களுக்கு முன் 2 பேர்', 'ltr'],
    ['ar', 'قبلك شخصان', 'rtl'],
  ] as const)('speaks %s', (language, ahead, direction) => {
    const html = renderToStaticMarkup(<Slip ticket={seated} language={language} />);
    expect(html).toContain(`lang="${language}" dir="${direction}"`);
    expect(html).toContain(ahead);
    expect(html).toContain('A-017');
  });

  it('names the doctor as patients of its languages read it, and only once where that is the same', () => {
    const doctor = { ...seated.doctor, name: 'Dr Rao', nameIn: { hi: 'डॉ. राव', ta: 'டாக்டர் ராவ்' } };
    const ticket = { ...seated, doctor };
    const hindi = renderToStaticMarkup(<Slip ticket={ticket} language="hi" />);
    expect(hindi).toContain('डॉ. राव');
    expect(hindi).not.toContain('Dr Rao');
    const both = renderToStaticMarkup(<Slip ticket={ticket} language="en" second="ta" />);
    expect(both).toContain('Dr Rao');
    expect(both).toContain('டாக்டர் ராவ்');
    const same = renderToStaticMarkup(<Slip ticket={ticket} language="en" second="ar" />);
    expect(same.match(/Dr Rao/g)).toHaveLength(1);
  });

  it('is issued at the clinic’s time, with Latin digits', () => {
    for (const language of languages) {
      const html = renderToStaticMarkup(<Slip ticket={seated} language={language} />);
      expect(html).toMatch(/9:00/);
      expect(html).not.toMatch(/[०-९௦-௯٠-٩]/);
    }
    expect(T0).toBe(seated.token.createdAt);
  });

  it('gives a name its own direction and no say in the page', () => {
    const html = renderToStaticMarkup(<Slip ticket={seated} language="en" />);
    expect(html).toContain('<bdi>محمد &lt;b&gt;</bdi>');
  });

  it('in two languages says all in both, and has the number, the code and the names once', () => {
    const html = renderToStaticMarkup(<Slip ticket={waiting} language="ta" second="en" />);
    expect(html).toContain('காத்திருப்புப் பட்டியல்');
    expect(html).toContain('Waiting list');
    expect(html.indexOf('காத்திருப்புப் பட்டியல்')).toBeLessThan(html.indexOf('Waiting list'));
    for (const once of ['slip-number', 'slip-qr', 'Dr Rao', 'Patient 18']) {
      expect(html.split(once)).toHaveLength(2);
    }
  });

  it('takes the clinic’s second language, but not the patient’s own twice', () => {
    expect(htmlOf(seated, { secondLanguage: 'hi' })).toContain('आपसे पहले 2 मरीज़');
    expect(htmlOf(seated, { secondLanguage: 'en' }).split('2 people before you')).toHaveLength(2);
  });

  it('shows no more of a phone than its end, and of a masked name than its letters', () => {
    const named: Ticket = { ...seated, token: { ...seated.token, patientName: 'Asha रवि' } };
    expect(htmlOf(named)).not.toContain('9876543210');
    expect(htmlOf(named)).toContain('×××××××210');
    expect(htmlOf(named)).toContain('Asha रवि');
    expect(htmlOf(named, { maskName: true })).toContain('A. र.');
    expect(htmlOf(named, { maskName: true })).not.toContain('Asha');
    expect(htmlOf(named, { showName: false })).not.toMatch(/Asha|A\. र/);
    expect(htmlOf(named, { showName: false })).toContain('×××××××210');
    const unknown = { ...named, token: { ...named.token, patientContact: '' } };
    expect(htmlOf(unknown, { showName: false })).not.toContain('Patient<');
  });

  it('says that it is a copy, and which; the first one does not', () => {
    expect(htmlOf(seated, { copy: 2 })).toContain('DUPLICATE 2');
    expect(htmlOf(seated, { copy: 2 })).toContain('Printed');
    expect(htmlOf(seated)).not.toContain('DUPLICATE');
    expect(htmlOf(seated)).not.toContain('Printed');
  });

  it('of a test says that it is no token', () => {
    expect(htmlOf(seated, { kind: 'test' })).toContain('NOT A TOKEN');
  });

  it('of a move says that the earlier one no longer counts', () => {
    expect(htmlOf(seated, { kind: 'move' })).toContain('NEW TIME');
    expect(htmlOf(seated, { kind: 'move' })).toContain('replaces your earlier one');
    expect(htmlOf(waiting, { kind: 'move' })).toContain('YOUR TIME HAS CHANGED');
    expect(htmlOf(waiting, { kind: 'move' })).not.toContain('NEW TIME');
  });

  it('tells the turn by the clock, since paper is read later', () => {
    const soon = { ...seated, wait: waitOf(35, 50) };
    expect(htmlOf(soon)).toMatch(/about 9:35.+9:50/);
    expect(htmlOf(seated)).not.toContain('about');
  });

  it('never tells a turn before the slot that was given', () => {
    const soon = waitOf(15, 75);
    const later = { startMinute: 600, endMinute: 660 };
    expect(htmlOf({ ...seated, wait: soon, slot: later })).toMatch(/about 10:00.+10:15/);
    expect(htmlOf({ ...seated, wait: waitOf(5, 20), slot: later })).not.toContain('about');
  });

  it('of an emergency tells the call, not the slot of its seat', () => {
    const seat = { startMinute: 600, endMinute: 660 };
    const urgent: Ticket = { ...seated, slot: seat, wait: waitOf(15, 25) };
    const token = { ...urgent.token, source: 'emergency', priority: 1 } as const;
    expect(htmlOf({ ...urgent, token })).toMatch(/about 9:15.+9:25/);
    expect(htmlOf({ ...urgent, token })).not.toContain('10:00');
  });

  it('says that today may not be enough, and what else there is', () => {
    const nextDay = { serviceDay: serviceDaySchema.parse('2026-11-23'), startMinute: 540, endMinute: 600 };
    const otherwise = { nextDay, otherDoctor: null };
    const late = htmlOf({ ...waiting, wait: waitOf(200, 240, 'no'), otherwise });
    expect(late).toContain('Today may not be enough');
    expect(late).toMatch(/Monday, 23 November, 9:00/);
    expect(late).not.toContain('about');
    const over = htmlOf({ ...waiting, wait: waitOf(5, 10, 'maybe'), otherwise, warnings: ['hours_over'] });
    expect(over).toContain('hours are over for today');
    expect(over).not.toContain('about');
    expect(htmlOf(waiting)).not.toContain('enough');
  });

  it('has the fee, the clinic’s line and its logo where they are set, and no empty place where not', () => {
    const logo = 'data:image/png;base64,AAAA';
    const full = htmlOf(seated, { feeLine: '₹ 300', clinicLine: 'Closed on Sundays', logo });
    expect(full).toContain('₹ 300');
    expect(full).toContain('Closed on Sundays');
    expect(full).toContain(logo);
    expect(htmlOf(seated)).not.toMatch(/slip-logo|slip-clinic-line|>Fee</);
  });

  it('carries the token’s id in its code and nothing of the patient', () => {
    const codeOf = (ticket: Ticket): string =>
      /class="slip-qr" src="([^"]+)"/.exec(htmlOf(ticket))?.[1] ?? '';
    const other: Ticket = { ...seated, token: { ...seated.token, patientName: 'Bo', patientContact: '' } };
    expect(codeOf(seated)).toMatch(/^data:image/);
    expect(codeOf(other)).toBe(codeOf(seated));
    expect(codeOf(waiting)).not.toBe(codeOf(seated));
  });

  it.each(papers)('knows its paper: %s', (paper) => {
    expect(htmlOf(seated, { paper })).toContain(`data-paper="${paper}"`);
  });

  it('names the number and day that it takes the place of, in each language', () => {
    const replaces = { number: 'A-002', serviceDay: serviceDaySchema.parse('2026-11-21') };
    for (const language of languages) {
      const html = renderToStaticMarkup(<Slip ticket={{ ...seated, replaces }} language={language} />);
      expect(html.slice(html.indexOf('slip-replaces'))).toMatch(/A-002.*21/);
    }
    expect(htmlOf(seated)).not.toContain('slip-replaces');
  });

  it('for another day does not say that nobody comes before', () => {
    const serviceDay = serviceDaySchema.parse('2026-11-23');
    const later = { ...seated, ahead: 0, token: { ...active(17), serviceDay, checkedInAt: null } };
    expect(htmlOf(later)).not.toContain('before you');
    expect(htmlOf({ ...seated, ahead: 0 })).toContain('Nobody is before you');
  });
});
