/** What a phone number is, said at the desk as at the kiosk. */
export const phoneRule = 'मोबाइल नंबर में 10 अंक होते हैं; दूसरे नंबरों में 7 से 15।';

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
    clock: 'करीब {{range}}',
    soon: 'कुछ ही मिनट',
    /** Where many stand side by side. */
    minutes: '{{minutes}} मिनट',
    minuteRange: '{{from}}–{{to}} मिनट',
    maybe: '{{wait}}; आज समय कम पड़ सकता है',
    notEnough: 'आज समय कम पड़ सकता है',
    /** Where there is room for little. */
    maybeNotToday: 'शायद आज नहीं',
  },

  /** Where today may not be enough. */
  otherwise: {
    hoursOver: 'आज डॉक्टर का समय समाप्त हो गया है।',
    notEnough: 'आज सबके लिए समय कम पड़ सकता है।',
    nextDay: 'अगला ख़ाली समय: {{day}}, {{slot}}',
    doctor: '{{doctor}} के पास आज समय है: {{slot}}',
  },

  /** R27: with which other doctor a patient is on the same day. */
  alsoWith: {
    also: '{{doctor}} के पास भी, {{when}}: {{number}}',
    today: 'आज {{number}}, {{doctor}} के पास, {{when}}',
    onList: 'प्रतीक्षा सूची में',
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
    clock: 'घड़ी सही नहीं',
    clockMeaning: 'ऐप की घड़ी हाथ से बदली गई है और असली समय नहीं दिखाती।',
    lost: 'संपर्क टूट गया',
    lostMeaning: 'ऐप से जवाब नहीं मिल रहा। फिर से कोशिश हो रही है…',
  },
  /** The banner of a practice day. */
  practice: {
    name: 'अभ्यास',
    text: 'यहाँ कोई मरीज़ असली नहीं है। घड़ी भी अभ्यास की है; क्लिनिक का अपना डेटा जैसा था वैसा ही रहता है।',
    leave: 'अभ्यास से बाहर जाएँ',
  },

  printProblem: {
    no_printer: 'कोई प्रिंटर नहीं जोड़ा गया है',
    printer_gone: 'यह प्रिंटर अब इस कंप्यूटर पर नहीं है',
    refused: 'प्रिंटर ने पर्ची नहीं ली',
    offline: 'प्रिंटर जवाब नहीं दे रहा',
    paper_out: 'प्रिंटर में कागज़ नहीं है',
    cover_open: 'प्रिंटर का ढक्कन खुला है',
    printer_error: 'प्रिंटर में कोई ख़राबी है',
    stalled: 'प्रिंटर बीच में रुक गया',
    cut_off: 'प्रिंटर से संपर्क टूट गया',
    disk_full: 'डिस्क भर गई है',
    folder_denied: 'पर्चियों के फ़ोल्डर में लिखा नहीं जा सकता',
    device_missing: 'प्रिंटर लगा हुआ नहीं है',
    device_denied: 'यह कंप्यूटर प्रिंटर इस्तेमाल नहीं करने दे रहा',
    not_a_device: 'जो चुना गया है वह प्रिंटर नहीं है',
    bad_paper: 'पर्ची इस कागज़ पर नहीं आती',
    not_rendered: 'पर्ची तैयार नहीं हो सकी',
    interrupted: 'पर्ची छपते समय ऐप रुक गया',
    outdated: 'छपने से पहले उसका दिन बीत गया',
    queue_stopped: 'इस कंप्यूटर पर प्रिंटर की कतार रुकी है',
    queue_closed: 'इस कंप्यूटर पर प्रिंटर की कतार पर्ची नहीं लेती',
    job_held: 'पर्ची इस कंप्यूटर की प्रिंटर-कतार में रोकी हुई है',
    queue_slow: 'पर्ची प्रिंटर की कतार में है और बाहर नहीं आ रही',
    not_in_queue: 'प्रिंटर की कतार में यह पर्ची नहीं है',
    queue_dropped: 'पर्ची प्रिंटर की कतार से हटा दी गई',
  },
  link: {
    lost: '{{time}} पर संपर्क टूट गया। यह उसी समय की स्थिति है। फिर से कोशिश हो रही है…',
    found: 'रिसेप्शन पीसी का पता बदल गया है। उसे यहाँ खोलें और इस डिवाइस को नए कोड से जोड़ें:',
  },

  leave: {
    text: 'सिर्फ़ कर्मचारियों के लिए। कृपया PIN डालें।',
    pin: 'PIN',
    wrong: 'यह PIN सही नहीं है।',
    paused: 'कई बार गलत PIN डाला गया। कृपया {{minutes}} मिनट रुकें।',
    initials: 'नाम के अक्षर',
    person: 'सिर्फ़ कर्मचारियों के लिए। कृपया अपने नाम के अक्षर और PIN डालें।',
    wrongPerson: 'ये अक्षर और यह PIN एक साथ सही नहीं हैं।',
    notYours: 'आपकी भूमिका यह स्क्रीन बंद नहीं कर सकती।',
    staff: 'अभी तक कोई PIN नहीं चुना गया। कर्मचारी इसे दूसरी विंडो के मेनू से बंद करें।',
    practice: 'यह अभ्यास है: PIN की ज़रूरत नहीं।',
  },

  scan: {
    aadhaar: 'यह आधार का कोड है। इसमें से कुछ भी पढ़ा या रखा नहीं गया। पर्ची या ABHA कार्ड स्कैन करें।',
    cut: 'कोड अधूरा पढ़ा गया। कृपया फिर से स्कैन करें।',
    unknown: 'यह कोड यहाँ पहचाना नहीं गया।',
    facility: 'यह कोड मरीज़ों के अपने फ़ोन के लिए है।',
    card: 'कार्ड से भरा गया। कृपया जाँच लें कि सही है।',
    atDesk: 'यह कार्ड रिसेप्शन के लिए है। यहाँ कृपया अपना नाम और फ़ोन नंबर लिखें।',
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
