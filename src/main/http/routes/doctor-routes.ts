import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { byDoctor } from '../../../shared/contract/call';
import { dayCalls } from '../../../shared/contract/day';
import { doctorCalls } from '../../../shared/contract/doctors';
import { doctorScheduleSchema } from '../../../shared/model/doctor-schedule';
import { reopenedSchema } from '../../../shared/model/left-over';
import { slotViewSchema } from '../../../shared/model/slot';
import type { Token } from '../../../shared/model/token';
import { onceOfLasting } from '../../app/run/kept';
import { dayViewSchema, viewDay } from '../book-view';
import type { HttpContext } from '../context';
import { mapOk } from '../map-ok';
import { addRoute } from '../route';
import { changedViewSchema, tokenViewSchema, viewChanged, viewToken } from '../token-view';

const doctorInPath = byDoctor.pick({ doctorId: true });
const onDay = dayCalls['books.view'].input.pick({ serviceDay: true });
const { 'doctors.save': save } = doctorCalls;
const { 'slots.add': add, 'slots.update': update } = dayCalls;
const viewWaiting = onceOfLasting((tokens: Token[]) => tokens.map(viewToken));
const newDoctor = save.input
  .omit({ doctorId: true })
  .required({ name: true })
  .extend({ specialization: save.input.shape.specialization });

/** Doctors, their days and their slots. */
export function addDoctorRoutes(server: FastifyInstance, context: HttpContext): void {
  const { app } = context;
  addRoute(server, context, {
    method: 'GET',
    url: '/doctors',
    group: 'Doctors',
    summary: 'All doctors, each with the weekly schedule',
    answers: z.array(doctorScheduleSchema),
    refusals: [403],
    handle: (_input, caller) => app.call('doctors.list', {}, caller),
  });
  addRoute(server, context, {
    method: 'POST',
    url: '/doctors',
    group: 'Doctors',
    summary: 'Add a doctor',
    description: 'Without a `prefix` the first free letter leads the token numbers.',
    takes: { body: newDoctor },
    answers: doctorScheduleSchema,
    refusals: [400, 403, 409],
    handle: (input, caller) => app.call('doctors.save', input, caller),
  });
  addRoute(server, context, {
    method: 'PATCH',
    url: '/doctors/:doctor_id',
    group: 'Doctors',
    summary: 'Change what is given of a doctor',
    description:
      'A new schedule reaches the days that have tokens too (R34); `POST /plans/preview` says whom it moves. Whoever stops working here (`active` false) with patients left needs `open_tokens`.',
    takes: { params: doctorInPath, body: save.input.omit({ doctorId: true }) },
    answers: doctorScheduleSchema,
    refusals: [400, 403, 404, 409],
    handle: (input, caller) => app.call('doctors.save', input, caller),
  });
  addRoute(server, context, {
    method: 'GET',
    url: '/doctors/:doctor_id/slots',
    group: 'Slots',
    summary: 'The slots of a day in order; today unless given',
    takes: { params: doctorInPath, query: onDay },
    answers: z.array(slotViewSchema),
    refusals: [400, 403, 404],
    handle: (input, caller) => app.call('slots.list', input, caller),
  });
  addRoute(server, context, {
    method: 'POST',
    url: '/doctors/:doctor_id/slots',
    group: 'Slots',
    summary: 'R15: add a slot to a day; today unless given',
    takes: { params: doctorInPath, body: add.input.omit({ doctorId: true }) },
    answers: slotViewSchema,
    refusals: [400, 403, 404, 409],
    handle: (input, caller) => app.call('slots.add', input, caller),
  });
  addRoute(server, context, {
    method: 'PATCH',
    url: '/slots/:slot_id',
    group: 'Slots',
    summary: 'R15: seats, and open or closed',
    takes: { params: update.input.pick({ slotId: true }), body: update.input.omit({ slotId: true }) },
    answers: slotViewSchema,
    refusals: [400, 403, 404, 409],
    handle: (input, caller) => app.call('slots.update', input, caller),
  });
  addRoute(server, context, {
    method: 'GET',
    url: '/allocation/doctors/:doctor_id/waiting',
    group: 'Doctors',
    summary: 'R10: the waiting list, best first; displaced ones included',
    takes: { params: doctorInPath, query: onDay },
    answers: z.array(tokenViewSchema),
    refusals: [400, 403, 404],
    handle: async (input, caller) => mapOk(await app.call('books.waiting', input, caller), viewWaiting),
  });
  addRoute(server, context, {
    method: 'GET',
    url: '/allocation/doctors/:doctor_id/book',
    group: 'Doctors',
    summary: 'One doctor’s day: slots with their tokens, the list, the queue',
    takes: { params: doctorInPath, query: onDay },
    answers: dayViewSchema,
    refusals: [400, 403, 404],
    handle: async (input, caller) => mapOk(await app.call('books.view', input, caller), viewDay),
  });
  addRoute(server, context, {
    method: 'PUT',
    url: '/allocation/doctors/:doctor_id/reopen',
    group: 'Doctors',
    summary: 'R28: open a day closed by mistake again, as it was: today unless given, or yesterday',
    takes: { params: doctorInPath, body: dayCalls['books.reopen'].input.omit({ doctorId: true }) },
    answers: dayViewSchema.extend(reopenedSchema.shape),
    refusals: [400, 403, 404, 409],
    handle: async ({ doctorId, serviceDay, requestId }, caller) => {
      const opened = await app.call('books.reopen', { doctorId, serviceDay, requestId }, caller);
      if (!opened.ok) return opened;
      const day = mapOk(await app.call('books.view', { doctorId, serviceDay }, caller), viewDay);
      return mapOk(day, (view) => ({ ...view, ...opened.value }));
    },
  });
  addRoute(server, context, {
    method: 'POST',
    url: '/allocation/doctors/:doctor_id/call_next',
    group: 'Doctors',
    summary: 'R18: call the next in the queue',
    takes: { params: doctorInPath, body: byDoctor.pick({ requestId: true }) },
    answers: changedViewSchema,
    refusals: [400, 403, 404, 409],
    handle: async (input, caller) => mapOk(await app.call('queue.callNext', input, caller), viewChanged),
  });
}
