import { z } from 'zod';
import { type PreviewInput, previewInputSchema } from '../../shared/contract/preview';
import { type Preview, previewSchema } from '../../shared/model/preview';
import { tokenViewSchema, viewToken } from './token-view';

/** The commands that a program may look at, by their words. */
const calls = {
  issue: 'tokens.issue',
  cancel: 'tokens.cancel',
  no_show: 'tokens.noShow',
  upgrade: 'tokens.upgrade',
  take_back_upgrade: 'tokens.takeBackUpgrade',
  undo: 'tokens.undo',
  move: 'tokens.move',
  move_to_day: 'tokens.moveToDay',
  transfer: 'tokens.transfer',
  reopen: 'books.reopen',
  close_slot: 'slots.close',
  change_slot: 'slots.change',
  set_delay: 'doctors.setDelay',
  take_break: 'doctors.takeBreak',
  leave_early: 'doctors.leaveEarly',
} as const satisfies Readonly<Record<string, PreviewInput['command']>>;
type Word = keyof typeof calls;

const [issue, ...others] = previewInputSchema.options;

/** The body of an issue, with or without the patient; or any other command by name. */
export const previewBodySchema = z.union([
  issue.extend({ command: z.literal('issue').optional() }),
  ...others.map((option) => option.extend({ command: z.literal(wordOf(option.shape.command.value)) })),
]);

function wordOf(call: PreviewInput['command']): Word {
  const word = (Object.keys(calls) as Word[]).find((one) => calls[one] === call);
  if (word === undefined) throw new Error(`${call} has no word.`);
  return word;
}

/** The same as the app takes it. */
export function previewInput({
  command = 'issue',
  ...body
}: z.output<typeof previewBodySchema>): PreviewInput {
  return previewInputSchema.parse({ ...body, command: calls[command] });
}

export const previewViewSchema = previewSchema.extend({ token: tokenViewSchema.nullable() });

export function viewPreview(preview: Preview): z.infer<typeof previewViewSchema> {
  return { ...preview, token: preview.token && viewToken(preview.token) };
}
