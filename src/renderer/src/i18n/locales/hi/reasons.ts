import type { reasons as english } from '../en/reasons';

export const reasons: typeof english = {
  why: 'क्यों?',
  words: 'और कुछ लिखना हो तो',
  missing: 'कृपया एक कारण चुनें।',
  choose: 'कारण',
};
