import { expect, type Page } from '@playwright/test';
import type { Language } from '../../../src/shared/model/language';
import type { RunningApp } from './app';
import { callFrom } from './bridge';
import { fillKiosk, namesIn, startVisit } from './kiosk';
import { doctorId, issueMany, issueOne, slipsAreMade } from './patients';

const booked = { patientName: 'Asha Verma', patientContact: '9111111111' } as const;

/** Doctor A full, B with people and late, and somebody who has booked. */
export async function prepareKiosk(app: RunningApp): Promise<void> {
  const a = await doctorId(app);
  const { slots } = await callFrom(app.home, 'books.view', { doctorId: a });
  for (const { id } of slots) {
    await callFrom(app.home, 'slots.change', { doctorId: a, slotId: id, capacity: 1 });
  }
  await issueMany(app, 7);
  const b = await doctorId(app, 'B');
  await issueOne(app, { doctorId: b, ...booked, source: 'online' });
  await issueOne(app, { doctorId: b, patientName: 'Ravi Verma', patientContact: '9111111111' });
  await callFrom(app.home, 'doctors.setDelay', { doctorId: b, minutes: 20 });
}

/** Each step and each mishap of a visit in one language. */
export async function walkKiosk(
  app: RunningApp,
  kiosk: Page,
  language: Language,
  seen: (name: string) => Promise<void>,
): Promise<void> {
  const name = namesIn[language];
  await kiosk.getByTestId('kiosk-language-en').waitFor();
  await seen('01-start');
  await kiosk.getByTestId(`kiosk-language-${language}`).click();
  await seen('02-need');
  await kiosk.getByTestId('kiosk-need-token').click();
  await kiosk.getByTestId('kiosk-doctor-B').waitFor();
  await seen('03-doctors');
  await kiosk.getByTestId('kiosk-doctor-A').click();
  await kiosk.getByTestId('kiosk-full').waitFor();
  await seen('04-full');
  await kiosk.getByTestId('kiosk-full-no').click();
  await kiosk.getByTestId('kiosk-doctor-B').click();
  await seen('05-name-empty');
  await kiosk.getByTestId('kiosk-next').click();
  await kiosk.getByTestId('kiosk-error').first().waitFor();
  await seen('05-no-name');
  await kiosk.getByTestId('kiosk-name').fill(name);
  await seen('06-name');
  await kiosk.getByTestId('kiosk-next').click();
  await kiosk.getByTestId('kiosk-phone').fill('123');
  await kiosk.getByTestId('kiosk-next').click();
  await kiosk.getByTestId('kiosk-error').waitFor();
  await seen('07-wrong-phone');
  await kiosk.getByTestId('kiosk-phone').fill('98765 43210');
  await kiosk.getByTestId('kiosk-next').click();
  await kiosk.getByTestId('kiosk-confirm').waitFor();
  await seen('08-check');
  await kiosk.getByTestId('kiosk-confirm').click();
  await expect(kiosk.getByTestId('kiosk-done')).toBeEnabled();
  await seen('09-number');
  await kiosk.getByTestId('kiosk-done').click();

  await fillKiosk(kiosk, { language, name, phone: '98765 43210', doctor: 'B' });
  await kiosk.getByTestId('kiosk-confirm').click();
  await kiosk.getByTestId('kiosk-error').waitFor();
  await seen('10-has-token');
  await kiosk.getByTestId('kiosk-start-over').click();

  await fillKiosk(kiosk, { language, name, phone: '9000000888', doctor: 'A' });
  await kiosk.getByTestId('kiosk-confirm').click();
  await expect(kiosk.getByTestId('kiosk-done')).toBeEnabled();
  await seen('11-on-list');
  await kiosk.getByTestId('kiosk-done').click();

  await kiosk.getByTestId(`kiosk-language-${language}`).click();
  await kiosk.getByTestId('kiosk-have-booking').click();
  await seen('12-booking');
  await kiosk.getByTestId('kiosk-booking-query').fill('9111111111');
  await kiosk.getByTestId('kiosk-find').click();
  await kiosk.getByTestId('kiosk-check-in').waitFor();
  await seen('13-found');
  await kiosk.getByTestId('kiosk-check-in').click();
  await expect(kiosk.getByTestId('kiosk-done')).toBeEnabled();
  await seen('14-checked-in');
  await kiosk.getByTestId('kiosk-done').click();

  await kiosk.getByTestId(`kiosk-language-${language}`).click();
  await kiosk.getByTestId('kiosk-have-booking').click();
  await kiosk.getByTestId('kiosk-booking-query').fill('9000000000');
  await kiosk.getByTestId('kiosk-find').click();
  await kiosk.getByTestId('kiosk-no-booking').waitFor();
  await seen('15-no-booking');
  await kiosk.keyboard.press('Control+Shift+L');
  await kiosk.getByTestId('leave-pin').waitFor();
  await seen('16-leave');
  await kiosk.getByTestId('leave-back').click();

  await slipsAreMade(app);
  await kiosk.clock.install();
  await kiosk.reload();
  await startVisit(kiosk, { language });
  await kiosk.clock.fastForward('01:05');
  await kiosk.getByTestId('kiosk-idle-stay').waitFor();
  await seen('17-idle');
  await kiosk.getByTestId('kiosk-idle-leave').click();
}
