import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { byToken } from '../../../shared/contract/call';
import { patientCalls } from '../../../shared/contract/patients';
import { followUpSchema } from '../../../shared/model/follow-up';
import { foundPatientRowSchema, patientPageSchema } from '../../../shared/model/patient-page';
import { registerSavedSchema } from '../../../shared/model/register-saved';
import type { HttpContext } from '../context';
import { addRoute } from '../route';

const params = byToken.pick({ tokenId: true });
const followUp = patientCalls['patients.followUp'].input;
const other = patientCalls['patients.merge'].input.omit({ tokenId: true });

/** What is done with a second row of the register: the last word of the address, and the call. */
const withOther = [
  ['merge', 'patients.merge', 'Another row is the same person: the patient’s stands for it.'],
  ['separate', 'patients.separate', 'A row that was merged stands for itself again, as it was.'],
] as const;

/** The patient register; a patient is named by one of the tokens. */
export function addPatientRoutes(server: FastifyInstance, context: HttpContext): void {
  const { app } = context;
  addRoute(server, context, {
    method: 'GET',
    url: '/patients',
    group: 'Tokens',
    summary: 'Find patients, of earlier days too',
    description:
      'By words of the name in any order and script, digits of a phone, numbers or the year of birth, the best first: 50 at most.',
    takes: { query: patientCalls['patients.find'].input },
    answers: z.array(foundPatientRowSchema),
    refusals: [400, 403],
    handle: async (input, caller) => app.call('patients.find', input, caller),
  });
  addRoute(server, context, {
    method: 'GET',
    url: '/allocation/doctors/:doctor_id/follow_up',
    group: 'Tokens',
    summary:
      'Whether a follow-up with this doctor is due to a patient on a day, or why not; today unless given',
    takes: {
      params: followUp.pick({ doctorId: true }),
      query: followUp.omit({ doctorId: true, patientId: true }),
    },
    answers: followUpSchema,
    refusals: [400, 403, 404],
    handle: async (input, caller) => app.call('patients.followUp', input, caller),
  });
  addRoute(server, context, {
    method: 'GET',
    url: '/allocation/tokens/:token_id/patient',
    group: 'Tokens',
    summary: 'All that is known of the patient of a token',
    description: 'That somebody looked stands on record.',
    takes: { params },
    answers: patientPageSchema,
    refusals: [403, 404],
    handle: async ({ tokenId }, caller) => app.call('patients.page', { tokenId }, caller),
  });
  addRoute(server, context, {
    method: 'PUT',
    url: '/allocation/tokens/:token_id/patient',
    group: 'Tokens',
    summary: 'What is known of the patient of a token, anew; who is not in the register is added',
    description: 'With `seen`, when it was changed last as you have it: somebody else changed it since: 409.',
    takes: { params, body: patientCalls['patients.save'].input.omit({ tokenId: true }) },
    answers: registerSavedSchema,
    refusals: [400, 403, 404, 409],
    handle: async (input, caller) => app.call('patients.save', input, caller),
  });
  for (const [word, call, summary] of withOther) {
    addRoute(server, context, {
      method: 'PUT',
      url: `/allocation/tokens/:token_id/patient/${word}`,
      group: 'Tokens',
      summary,
      takes: { params, body: other },
      answers: registerSavedSchema,
      refusals: [400, 403, 404, 409],
      handle: async (input, caller) => app.call(call, input, caller),
    });
  }
}
