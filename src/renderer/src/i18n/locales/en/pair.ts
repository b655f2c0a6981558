/** What a new PC or tablet shows until it is let in. */
export const pair = {
  title: 'Connect this device',
  text: 'At the reception PC open Settings, Other devices, and choose “Pair a device”. Type the code it shows here.',
  code: 'Code of six digits',
  digits: 'Digits',
  erase: 'Delete the last digit',
  language: 'Language',
  working: 'One moment…',
  removed: 'This device was removed',
  removedText: 'Somebody at the reception PC took it off the list. With a new code it can be let in again.',
  where: 'The code is shown at the reception PC for five minutes and works once.',
  atNumber: 'This device does not find the PC by its name',
  atNumberText:
    'It is paired at {{host}}. If the network gives the PC another number, pair this device again.',
  problem: {
    wrong: 'That code is not right, or it is too old. Please check it, or ask for a new one.',
    wait: 'Too many wrong codes. Please wait a minute.',
    booking: 'That code is for a booking site, not for a browser.',
    noAnswer: 'The reception PC did not answer. Please try again.',
  },
} as const;
