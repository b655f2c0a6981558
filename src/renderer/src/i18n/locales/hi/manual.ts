export const manual = {
  title: 'मदद की किताब',
  close: 'मदद की किताब बंद करें',
  search: 'किताब में खोजें',
  found: 'किताब में मिला',
  nothing: 'इस बारे में कुछ नहीं मिला। कोई और शब्द लिखें।',
  pages: 'पन्ने',
  back: 'पीछे',
  print: 'यह पन्ना छापें',
} as const;
