import { z } from 'zod';
import { type PreviewInput, previewInputSchema } from '../../shared/contract/preview';
import { type Preview, previewSchema } from '../../shared/model/preview';
import { tokenViewSchema, viewToken } from './token-view';

type Previewed = PreviewInput['command'];

/** What each command is called where a program looks at it. */
const words = {
  'tokens.issue': 'issue',
  'tokens.cancel': 'cancel',
  'tokens.noShow': 'no_show',
  'tokens.upgrade': 'upgrade',
  'tokens.takeBackUpgrade': 'take_back_upgrade',
  'tokens.correct': 'correct',
  'tokens.undo': 'undo',
  'tokens.move': 'move',
  'tokens.moveToDay': 'move_to_day',
  'tokens.transfer': 'transfer',
  'books.reopen': 'reopen',
  'slots.close': 'close_slot',
  'slots.change': 'change_slot',
  'doctors.setDelay': 'set_delay',
  'doctors.takeBreak': 'take_break',
  'doctors.leaveEarly': 'leave_early',
} as const satisfies { readonly [C in Previewed]: string };

const [issue, ...others] = previewInputSchema.options;

/** The body of an issue, with or without the patient; or any other command by name. */
export const previewBodySchema = z.union([
  issue.extend({ command: z.literal('issue').optional() }),
  ...others.map((option) => option.extend({ command: z.literal(words[option.shape.command.value]) })),
]);

/** The same as the app takes it. */
export function previewInput({
  command = 'issue',
  ...body
}: z.output<typeof previewBodySchema>): PreviewInput {
  const named = (Object.keys(words) as Previewed[]).find((call) => words[call] === command);
  return previewInputSchema.parse({ ...body, command: named });
}

export const previewViewSchema = previewSchema.extend({ token: tokenViewSchema.nullable() });

export function viewPreview(preview: Preview): z.infer<typeof previewViewSchema> {
  return { ...preview, token: preview.token && viewToken(preview.token) };
}
