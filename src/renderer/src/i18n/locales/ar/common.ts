/** What a phone number is, said at the desk as at the kiosk. */
export const phoneRule = 'رقم الجوال مكوّن من 10 أرقام؛ والأرقام الأخرى من 7 إلى 15 رقمًا.';

export const common = {
  appName: 'OPD Tokens',
  loading: 'لحظة من فضلك…',
  undo: 'تراجع',
  dismiss: 'إغلاق الرسالة',
  room: 'غرفة {{room}}',
  noRoom: 'اسأل عن رقم الغرفة في الاستقبال',
  times: '× {{n}}',
  seatsUsed: 'تم حجز {{used}} من {{capacity}} من الأماكن',
  overflowUsed: 'تم حجز {{used}} من {{seats}} من أماكن الطوارئ',

  wait: {
    range: 'من {{from}} إلى {{to}} دقيقة تقريبًا',
    about: 'حوالي {{minutes}} دقيقة',
    clock: 'حوالي {{range}}',
    soon: 'بضع دقائق',
    /** Where many stand side by side. */
    minutes: '{{minutes}} دقيقة',
    minuteRange: '{{from}}–{{to}} دقيقة',
    maybe: '{{wait}}؛ قد لا يكفي وقت اليوم',
    notEnough: 'قد لا يكفي وقت اليوم',
    /** Where there is room for little. */
    maybeNotToday: 'ربما ليس اليوم',
  },

  /** Where today may not be enough. */
  otherwise: {
    hoursOver: 'انتهت ساعات عمل الطبيب اليوم.',
    notEnough: 'قد لا يكفي وقت اليوم للجميع.',
    nextDay: 'أقرب موعد متاح: {{day}}، {{slot}}',
    doctor: 'لدى {{doctor}} موعد متاح اليوم: {{slot}}',
  },

  /** R27: with which other doctor a patient is on the same day. */
  alsoWith: {
    also: 'لديك أيضًا {{doctor}}، {{when}}: {{number}}',
    today: 'اليوم {{number}} لدى {{doctor}}، {{when}}',
    onList: 'على قائمة الانتظار',
  },

  pay: {
    atDesk: 'يرجى دفع {{amount}} عند الاستقبال.',
    way: { cash: 'نقدًا', upi: 'عبر UPI', card: 'بطاقة', waived: 'بلا رسوم' },
  },
  source: {
    emergency: 'طوارئ',
    paid: 'زيارة مدفوعة',
    follow_up: 'مراجعة',
    walk_in: 'بدون موعد',
    online: 'حجز إلكتروني',
  },
  stage: {
    booked: 'لم يحضر بعد',
    checked_in: 'حاضر',
    called: 'تم النداء',
    in_consultation: 'داخل الغرفة',
    on_hold: 'مؤجَّل',
  },

  chip: {
    clock: 'الساعة غير صحيحة',
    clockMeaning: 'ساعة التطبيق مضبوطة يدويًا ولا تعرض الوقت الحقيقي.',
    lost: 'انقطع الاتصال',
    lostMeaning: 'التطبيق لا يستجيب. تجري المحاولة من جديد…',
  },
  /** The banner of a practice day. */
  practice: {
    name: 'تدريب',
    text: 'لا أحد هنا مريض حقيقي، والساعة للتدريب أيضًا.',
    leave: 'الخروج من التدريب',
  },

  printProblem: {
    no_printer: 'لا توجد طابعة معدّة',
    printer_gone: 'لم تعد هذه الطابعة معدّة على هذا الجهاز',
    refused: 'لم تقبل الطابعة القسيمة',
    offline: 'الطابعة لا تستجيب',
    paper_out: 'نفد الورق من الطابعة',
    cover_open: 'غطاء الطابعة مفتوح',
    printer_error: 'في الطابعة عطل',
    stalled: 'توقفت الطابعة في منتصف العمل',
    cut_off: 'انقطع الاتصال بالطابعة',
    disk_full: 'القرص ممتلئ',
    folder_denied: 'لا يمكن الكتابة في مجلد القسائم',
    device_missing: 'الطابعة غير موصولة',
    device_denied: 'لا يسمح هذا الجهاز للتطبيق باستخدام الطابعة',
    not_a_device: 'ما تم اختياره ليس طابعة',
    bad_paper: 'القسيمة لا تناسب هذا الورق',
    not_rendered: 'تعذّر إعداد القسيمة',
    interrupted: 'توقف التطبيق أثناء طباعة القسيمة',
    outdated: 'انقضى يومها قبل أن تُطبع',
    queue_stopped: 'قائمة الطابعة على هذا الحاسوب متوقفة',
    queue_closed: 'قائمة الطابعة على هذا الحاسوب لا تقبل القسائم',
    job_held: 'القسيمة معلقة في قائمة الطابعة على هذا الحاسوب',
    queue_slow: 'القسيمة في قائمة الطابعة ولا تخرج',
    not_in_queue: 'قائمة الطابعة لا تعرف هذه القسيمة',
    queue_dropped: 'أزيلت القسيمة من قائمة الطابعة',
  },
  link: {
    lost: 'انقطع الاتصال في {{time}}. هذه هي الحالة في ذلك الوقت. تجري المحاولة من جديد…',
    found: 'تغيّر عنوان حاسوب الاستقبال. افتحه من هنا ووصِّل هذا الجهاز برمز جديد:',
  },

  leave: {
    text: 'للموظفين فقط. يرجى إدخال الرقم السري.',
    pin: 'الرقم السري',
    wrong: 'الرقم السري غير صحيح.',
    paused: 'محاولات خاطئة كثيرة. يرجى الانتظار {{minutes}} دقيقة.',
    initials: 'الأحرف الأولى',
    person: 'للموظفين فقط. أدخل أحرف اسمك الأولى ورمز PIN.',
    wrongPerson: 'هذه الأحرف وهذا الرمز لا يتطابقان.',
    notYours: 'دورك لا يسمح بإغلاق هذه الشاشة.',
    staff: 'لم يُختر رمز PIN بعد. يغلق الموظفون هذه الشاشة من قائمة نافذة أخرى.',
    practice: 'هذا تدريب: لا حاجة إلى رمز.',
  },

  scan: {
    aadhaar: 'هذا رمز آدهار. لم يُقرأ منه شيء ولم يُحفظ. استخدم القسيمة أو بطاقة ABHA.',
    cut: 'قُرئ جزء من الرمز فقط. يرجى مسحه مرة أخرى.',
    unknown: 'هذا الرمز غير معروف هنا.',
    facility: 'هذا الرمز لهواتف المرضى أنفسهم.',
    card: 'مُلئت البيانات من البطاقة. يرجى التحقق من صحتها.',
    atDesk: 'هذه البطاقة لمكتب الاستقبال. هنا يرجى كتابة اسمك ورقم هاتفك.',
  },

  error: {
    code: {
      INVALID_INPUT: 'يرجى التحقق مما كتبته.',
      NOT_FOUND: 'لم يُعثر على المطلوب.',
      CONFLICT: 'لا يمكن ذلك الآن.',
      TOO_EARLY: 'ما زال الوقت مبكرًا لذلك.',
      DUPLICATE_TOKEN: 'لدى هذا المريض رقم سابق عند هذا الطبيب.',
      FORBIDDEN: 'هذا غير مسموح به هنا.',
      UNAVAILABLE: 'لم يستجب التطبيق. يرجى المحاولة مرة أخرى.',
      INTERNAL: 'حدث خطأ. يرجى المحاولة مرة أخرى.',
    },
    noAnswer: 'لم يستجب التطبيق. يرجى المحاولة مرة أخرى.',
    reference: '{{message}} (المرجع {{reference}})',
    away: 'الحاسوب الذي يحفظ بيانات العيادة لا يستجيب',
    awayText: 'هل هو يعمل، وهل هذا الحاسوب متصل بالشبكة؟ ستعود هذه الشاشة من تلقاء نفسها.',
    crashed: 'حدث خطأ في هذه الشاشة',
    crashedText: 'كل ما تم حفظه موجود. أعد تشغيل الشاشة.',
    restart: 'إعادة التشغيل',
  },
} as const;
