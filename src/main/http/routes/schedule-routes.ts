import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { doctorCalls } from '../../../shared/contract/doctors';
import { planPreviewInputSchema } from '../../../shared/contract/plan-preview';
import { scheduleCalls } from '../../../shared/contract/schedule';
import { closureSchema, leaveSchema, oneOffSchema } from '../../../shared/model/absence';
import { doctorPhotoSchema } from '../../../shared/model/doctor-photo';
import { planPreviewSchema } from '../../../shared/model/plan-preview';
import { weekViewSchema } from '../../../shared/model/week-view';
import { fail, ok } from '../../../shared/result';
import type { HttpContext } from '../context';
import { addRoute } from '../route';

const { 'leaves.add': addLeave, 'leaves.remove': removeLeave, 'leaves.list': leaves } = scheduleCalls;
const { 'oneOffs.add': addOneOff, 'oneOffs.remove': removeOneOff, 'oneOffs.list': oneOffs } = scheduleCalls;
const {
  'closures.add': addClosure,
  'closures.addAll': addAll,
  'closures.remove': removeClosure,
} = scheduleCalls;
const { 'closures.list': closures, 'closures.readFile': readFile, 'doctors.week': week } = scheduleCalls;
const group = 'Schedule';
const reaches = 'It reaches the days that have tokens too (R34); `POST /plans/preview` says whom it moves.';

