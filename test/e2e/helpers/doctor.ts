import { expect, type Page } from '@playwright/test';
import { type RunningApp, windowOf } from './app';
import { callFrom } from './bridge';
import { doctorId } from './patients';

/** Hands on the keyboard of a doctor's window, and nowhere else. */
export class DoctorKeys {
  constructor(readonly page: Page) {}

  /** What Space would do now. */
  async step(): Promise<string> {
    return (await this.page.getByTestId('doctor-primary').getAttribute('data-step')) ?? '';
  }

  /** One key; then waits until the window is ready for the next. */
  async press(key: string): Promise<void> {
    await this.page.keyboard.press(key);
    await expect(this.page.getByTestId('doctor-primary')).not.toHaveAttribute('data-pending');
  }

  /** Space, and waits for what it changes. */
  async space(): Promise<void> {
    const primary = this.page.getByTestId('doctor-primary');
    const before = await primary.innerText();
    await this.press('Space');
    await expect(primary).not.toHaveText(before, { useInnerText: true });
    await expect(primary).not.toHaveAttribute('data-pending');
  }

  /** Calls, starts and finishes whoever is next; answers the number. */
  async seeNext(): Promise<string> {
    await expect.poll(() => this.step()).toBe('callNext');
    await this.space();
    await expect.poll(() => this.step()).toBe('start');
    const number = await this.currentNumber();
    await this.space();
    await expect.poll(() => this.step()).toBe('serve');
    await this.space();
    return number;
  }

  async currentNumber(): Promise<string> {
    const text = await this.page.getByTestId('doctor-current').innerText();
    return /[A-Z]-P?\d+/.exec(text)?.[0] ?? '';
  }
}

/** One more window on the doctor, beside the one there is. */
export async function openAnother(app: RunningApp, prefix: string): Promise<Page> {
  const windows = (): number =>
    app.electron.windows().filter((page) => page.url().includes('screen=doctor')).length;
  const before = windows();
  await callFrom(app.home, 'windows.open', {
    screen: 'doctor',
    doctorId: await doctorId(app, prefix),
    another: true,
  });
  await expect.poll(windows).toBe(before + 1);
  return windowOf(app.electron, 'doctor');
}
