import type { Evaluation } from './evaluate';
import { EMERGENCY_YARDSTICK } from './figures';

/** The head of docs/evaluation.md: what was done, and how to do it again. */
export function introduction({ seed, days }: Evaluation): string {
  return `# The policies, evaluated

Made by the command below; do not edit. Every figure is simulated: no clinic's data is in it.

\`\`\`
npm run simulate -- --evaluate --docs --seed ${seed} --days ${days}
\`\`\`

**How.** Each cell is a kind of clinic. ${days} days of it are drawn from the seed alone, and every policy and every
setting meets the same days: the same patients, arrivals, consultations, no-shows and delays (common random numbers).
The days run through the engine that the app runs on. ± is the 95 % confidence interval over batches of days; where
two settings are compared, of the paired differences.

**A day.** Slots 9–10, 10–11, a break of 15 minutes, 11:15–12:15, 12:15–13:15; as many seats as mean consultations fit
into a slot. Of those who come 5 % are emergencies (a Poisson stream), 15 % paid, 25 % follow-up, 35 % walk-in (with a
peak at 9:15) and 20 % online. Follow-ups, online and half of the paid patients ask from afar, most before the day,
30 % of them up to eleven; they pick among the slots that have a seat, come N(−10, 9.8) minutes after its start, need 10
to 50 minutes to come once they have a seat, never come as the cell says, and 5 % cancel. Who was given up as a no-show
and comes is reinstated. 5 % are out of the room for 2 to 15 minutes when first called. The doctor is U(0, 30) minutes
late, takes the break when the patient in the room has left, and sees everyone who is here, over time if need be.
Load is the consultation time of those who come over the time of the slots.

**Words.** *Wait*: from being here, or from the start of the slot first given if that is later, to the first call.
*Time here*: from being here to the first call. *Over target*: the share that waits longer than the target of their
kind in the settings; for emergencies, who have none, longer than ${EMERGENCY_YARDSTICK} minutes. All in minutes, counts for one doctor's day.
*fifo* is no order that the app offers: staff who call whoever has been here longest. *Capacity violation*: a slot with
more ordinary tokens than seats, or more tokens than seats and overflow, after any change. *Unjustified inversion*:
somebody is called although another is here strictly longer, of a priority and target no less urgent, with a slot that
starts no later, and not held back; or from the waiting list while somebody with a seat is here; or is promoted
although one on the list allowed the same seat ranks better in every respect. Both are counted from the books and
events, without the engine's arithmetic.`;
}

export const FORECAST_INTRODUCTION = `Everyone's wait is predicted when they come, from what the clinic has seen so far and
never from the plan, and compared when they are called; the first five days of each batch only teach. Aims: the range
before rounding holds 78–82 % of the waits, the bias is within 2 minutes, and the mean absolute error is at most 0.6 of
that of *position × mean service*, the naive forecast, which is told the true mean. ✗ marks what misses its aim. The
range shown is the same, rounded outward to 5 minutes, and so holds more; where the end of the doctor's hours cuts it, it
is said that today may not be enough, and only its beginning is held to.`;

/**
 * Puts each sentence after its mark \`<!-- evaluation:name -->\`, in place of what an earlier run put there, up to
 * \`<!-- /evaluation -->\`. Marks without a sentence stay as they are.
 */
export function fillMarkers(text: string, sentences: ReadonlyMap<string, string>): string {
  const mark = /<!-- evaluation:([a-z_]+) -->(?:(?:(?!<!-- )[\s\S])*?<!-- \/evaluation -->)?/g;
  return text.replace(mark, (whole, name: string) => {
    const sentence = sentences.get(name);
    return sentence === undefined ? whole : `<!-- evaluation:${name} -->${sentence}<!-- /evaluation -->`;
  });
}
