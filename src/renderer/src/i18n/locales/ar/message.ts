export const message = {
  displaced:
    '{{clinic}}: تغيّر موعدك مع {{doctor}} يوم {{day}} إلى {{time}}. رقم الدور {{number}}. نعتذر عن الإزعاج.',
  displacedToList:
    '{{clinic}}: موعدك مع {{doctor}} يوم {{day}} لم يعد متاحًا. أنت الآن في قائمة الانتظار. رقم الدور {{number}}. نعتذر عن الإزعاج.',
  promoted: '{{clinic}}: أصبح لديك موعد مع {{doctor}}: {{day}}، {{time}}. رقم الدور {{number}}.',
  late: '{{clinic}}: سيتأخر {{doctor}} نحو {{minutes}} دقيقة يوم {{day}}. كان موعدك {{time}}. رقم الدور {{number}}.',
  cancelled: '{{clinic}}: أُلغي دورك {{number}} مع {{doctor}} يوم {{day}}. يرجى الاتصال بنا.',
};
