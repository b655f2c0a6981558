import { expect, test } from 'vitest';
import { Answers } from '../../src/main/ipc/answers';
import { windowBridge } from '../../src/renderer/src/api/window-bridge';
import type { CallInput, CallName } from '../../src/shared/contract';
import { fail, type Result } from '../../src/shared/result';
import { first, openClinic, staff, unwrap } from '../helpers/clinic';

/** A window of a real clinic, and the texts that went to it. */
async function openWindow() {
  const clinic = await openClinic();
  const answers = new Answers();
  const texts: string[] = [];
  const doctorId = first(clinic.doctorIds);
  const receive = <N extends CallName>(name: N, input: CallInput<N>) => clinic.app.call(name, input, staff);
  const page = windowBridge({
    call: receive,
    subscribe: () => () => undefined,
    async ask(name, input, held) {
      const text = answers.textOf(name, await receive(name, input), held);
      texts.push(text);
      return text;
    },
  });
  const view = async () => unwrap(await page.call('books.view', { doctorId }));
  const whole = async () => JSON.parse(JSON.stringify(unwrap(await receive('books.view', { doctorId }))));
  return { ...clinic, answers, texts, page, doctorId, receive, view, whole };
}

/** Whose tokens an answer tells in full. */
function told(text: string | undefined): unknown[] {
  const { value } = JSON.parse(text ?? '') as { value: { tokens: (number | { number: string })[] } };
  return value.tokens.flatMap((token) => (typeof token === 'number' ? [] : [token.number]));
}

test('of a book that a window was told before it is told only the tokens that changed', async () => {
  const { issued, texts, receive, view, whole } = await openWindow();
  const [one] = [await issued(), await issued(), await issued()];
  const before = await view();
  expect(told(texts[0])).toEqual(['A-001', 'A-002', 'A-003']);
  expect(before).toEqual(await whole());

  unwrap(await receive('tokens.cancel', { tokenId: one.id, reason: 'patient' }));
  await issued();
  const after = await view();
  expect(told(texts[1])).toEqual(['A-001', 'A-004']);
  expect(after).toEqual(await whole());
  // Who did not change is the same object: nothing of it is rendered again.
  expect(after.tokens[1]).toBe(before.tokens[1]);

  expect(await view()).toEqual(await whole());
  expect(told(texts[2])).toEqual([]);
});

test('a telling that was lost, or overtaken by another, is followed by the whole book', async () => {
  const { issued, answers, texts, page, doctorId, receive, view, whole } = await openWindow();
  await issued();
  await view();
  // Told, and never heard.
  answers.textOf('books.view', await receive('books.view', { doctorId }), 1);
  expect(await view()).toEqual(await whole());
  expect(told(texts[1])).toEqual(['A-001']);

  await issued();
  const both = await Promise.all([1, 2].map(() => page.call('books.view', { doctorId })));
  for (const answer of both) expect(unwrap(answer)).toEqual(await whole());
  expect(await view()).toEqual(await whole());
});

test('a page that is loaded anew is told the book whole', async () => {
  const { issued, answers, doctorId, receive, view } = await openWindow();
  await issued();
  await view();
  const text = answers.textOf('books.view', await receive('books.view', { doctorId }), null);
  expect(told(text)).toEqual(['A-001']);
});

test('anything else, and whatever is refused, is told as it is', async () => {
  const { answers, doctorId, receive, page } = await openWindow();
  const refused: Result<never> = fail('NOT_FOUND', 'There is no such doctor.', { doctorId });
  expect(JSON.parse(answers.textOf('books.view', refused, null))).toEqual(refused);
  expect(await page.call('doctors.summaries', {})).toEqual(await receive('doctors.summaries', {}));
  const asked = await receive('books.view', { doctorId });
  expect(JSON.parse(answers.textOf('books.view', asked, undefined))).toEqual(asked);
});
