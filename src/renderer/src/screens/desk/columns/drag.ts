/** What a dragged token is to react-aria: another app's text or files can never be dropped on a slot. */
export const TOKEN_TYPE = 'application/x-opd-token';
