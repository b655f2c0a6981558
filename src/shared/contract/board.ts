export const boardCalls = {} as const;
