/**
 * Without what the register knows of the patients of these tokens: whoever stands at a kiosk, or asks a booking site, may have given
 * another's name and phone. A site is not told either whom else they see, nor who they are in the register.
 */
export function withoutRegister(value: unknown, isSite: boolean): unknown {
  if (Array.isArray(value)) return value.map((one) => withoutRegister(one, isSite));
  if (typeof value !== 'object' || value === null) return value;
  if ('precedenceFrom' in value) {
    const isKnown = value.precedenceFrom === 'register';
    return {
      ...value,
      followUp: null,
      ...(isKnown && { precedence: null, precedenceFrom: null }),
      ...(isSite && { patientId: null }),
    };
  }
  if (!('token' in value)) return value;
  const told = { ...value, token: withoutRegister(value.token, isSite) };
  return isSite && 'alsoWith' in value ? { ...told, alsoWith: [] } : told;
}
