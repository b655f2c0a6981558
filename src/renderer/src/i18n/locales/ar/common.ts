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
    hours: 'من {{from}} إلى {{to}} ساعة تقريبًا',
    soon: 'بضع دقائق',
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
    demo: 'تجريبي',
    demoMeaning: 'هذه بيانات للتدريب، ولا تخص مرضى حقيقيين.',
    demoClock: 'ساعة تجريبية',
    demoClockMeaning: 'الساعة مضبوطة على وقت التدريب ولا تعرض الوقت الحقيقي.',
    lost: 'انقطع الاتصال',
    lostMeaning: 'التطبيق لا يستجيب. تجري المحاولة من جديد…',
    training: 'تدريب',
    trainingMeaning: 'تدريب: بيانات للتمرّن، وساعة تُقدَّم يدويًا.',
  },

  link: {
    lost: 'انقطع الاتصال في {{time}}. هذه هي الحالة في ذلك الوقت. تجري المحاولة من جديد…',
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
    crashed: 'حدث خطأ في هذه الشاشة',
    crashedText: 'كل ما تم حفظه موجود. أعد تشغيل الشاشة.',
    restart: 'إعادة التشغيل',
  },
} as const;
