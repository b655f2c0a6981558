export const deviceCalls = {} as const;
