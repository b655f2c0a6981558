import type { PreviewInput } from '../../../shared/contract/preview';
import type { Result } from '../../../shared/result';
import { mayLookAt } from '../access/persons';
import type { Call, Handlers } from '../call';
import type { Environment } from '../environment';
import type { Commands, Plan } from './plan';
import { previewPlan } from './preview';

type Previewed = PreviewInput['command'];

/** A name and a reason for somebody who has given none yet: nobody else has that name (R17). */
const unsaid = ({ newId }: Environment) => ({ patientName: newId(), patientContact: '', note: 'preview' });

/** Any command looked at by its own plan. Errors: FORBIDDEN for one that the caller could not do; those of the command. */
export function previewHandlers(commands: Pick<Required<Commands>, Previewed>): Handlers<'commands.preview'> {
  return {
    'commands.preview': async (call, { command, ...input }) => {
      const may = mayLookAt(call.environment, command, call.caller);
      if (!may.ok) return may;
      const planOf = commands[command] as (call: Call, input: object) => Promise<Result<Plan<unknown>>>;
      const plan = await planOf(call, { ...unsaid(call.environment), ...input });
      return plan.ok ? previewPlan(call, plan.value) : plan;
    },
  };
}