/** Leave, sessions of one day, and days on which the clinic is closed. */
export function addScheduleRoutes(server: FastifyInstance, context: HttpContext): void {
  const { app } = context;
  addRoute(server, context, {
    method: 'GET',
    url: '/doctors/:doctor_id/week',
    group,
    summary: 'Seven days of a doctor: sessions, leave, how full each is; from today unless given',
    takes: { params: week.input.pick({ doctorId: true }), query: week.input.pick({ from: true }) },
    answers: weekViewSchema,
    refusals: [400, 403, 404],
    handle: (input, caller) => app.call('doctors.week', input, caller),
  });
  addRoute(server, context, {
    method: 'GET',
    url: '/leaves',
    group,
    summary: 'Leave of one doctor or of all; from today on unless given',
    takes: { query: leaves.input },
    answers: z.array(leaveSchema),
    refusals: [400, 403],
    handle: (input, caller) => app.call('leaves.list', input, caller),
  });
  addRoute(server, context, {
    method: 'POST',
    url: '/leaves',
    group,
    summary: 'R34: a doctor does not come, on whole days or a part of each',
    description: reaches,
    takes: { body: addLeave.input },
    answers: leaveSchema,
    refusals: [400, 403, 404, 409],
    handle: (input, caller) => app.call('leaves.add', input, caller),
  });
  addRoute(server, context, {
    method: 'PUT',
    url: '/leaves/:leave_id/take_back',
    group,
    summary: 'R34: the doctor comes after all',
    takes: {
      params: removeLeave.input.pick({ leaveId: true }),
      body: removeLeave.input.pick({ requestId: true }),
    },
    answers: z.object({}),
    refusals: [400, 403, 404, 409],
    handle: (input, caller) => app.call('leaves.remove', input, caller),
  });
  addRoute(server, context, {
    method: 'GET',
    url: '/one_off_sessions',
    group,
    summary: 'Sessions of single days; from today on unless given',
    takes: { query: oneOffs.input },
    answers: z.array(oneOffSchema),
    refusals: [400, 403],
    handle: (input, caller) => app.call('oneOffs.list', input, caller),
  });
  addRoute(server, context, {
    method: 'POST',
    url: '/one_off_sessions',
    group,
    summary: 'R34: one more session, on one day',
    description: reaches,
    takes: { body: addOneOff.input },
    answers: oneOffSchema,
    refusals: [400, 403, 404, 409],
    handle: (input, caller) => app.call('oneOffs.add', input, caller),
  });
  addRoute(server, context, {
    method: 'PUT',
    url: '/one_off_sessions/:one_off_id/take_back',
    group,
    summary: 'R34: that session is not held after all',
    takes: {
      params: removeOneOff.input.pick({ oneOffId: true }),
      body: removeOneOff.input.pick({ requestId: true }),
    },
    answers: z.object({}),
    refusals: [400, 403, 404, 409],
    handle: (input, caller) => app.call('oneOffs.remove', input, caller),
  });
  addRoute(server, context, {
    method: 'GET',
    url: '/closures',
    group,
    summary: 'Days on which the clinic is closed; from today on unless given',
    takes: { query: closures.input },
    answers: z.array(closureSchema),
    refusals: [400, 403],
    handle: (input, caller) => app.call('closures.list', input, caller),
  });
  addRoute(server, context, {
    method: 'POST',
    url: '/closures',
    group,
    summary: 'R34: the clinic is closed: a holiday, or for another reason',
    description: reaches,
    takes: { body: addClosure.input },
    answers: closureSchema,
    refusals: [400, 403, 409],
    handle: (input, caller) => app.call('closures.add', input, caller),
  });
  addRoute(server, context, {
    method: 'POST',
    url: '/closures/all',
    group,
    summary: 'R34: the clinic is closed on several days: all of them in one step, or none',
    description: reaches,
    takes: { body: addAll.input },
    isLarge: true,
    answers: z.array(closureSchema),
    refusals: [400, 403, 409],
    handle: (input, caller) => app.call('closures.addAll', input, caller),
  });
  addRoute(server, context, {
    method: 'POST',
    url: '/closures/from_file',
    group,
    summary: 'What an iCalendar file has for the next two years, as closures; nothing is done',
    takes: { body: readFile.input },
    isFile: true,
    answers: readFile.output,
    refusals: [400, 403],
    handle: (input, caller) => app.call('closures.readFile', input, caller),
  });
  addRoute(server, context, {
    method: 'PUT',
    url: '/closures/:closure_id/take_back',
    group,
    summary: 'R34: the clinic is open after all',
    takes: {
      params: removeClosure.input.pick({ closureId: true }),
      body: removeClosure.input.pick({ requestId: true }),
    },
    answers: z.object({}),
    refusals: [400, 403, 404, 409],
    handle: (input, caller) => app.call('closures.remove', input, caller),
  });
  addRoute(server, context, {
    method: 'POST',
    url: '/plans/preview',
    group,
    summary: 'R34: whom a change of planned days would move; nothing is done',
    description:
      'The `command` by its own name, with its own content: `leaves.add`, `doctors.save` and so on.',
    takes: { body: planPreviewInputSchema },
    answers: planPreviewSchema,
    refusals: [400, 403, 404, 409],
    handle: (input, caller) => app.call('plans.preview', input, caller),
  });
  addRoute(server, context, {
    method: 'GET',
    url: '/doctors/csv',
    group,
    summary: 'All doctors who work here with their weeks, as a CSV file, or an example of one',
    takes: { query: z.object({ language: z.enum(['en', 'hi']).optional() }) },
    answers: doctorCalls['doctors.exportCsv'].output,
    refusals: [400, 403],
    handle: ({ language }, caller) => app.call('doctors.exportCsv', { language }, caller),
  });
  addRoute(server, context, {
    method: 'POST',
    url: '/doctors/csv/preview',
    group,
    summary: 'What such a file would do: each doctor, each fault by row and column; nothing is done',
    takes: { body: doctorCalls['doctors.previewCsv'].input },
    isFile: true,
    answers: doctorCalls['doctors.previewCsv'].output,
    refusals: [400, 403, 409],
    handle: (input, caller) => app.call('doctors.previewCsv', input, caller),
  });
  addRoute(server, context, {
    method: 'POST',
    url: '/doctors/csv',
    group,
    summary: 'All doctors of such a file, in one step; while one row has a fault, none',
    description: reaches,
    takes: { body: doctorCalls['doctors.importCsv'].input },
    isFile: true,
    answers: doctorCalls['doctors.importCsv'].output,
    refusals: [400, 403, 409],
    handle: (input, caller) => app.call('doctors.importCsv', input, caller),
  });
  addRoute(server, context, {
    method: 'GET',
    url: '/doctors/:doctor_id/photo',
    group,
    summary: 'The photo of a doctor, as base64',
    takes: { params: doctorCalls['doctors.photo'].input },
    answers: doctorPhotoSchema,
    refusals: [400, 403, 404],
    handle: async (input, caller) => {
      const photo = await app.call('doctors.photo', input, caller);
      if (!photo.ok) return photo;
      return photo.value ? ok(photo.value) : fail('NOT_FOUND', 'There is no photo of this doctor.');
    },
  });
  addRoute(server, context, {
    method: 'PUT',
    url: '/doctors/:doctor_id/photo',
    group,
    summary: 'Another photo, a PNG, JPEG or WebP file as base64; null takes it away',
    takes: {
      params: doctorCalls['doctors.setPhoto'].input.pick({ doctorId: true }),
      body: doctorCalls['doctors.setPhoto'].input.omit({ doctorId: true }),
    },
    isFile: true,
    answers: doctorCalls['doctors.setPhoto'].output,
    refusals: [400, 403, 404],
    handle: (input, caller) => app.call('doctors.setPhoto', input, caller),
  });
}
