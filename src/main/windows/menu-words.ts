import type { StaffLanguage } from '../../shared/model/language';

/** What the menu of staff windows says. The letter after & is pressed with Alt; Hindi keyboards have none of them in common. */
interface MenuWords {
  readonly open: string;
  readonly start: string;
  readonly desk: string;
  readonly kiosk: string;
  readonly board: string;
  readonly doctors: string;
  readonly anotherDoctor: string;
  readonly figures: string;
  readonly reports: string;
  readonly live: string;
  readonly settings: string;
  readonly closeKiosk: string;
  readonly closeBoard: string;
  readonly practise: string;
  readonly leavePractice: string;
  readonly closeWindow: string;
  readonly quit: string;
  readonly edit: string;
  readonly undo: string;
  readonly redo: string;
  readonly cut: string;
  readonly copy: string;
  readonly paste: string;
  readonly selectAll: string;
  readonly view: string;
  readonly fullScreen: string;
  readonly larger: string;
  readonly smaller: string;
  readonly usualSize: string;
  readonly loadAgain: string;
  readonly tools: string;
  readonly help: string;
  readonly manual: string;
}

export const menuWords: Readonly<Record<StaffLanguage, MenuWords>> = {
  en: {
    open: '&Open',
    start: '&Start screen',
    desk: '&Reception desk',
    kiosk: '&Kiosk',
    board: '&Waiting room board',
    doctors: '&Doctor queue',
    anotherDoctor: 'Another &window…',
    figures: 'The day in &figures',
    reports: 'Rep&orts',
    live: '&Live',
    settings: 'S&ettings',
    closeKiosk: 'Close &kiosk',
    closeBoard: 'Close waiting room &board',
    practise: '&Practise…',
    leavePractice: '&Leave practice',
    closeWindow: '&Close window',
    quit: '&Quit',
    edit: '&Edit',
    undo: '&Undo',
    redo: '&Redo',
    cut: 'Cu&t',
    copy: '&Copy',
    paste: '&Paste',
    selectAll: 'Select &all',
    view: '&View',
    fullScreen: '&Full screen',
    larger: '&Larger',
    smaller: '&Smaller',
    usualSize: '&Usual size',
    loadAgain: 'Load &again',
    tools: '&Developer tools',
    help: '&Help',
    manual: '&Manual',
  },
  hi: {
    open: 'खोलें',
    start: 'शुरुआती स्क्रीन',
    desk: 'रिसेप्शन',
    kiosk: 'मरीज़ों का कियोस्क',
    board: 'प्रतीक्षालय का बोर्ड',
    doctors: 'डॉक्टर की कतार',
    anotherDoctor: 'एक और विंडो…',
    figures: 'दिन के आँकड़े',
    reports: 'रिपोर्ट',
    live: 'अभी का हाल',
    settings: 'सेटिंग',
    closeKiosk: 'कियोस्क बंद करें',
    closeBoard: 'प्रतीक्षालय का बोर्ड बंद करें',
    practise: 'अभ्यास करें…',
    leavePractice: 'अभ्यास से बाहर जाएँ',
    closeWindow: 'विंडो बंद करें',
    quit: 'ऐप बंद करें',
    edit: 'संपादन',
    undo: 'वापस लें',
    redo: 'फिर से करें',
    cut: 'काटें',
    copy: 'कॉपी करें',
    paste: 'चिपकाएँ',
    selectAll: 'सब चुनें',
    view: 'दृश्य',
    fullScreen: 'पूरी स्क्रीन',
    larger: 'बड़ा करें',
    smaller: 'छोटा करें',
    usualSize: 'सामान्य आकार',
    loadAgain: 'फिर से लोड करें',
    tools: 'डेवलपर टूल',
    help: 'मदद',
    manual: 'मदद की किताब',
  },
};
