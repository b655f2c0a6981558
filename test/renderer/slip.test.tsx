import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { Slip } from '../../src/renderer/src/screens/slip/Slip';
import { languages } from '../../src/shared/model/language';
import type { Ticket } from '../../src/shared/model/view';
import { active, listed, summary, T0 } from './samples';

const seated: Ticket = {
  token: { ...active(17), patientName: 'محمد <b>' },
  clinicName: 'Lotus Clinic',
  timeZone: 'Asia/Kolkata',
  doctor: summary().doctor,
  slot: { startMinute: 540, endMinute: 600 },
  ahead: 2,
  wait: null,
  reason: { code: 'no_seat', rule: 'R7' },
  warnings: [],
  print: {
    way: 'system',
    paper: 'roll_80',
    secondLanguage: null,
    maskName: false,
    clinicLine: '',
    feeLine: '',
    logo: null,
    copy: 0,
    kind: 'token',
  },
};
const waiting: Ticket = { ...seated, token: listed(18), slot: null };

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

  it('in two languages has the number and the code once', () => {
    const html = renderToStaticMarkup(<Slip ticket={waiting} language="ta" second="en" />);
    expect(html).toContain('காத்திருப்புப் பட்டியல்');
    expect(html).toContain('Waiting list');
    expect(html.match(/slip-number/g)).toHaveLength(1);
    expect(html.match(/slip-qr/g)).toHaveLength(1);
  });
});
