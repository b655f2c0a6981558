export const message = {
  displaced:
    '{{clinic}}: {{doctor}} से {{day}} का आपका समय बदलकर {{time}} हो गया है। टोकन {{number}}। असुविधा के लिए क्षमा करें।',
  displacedToList:
    '{{clinic}}: {{doctor}} से {{day}} का आपका समय अब खाली नहीं है। आप प्रतीक्षा सूची में हैं। टोकन {{number}}। असुविधा के लिए क्षमा करें।',
  promoted: '{{clinic}}: {{doctor}} से आपको समय मिल गया है: {{day}}, {{time}}। टोकन {{number}}।',
  late: '{{clinic}}: {{day}} को {{doctor}} लगभग {{minutes}} मिनट देर से आएँगे। आपका समय {{time}} था। टोकन {{number}}।',
  cancelled: '{{clinic}}: {{doctor}} से {{day}} का आपका टोकन {{number}} रद्द हो गया है। कृपया हमें फ़ोन करें।',
};
