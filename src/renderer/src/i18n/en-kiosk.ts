type Plural = (count: number, one: string, other: string) => string;

/** What a patient reads: short words, no jargon. */
export function enKiosk(n: Plural) {
  return {
    welcome: 'Welcome',
    chooseDoctor: 'Which doctor do you want to see?',
    chooseHint: 'Touch a name to get your token.',
    you: 'Your details',
    check: 'Is this right?',
    checkHint: 'Touch “Get my token” to take your place.',
    step: (step: number, of: number, name: string) => `Step ${step} of ${of}: ${name}`,
    steps: ['Doctor', 'You', 'Check'] as const,
    stepsLabel: 'Where you are',
    back: 'Back',
    next: 'Next',
    getToken: 'Get my token',
    working: 'Taking your place…',
    askStaff: 'Need help? Please ask the staff.',

    nextTime: 'Next free time',
    seatsLeft: (count: number) => n(count, '# place left', '# places left'),
    ahead: (count: number) =>
      count === 0 ? 'Nobody waiting' : n(count, '# person waiting', '# people waiting'),
    full: 'Full: join the waiting list',
    closed: 'Closed for today',
    delayed: (minutes: number) => n(minutes, 'About # minute late', 'About # minutes late'),

    name: 'Your name',
    phone: 'Your phone number',
    phoneRequired: 'Please enter your phone number.',
    kind: 'Why are you here?',
    kindNew: 'New visit',
    kindNewText: 'A new problem, or my first time',
    kindFollowUp: 'Follow-up',
    kindFollowUpText: 'The doctor asked me to come again',

    keyboard: 'Keyboard',
    backspace: 'Delete the last letter',
    space: 'Space',
    clear: 'Clear',

    summaryDoctor: 'Doctor',
    summaryTime: 'Time',
    summaryName: 'Name',
    summaryPhone: 'Phone',
    summaryKind: 'Visit',
    waitingList: 'Waiting list',
    waitingListHint: 'All times are taken. You will be called when a place comes free.',

    yourNumber: 'Your token number',
    goTo: 'Please wait at',
    onList: 'You are on the waiting list',
    beforeYou: 'Before you',
    aheadOfYou: (count: number) => (count === 0 ? 'Nobody' : n(count, '# person', '# people')),
    done: 'Finish',
    returning: (seconds: number) =>
      n(seconds, 'This screen closes in # second', 'This screen closes in # seconds'),
    slip: {
      queued: 'Your slip is being made…',
      printing: 'Your slip is printing…',
      printed: 'Your slip is printed. Please take it.',
      saved: 'Please note your number. Your slip is saved at the desk.',
      failed: 'No paper slip. Please note your number.',
    },

    idleTitle: 'Are you still there?',
    idleText: (seconds: number) =>
      n(
        seconds,
        'What you typed will be cleared in # second.',
        'What you typed will be cleared in # seconds.',
      ),
    idleStay: 'Yes, continue',
    idleLeave: 'Start over',

    duplicate: (number: string) => `You already have a token with this doctor: ${number}`,
    duplicateUnknown: 'You already have a token with this doctor today.',
    duplicateText: 'Please keep that number. If it is not yours, ask the staff.',
    otherDoctor: 'Choose another doctor',
    startOver: 'Start over',
    tryAgain: 'Try again',
    conflict: 'Something changed just now. Please try again.',
    failedTitle: 'That did not work',

    noneTitle: 'The kiosk is not ready yet',
    noneText: 'No doctor has been set up. Please ask the staff at the desk for a token.',
    closedTitle: 'Closed for today',
    closedText: 'No doctor is taking more patients today. For an emergency, please speak to the staff now.',
  };
}
