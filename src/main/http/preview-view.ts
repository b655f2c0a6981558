import { z } from 'zod';
import { issueInputSchema } from '../../shared/contract/tokens';
import { type Preview, previewInputSchema, previewSchema } from '../../shared/model/preview';
import { tokenViewSchema, viewToken } from './token-view';
import { wireName } from './wire';

const [, ...others] = previewInputSchema.options;
const commands = others.map((option) => option.shape.command.value);

/** The body of an issue, with or without the patient; or any other command by name, in snake_case. */
export const previewBodySchema = z.union([
  issueInputSchema
    .partial({ patientName: true, patientContact: true })
    .extend({ command: z.literal('issue').optional() }),
  ...others.map((option) => option.extend({ command: z.literal(wireName(option.shape.command.value)) })),
]);

/** The same as the app takes it. */
export function previewInput(body: z.output<typeof previewBodySchema>): z.input<typeof previewInputSchema> {
  if ('source' in body) {
    const { note, language, requestId, ...issue } = body;
    return { ...issue, command: 'issue' };
  }
  const command = commands.find((name) => wireName(name) === body.command);
  return previewInputSchema.parse({ ...body, command });
}

export const previewViewSchema = previewSchema.extend({ token: tokenViewSchema.nullable() });

export function viewPreview(preview: Preview): z.infer<typeof previewViewSchema> {
  return { ...preview, token: preview.token && viewToken(preview.token) };
}
