import type { StaffLanguage } from '../../shared/model/language';
import { goesOn, type Served } from '../../shared/model/served';

/*
 * What the system shows for the app, beside its windows: the icon's menu, what is said when the last window closes, the
 * question before it ends.
 */

interface Words {
  /** Now, each a sentence of its own. */
  readonly connected: (count: number) => string;
  readonly letsIn: string;
  readonly boardOpen: string;
  readonly kioskOpen: string;
  readonly nothing: string;
  readonly openStart: string;
  readonly openDesk: string;
  readonly quitApp: string;
  readonly goesOn: string;
  readonly howToReturn: string;
  readonly closeWindow: string;
  readonly back: string;
  readonly quitAsk: string;
  readonly devicesLost: (count: number) => string;
  readonly boardLost: string;
  readonly kioskLost: string;
  readonly slipsLeft: (count: number) => string;
  readonly quit: string;
  readonly stay: string;
}

export const words: Readonly<Record<StaffLanguage, Words>> = {
  en: {
    connected: (count) => (count === 1 ? '1 device is connected' : `${count} devices are connected`),
    letsIn: 'Other devices are let in; none is connected',
    boardOpen: 'The waiting room board is open',
    kioskOpen: 'The patient kiosk is open',
    nothing: 'No device is connected any more',
    openStart: 'Open the start screen',
    openDesk: 'Open reception',
    quitApp: 'Quit OPD Tokens',
    goesOn: 'OPD Tokens goes on without this window',
    howToReturn:
      'Its icon stands where the computer shows what runs, often beside the clock: it opens the start screen again, and quits the app. Where there is no icon, start the app once more, and the start screen opens.\n\nThis is said only once.',
    closeWindow: 'Close the window',
    back: 'Keep it open',
    quitAsk: 'Quit OPD Tokens?',
    devicesLost: (count) =>
      count === 1
        ? '1 connected device gets no answer until the app runs again.'
        : `${count} connected devices get no answer until the app runs again.`,
    boardLost: 'The waiting room board closes.',
    kioskLost: 'The patient kiosk closes.',
    slipsLeft: (count) =>
      count === 1
        ? '1 slip is not printed yet. It is printed when the app runs again, if that is today.'
        : `${count} slips are not printed yet. They are printed when the app runs again, if that is today.`,
    quit: 'Quit',
    stay: 'Stay',
  },
  hi: {
    connected: (count) => (count === 1 ? '1 डिवाइस जुड़ा है' : `${count} डिवाइस जुड़े हैं`),
    letsIn: 'दूसरे डिवाइस जुड़ सकते हैं; अभी कोई जुड़ा नहीं है',
    boardOpen: 'प्रतीक्षालय का बोर्ड खुला है',
    kioskOpen: 'मरीज़ों का कियोस्क खुला है',
    nothing: 'अब कोई डिवाइस जुड़ा नहीं है',
    openStart: 'शुरुआती स्क्रीन खोलें',
    openDesk: 'रिसेप्शन खोलें',
    quitApp: 'OPD Tokens बंद करें',
    goesOn: 'इस विंडो के बिना भी OPD Tokens चलता रहेगा',
    howToReturn:
      'इसका आइकन वहाँ रहता है जहाँ कंप्यूटर चल रहे प्रोग्राम दिखाता है, अक्सर घड़ी के पास: उससे शुरुआती स्क्रीन फिर खुलती है, और ऐप बंद होता है। जहाँ आइकन न हो, वहाँ ऐप फिर से शुरू करें: शुरुआती स्क्रीन खुल जाएगी।\n\nयह बात सिर्फ़ एक बार बताई जाती है।',
    closeWindow: 'विंडो बंद करें',
    back: 'खुली रहने दें',
    quitAsk: 'OPD Tokens बंद करें?',
    devicesLost: (count) =>
      count === 1
        ? '1 जुड़े हुए डिवाइस को ऐप फिर चलने तक जवाब नहीं मिलेगा।'
        : `${count} जुड़े हुए डिवाइस को ऐप फिर चलने तक जवाब नहीं मिलेगा।`,
    boardLost: 'प्रतीक्षालय का बोर्ड बंद हो जाएगा।',
    kioskLost: 'मरीज़ों का कियोस्क बंद हो जाएगा।',
    slipsLeft: (count) =>
      count === 1
        ? '1 पर्ची अभी नहीं छपी है। ऐप आज ही फिर चला तो वह छप जाएगी।'
        : `${count} पर्चियाँ अभी नहीं छपी हैं। ऐप आज ही फिर चला तो वे छप जाएँगी।`,
    quit: 'बंद करें',
    stay: 'चलने दें',
  },
};

/** What is served now, a line each; at least one. */
export function servedLines(language: StaffLanguage, served: Served): readonly string[] {
  const say = words[language];
  if (!goesOn(served)) return [say.nothing];
  return [
    ...(served.devices > 0 ? [say.connected(served.devices)] : []),
    ...(served.devices === 0 && served.letsIn ? [say.letsIn] : []),
    ...(served.board ? [say.boardOpen] : []),
    ...(served.kiosk ? [say.kioskOpen] : []),
  ];
}

/** What would be cut off if the app ended now, a line each; none: nobody needs to be asked. */
export function lossLines(language: StaffLanguage, served: Served, slips: number): readonly string[] {
  const say = words[language];
  return [
    ...(served.devices > 0 ? [say.devicesLost(served.devices)] : []),
    ...(served.board ? [say.boardLost] : []),
    ...(served.kiosk ? [say.kioskLost] : []),
    ...(slips > 0 ? [say.slipsLeft(slips)] : []),
  ];
}
