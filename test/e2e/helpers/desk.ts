import { expect, type Page } from '@playwright/test';
import { type RunningApp, windowOf } from './app';
import { callFrom } from './bridge';

/** Opens the reception desk and waits until the cursor is where the next token begins. */
export async function openDesk(app: RunningApp): Promise<Page> {
  await callFrom(app.home, 'windows.open', { screen: 'desk' });
  const desk = await windowOf(app.electron, 'desk');
  await expect(desk.getByTestId('desk-phone')).toBeFocused();
  await desk.getByTestId('desk-board-A').waitFor();
  return desk;
}

/** Hands on the keyboard and nowhere else; counts every stroke. A chord such as Alt+1 is one. */
export class Typist {
  strokes = 0;

  constructor(private readonly desk: Page) {}

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) {
      this.strokes += 1;
      await this.desk.keyboard.press(key);
    }
  }

  async type(text: string): Promise<void> {
    for (const letter of text) {
      this.strokes += 1;
      await this.desk.keyboard.press(letter === ' ' ? 'Space' : letter, { delay: 0 });
    }
  }
}

export interface NewPatient {
  readonly phone: string;
  readonly name: string;
  /** The letter on the doctor's door. */
  readonly doctor?: string;
  /** 1 emergency … 5 online, as on the keys. */
  readonly source?: 1 | 2 | 3 | 4 | 5;
  /** For an emergency. */
  readonly note?: string;
}

/** Issues a token by keys alone, as a receptionist would; answers its number. */
export async function issueByKeys(desk: Page, typist: Typist, patient: NewPatient): Promise<string> {
  const issued = desk.getByTestId('desk-issued-number');
  const before = (await issued.count()) > 0 ? await issued.innerText() : '';
  await typist.press('F2');
  await expect(desk.getByTestId('desk-phone')).toBeFocused();
  if (patient.source !== undefined) await typist.press(`Alt+${patient.source}`);
  await typist.type(patient.phone);
  await typist.press('Enter');
  await expect(desk.getByTestId('desk-name')).toBeFocused();
  await desk.keyboard.insertText(patient.name);
  typist.strokes += [...patient.name].length;
  await typist.press('Enter');
  await typist.type((patient.doctor ?? 'A').toLowerCase());
  await typist.press('Enter');
  if (patient.note !== undefined) {
    await desk.getByTestId('desk-note').focus();
    await typist.type(patient.note);
  }
  await expect(desk.getByTestId('desk-preview')).toHaveAttribute('data-state', 'known');
  await typist.press('Enter');
  await expect(issued).not.toHaveText(before);
  await expect(desk.getByTestId('desk-phone')).toBeFocused();
  return issued.innerText();
}

/** Finds a token by what was typed and opens its card. */
export async function openCard(desk: Page, typist: Typist, query: string, number: string): Promise<void> {
  await typist.press('F3');
  await expect(desk.getByTestId('desk-find')).toBeFocused();
  await typist.type(query);
  await desk.getByTestId(`desk-find-result-${number}`).waitFor();
  await typist.press('Enter');
  await expect(desk.getByTestId('desk-card')).toContainText(number);
}

/** Whether the element in focus says so: nobody without a mouse is ever lost. */
export async function focusShows(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const { activeElement } = document;
    if (!(activeElement instanceof HTMLElement) || activeElement === document.body) return false;
    const { outlineStyle, outlineWidth } = getComputedStyle(activeElement);
    return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0;
  });
}
