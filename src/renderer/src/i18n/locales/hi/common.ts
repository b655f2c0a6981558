export const common = {
  appName: 'OPD Tokens',
  loading: 'कृपया थोड़ा रुकें…',
  undo: 'वापस लें',
  dismiss: 'संदेश हटाएँ',
  room: 'कमरा {{room}}',
  noRoom: 'कमरा काउंटर पर पूछें',
  times: '× {{n}}',
  seatsUsed: '{{capacity}} में से {{used}} जगहें भरी हैं',
  overflowUsed: '{{seats}} में से {{used}} आपातकालीन जगहें भरी हैं',

  wait: {
    range: 'करीब {{from}}–{{to}} मिनट',
    about: 'करीब {{minutes}} मिनट',
    hours: 'करीब {{from}}–{{to}} घंटे',
    soon: 'कुछ ही मिनट',
  },

  source: {
    emergency: 'आपातकालीन',
    paid: 'सशुल्क',
    follow_up: 'दोबारा जाँच',
    walk_in: 'सीधे आए',
    online: 'ऑनलाइन',
  },
  stage: {
    booked: 'अभी नहीं आए',
    checked_in: 'आ गए हैं',
    called: 'बुलाया गया',
    in_consultation: 'कमरे में हैं',
    on_hold: 'रोका गया',
  },

  chip: {
    demo: 'अभ्यास',
    demoMeaning: 'यह अभ्यास का डेटा है। इसमें कोई असली मरीज़ नहीं है।',
    demoClock: 'अभ्यास की घड़ी',
    demoClockMeaning: 'घड़ी अभ्यास के समय पर है, असली समय नहीं दिखाती।',
    lost: 'संपर्क टूट गया',
    lostMeaning: 'ऐप से जवाब नहीं मिल रहा। फिर से कोशिश हो रही है…',
    training: 'प्रशिक्षण',
    trainingMeaning: 'प्रशिक्षण: अभ्यास का डेटा, और घड़ी हाथ से आगे बढ़ाई जाती है।',
  },

  link: {
    lost: '{{time}} पर संपर्क टूट गया। यह उसी समय की स्थिति है। फिर से कोशिश हो रही है…',
  },

  error: {
    code: {
      INVALID_INPUT: 'कृपया जो लिखा है उसे जाँच लें।',
      NOT_FOUND: 'यह नहीं मिला।',
      CONFLICT: 'यह अभी नहीं हो सकता।',
      TOO_EARLY: 'इसके लिए अभी जल्दी है।',
      DUPLICATE_TOKEN: 'इस मरीज़ का इस डॉक्टर के लिए टोकन पहले से है।',
      FORBIDDEN: 'यहाँ इसकी अनुमति नहीं है।',
      UNAVAILABLE: 'ऐप से जवाब नहीं मिला। कृपया फिर से कोशिश करें।',
      INTERNAL: 'कुछ गड़बड़ हुई। कृपया फिर से कोशिश करें।',
    },
    noAnswer: 'ऐप से जवाब नहीं मिला। कृपया फिर से कोशिश करें।',
    reference: '{{message}} (संदर्भ {{reference}})',
    crashed: 'इस स्क्रीन में कुछ गड़बड़ हुई',
    crashedText: 'जो सहेजा गया था, वह सुरक्षित है। स्क्रीन फिर से शुरू करें।',
    restart: 'फिर से शुरू करें',
  },
} as const;
