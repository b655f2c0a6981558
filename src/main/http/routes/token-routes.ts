import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { byToken, MOST_OF_A_PAGE } from '../../../shared/contract/call';
import { issueInputSchema, tokenCalls } from '../../../shared/contract/tokens';
import type { HttpContext } from '../context';
import { mapOk } from '../map-ok';
import { previewBodySchema, previewInput, previewViewSchema, viewPreview } from '../preview-view';
import { addRoute } from '../route';
import {
  changedViewSchema,
  ticketViewSchema,
  tokenViewSchema,
  viewChanged,
  viewTicket,
  viewToken,
} from '../token-view';

const tokenInPath = byToken.pick({ tokenId: true });
const onlyRequestId = byToken.pick({ requestId: true });

/** What is done with one token and needs no more than its id: the last word of the address, and the call. */
const plainActions = [
  ['check_in', 'tokens.checkIn', 'R18: the patient is here.'],
  ['recall', 'tokens.recall', 'R19: calls again who did not answer.'],
  ['start', 'tokens.start', 'The consultation begins.'],
  ['hold', 'tokens.hold', 'R19: held back until others were called.'],
  ['serve', 'tokens.serve', 'R14: the consultation is over; the seat stays used.'],
  ['no_show', 'tokens.noShow', 'R13: did not come. Too early, or for somebody here: 409.'],
  ['reinstate', 'tokens.reinstate', 'R13: came after all; keeps the number, allocated anew.'],
  ['undo', 'tokens.undo', 'R23: takes back the last change, while that moves nobody else.'],
] as const;

/** What needs to be told more. */
const actionsWithMore = [
  [
    'cancel',
    'tokens.cancel',
    'R12: its seat goes to the best who waits. Why: `reason_code`, `reason_text`. A token already final: 409.',
  ],
  ['call', 'tokens.call', 'R18: calls this token, out of turn. Why: `reason_code`, `reason_text`.'],
  ['move', 'tokens.move', 'R8: to another slot of the same doctor.'],
  ['release', 'tokens.release', 'R8: lets go of the slot that was asked for.'],
  ['transfer', 'tokens.transfer', 'R21: to another doctor; answers the new token.'],
  ['upgrade', 'tokens.upgrade', 'R24: to emergency. Why: `reason_code`, `note`, or both.'],
  ['take_back_upgrade', 'tokens.takeBackUpgrade', 'R24: not an emergency after all; the reason in `note`.'],
  ['precedence', 'tokens.setPrecedence', 'R26: a need that goes first among equals; null takes it away.'],
  [
    'correct',
    'tokens.correct',
    'Name, contact or note as they should have been, or an open follow-up that is a walk-in.',
  ],
  ['move_to_day', 'tokens.moveToDay', 'R21: to another day of the same doctor; answers the new token.'],
] as const;

/** Tokens: issued, looked up, and everything that happens to them. */
export function addTokenRoutes(server: FastifyInstance, context: HttpContext): void {
  const { app } = context;
  addRoute(server, context, {
    method: 'POST',
    url: '/allocation/tokens',
    group: 'Tokens',
    summary: 'Issue a token',
    description:
      'R3–R8, R17, R18. `service_day` is today unless given. Walk-ins and emergencies are checked in at once unless `checked_in` is false. A full day is no error: the token is then `waiting`.',
    takes: { body: issueInputSchema },
    answers: ticketViewSchema,
    refusals: [400, 403, 404, 409],
    handle: async (input, caller) => mapOk(await app.call('tokens.issue', input, caller), viewTicket),
  });
  addRoute(server, context, {
    method: 'GET',
    url: '/allocation/tokens',
    group: 'Tokens',
    summary: 'Find tokens of a day, by number',
    description:
      'At most `limit` (1,000). Where there are more, the header `Link` names the next page, `rel="next"`; its `cursor` is the id of the last token.',
    takes: { query: tokenCalls['tokens.search'].input },
    answers: z.array(tokenViewSchema),
    refusals: [400, 403, 404],
    nextCursor: (tokens, { limit = MOST_OF_A_PAGE }) =>
      tokens.length < limit ? null : (tokens.at(-1)?.id ?? null),
    handle: async (input, caller) =>
      mapOk(await app.call('tokens.search', input, caller), (tokens) => tokens.map(viewToken)),
  });
  addRoute(server, context, {
    method: 'GET',
    url: '/allocation/tokens/:token_id',
    group: 'Tokens',
    summary: 'One token as things stand',
    takes: { params: tokenInPath },
    answers: ticketViewSchema,
    refusals: [403, 404],
    handle: async ({ tokenId }, caller) =>
      mapOk(await app.call('tokens.get', { tokenId }, caller), viewTicket),
  });
  for (const [word, call, summary] of plainActions) {
    addRoute(server, context, {
      method: 'PUT',
      url: `/allocation/tokens/:token_id/${word}`,
      group: 'Tokens',
      summary,
      takes: { params: tokenInPath, body: onlyRequestId },
      answers: changedViewSchema,
      refusals: [400, 403, 404, 409],
      handle: async (input, caller) => mapOk(await app.call(call, input, caller), viewChanged),
    });
  }
  for (const [word, call, summary] of actionsWithMore) {
    addRoute(server, context, {
      method: 'PUT',
      url: `/allocation/tokens/:token_id/${word}`,
      group: 'Tokens',
      summary,
      takes: { params: tokenInPath, body: withoutTokenId(tokenCalls[call].input) },
      answers: changedViewSchema,
      refusals: [400, 403, 404, 409],
      // Checked here by this call's own schema, and once more by the app.
      handle: async (input, caller) => mapOk(await app.call(call, input as never, caller), viewChanged),
    });
  }
  addRoute(server, context, {
    method: 'POST',
    url: '/allocation/preview',
    group: 'Tokens',
    summary: 'What a command would do; it is not done',
    description: 'Refused as the command itself would be.',
    takes: { body: previewBodySchema },
    answers: previewViewSchema,
    refusals: [400, 403, 404, 409],
    handle: async (input, caller) =>
      mapOk(await app.call('commands.preview', previewInput(input), caller), viewPreview),
  });
}

/** The token is named in the address. */
function withoutTokenId(input: z.ZodObject): z.ZodObject {
  return input.omit({ tokenId: true });
}
