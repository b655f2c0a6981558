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
to 50 minutes to come once they have a seat, never come as the cell says, and 5 % cancel. 10 % have a need (R26). Who was
given up as a no-show and comes is reinstated. 5 %, or as the cell says, are out of the room for 2 to 15 minutes when
first called. The doctor is U(0, 30) minutes late, takes the break when the patient in the room has left, sees everyone
who is here, over time if need be, and goes home once the hours are over and nobody is here. Staff call again as often
as there are recalls, each after the gap, then press next (R19); after the hours they mark who does not answer by hand.
Load is the consultation time of those who come over the time of the slots, had nobody left.

**What goes wrong.** *Leavers*: that share of those who come, emergencies aside, leaves for good without a word, 1 to 30
minutes after coming, unless called before. *Outage*: the PC is off from 8:00 on; nobody gets a token, checks in or is
called, and no timer runs. Who came meanwhile is at the desk in the ten minutes after it, in the order of coming, and
their waits count from then. *Two doctors*: that share of the walk-in patients has a token of a second doctor too, both
from the same minute; the doctors do not wait for each other.

**Words.** *Wait*: from being here, or from the start of the slot first given if that is later, to the first call.
*Time here*: from being here to the first call. *Over target*: the share that waits longer than the target of their
kind in the settings; for emergencies, who have none, longer than ${EMERGENCY_YARDSTICK} minutes. All in minutes, counts for one doctor's day.
*fifo* is no order that the app offers: staff who call whoever has been here longest. *Capacity violation*: a slot with
more ordinary tokens than seats, or more tokens than seats and overflow, after any change. *Unjustified inversion*:
somebody is called although another is here strictly longer, of a priority and target no less urgent, with a slot that
starts no later, and not held back; or from the waiting list while somebody with a seat is here; or is promoted
although one on the list allowed the same seat ranks better in every respect. Both are counted from the books and
events, without the engine's arithmetic. *Here, never seen*: in the room when the doctor went home, and not seen in all
the days; must be 0. *Came in vain*: came, did not leave of their own, and had no consultation: those, and who came, or
came back, when the doctor had gone. *Overtaken*: patients who wait, were not called yet, and see somebody of their kind
called who came later; not by somebody with a need, and not before the slot begins that they themselves asked for.
*Taken back*: given up as no-shows, and came.${days < ENOUGH_DAYS ? fewDays(days) : ''}`;
}

/** With fewer days than this the intervals are wide. */
const ENOUGH_DAYS = 1000;

function fewDays(days: number): string {
  return `

**How sure.** ${days} days a cell are few: the intervals are wide, rare things are seen seldom, and the expected wait has
learned less than a clinic's does. For the full run, some hours on two cores: \`npm run simulate -- --evaluate --docs\`.`;
}

export const MOVING_UP_INTRODUCTION = `A rule that was tried in the simulation only: a seat still free in the running slot
after a change, when the waiting list has had its turn (R9), goes to whoever is here longest with a later seat that they
did not ask for; the later seat goes on. It pays if fewer are overtaken, nobody's P90 is longer by more than 2 minutes,
and there are at most 3 new slips for a doctor and day. Paired on the same days.`;

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
