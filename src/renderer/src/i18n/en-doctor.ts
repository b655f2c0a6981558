import type { CancelReason } from '../../../shared/model/token';

type Plural = (count: number, one: string, other: string) => string;

const cancelReasons: Record<CancelReason, string> = {
  patient: 'Cancelled by the patient',
  staff: 'Cancelled by staff',
  transferred: 'Sent to another doctor',
  not_seen: 'Not seen by the end of the day',
  undone: 'Undone',
};

/** What the doctor or the assistant reads. */
export function enDoctor(n: Plural) {
  return {
    choose: 'Whose queue is this?',
    chooseText: 'This window stays with the doctor you choose.',
    noDoctors: 'No doctors have been set up yet.',
    gone: 'This doctor’s day cannot be shown',

    now: 'Patient now',
    called: 'Called',
    calledFor: 'Called to the room',
    inConsultation: 'In the room',
    since: (time: string) => `since ${time}`,
    recalled: (count: number) => n(count, 'Called again once', 'Called again # times'),
    nobody: 'The room is free',
    nobodyText: 'Press Space to call the next patient.',
    nobodyWaiting: 'Nobody is waiting',
    nobodyWaitingText: 'New patients appear here by themselves.',
    atTheDoor: (number: string, name: string) => `${number} ${name} is called and on the way`,
    dayClosed: 'The day is closed. A patient who is in the room can still be finished.',
    slotOf: (slot: string) => `Time ${slot}`,
    extra: 'Beyond the seats',
    phone: 'Phone',
    noPhone: 'No phone',

    callNext: 'Call next',
    callNextNumber: (number: string) => `Call ${number}`,
    start: 'Start',
    startNumber: (number: string) => `Start with ${number}`,
    done: 'Done',
    doneNumber: (number: string) => `Finish ${number}`,
    recall: 'Call again',
    hold: 'Hold',
    noShow: 'No-show',
    cancel: 'Cancel',
    call: 'Call',
    checkIn: 'Check in',
    reinstate: 'Reinstate',
    callThis: (number: string) => `Call ${number} now`,
    checkInThis: (number: string) => `Check in ${number}`,
    noShowThis: (number: string) => `Mark ${number} as no-show`,
    cancelThis: (number: string) => `Cancel ${number}`,
    reinstateThis: (number: string) => `Reinstate ${number}`,
    keys: { space: 'Space', recall: 'R', hold: 'H', noShow: 'N', cancel: 'Del' },

    queue: 'Next in order',
    queueEmpty: 'Nobody is here and waiting.',
    waiting: 'Waiting list',
    waitingHint: 'No seat yet, best first',
    waitingEmpty: 'Everybody has a seat.',
    held: 'On hold',
    heldText: 'Comes back after a few other calls, or call now',
    booked: 'Booked, not here yet',
    bookedEmpty: 'Everybody who booked is here.',
    lostSeat: 'Lost the seat to an emergency',
    here: (time: string) => `Here since ${time}`,
    notHere: 'Not here yet',
    listedSince: (time: string) => `On the list since ${time}`,
    finished: 'Finished today',
    served: (count: number) => `${count} seen`,
    noShows: (count: number) => n(count, '# no-show', '# no-shows'),
    cancelled: (count: number) => `${count} cancelled`,
    finishedEmpty: 'Nobody is finished yet.',
    servedAt: (time: string) => `Seen, finished ${time}`,
    noShowAt: (time: string) => `Did not come, ${time}`,
    cancelledAt: (reason: CancelReason, time: string) => `${cancelReasons[reason]}, ${time}`,

    slots: 'The day',
    noSlots: 'No hours today.',
    seats: (used: number, capacity: number) => `${used}/${capacity}`,
    overflow: (used: number, seats: number) => `Emergency seats ${used}/${seats}`,
    extras: (count: number) => `+${count} extra`,
    delayed: (minutes: number) => `${minutes} min late`,

    why: {
      emergency: (time: string) => `Emergency: goes first, here since ${time}`,
      heldBackDue: (time: string) => `Was on hold since ${time}; due again`,
      fairShare: (waited: number, target: number, kind: string) =>
        `${kind}: waited ${waited} of at most ${target} min`,
      fairShareOver: (waited: number, target: number, kind: string) =>
        `${kind}: waited ${waited} min, should be at most ${target}`,
      slotOrder: (time: string) => `Time starts at ${time}`,
      bestWaiting: 'First of the waiting list; nobody with a seat is left',
    },

    confirmCancel: (number: string, name: string) => `Cancel ${number} for ${name}?`,
    confirmCancelText: 'The seat goes to the next on the waiting list. This cannot be undone.',
    confirmCancelYes: 'Yes, cancel the token',
    confirmCancelNo: 'Keep it',
    saidNoShow: (number: string) => `${number} is marked as no-show.`,
    saidCancelled: (number: string) => `${number} is cancelled.`,
    saidReinstated: (number: string) => `${number} is back in the queue.`,
    saidCheckedIn: (number: string) => `${number} is checked in.`,
    saidHeld: (number: string) => `${number} is on hold.`,
  };
}
