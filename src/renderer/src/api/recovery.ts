import type { RecoveryCallName, RecoveryInput, RecoveryOutput } from '../../../shared/contract/recovery';
import { fail, type Result } from '../../../shared/result';
import { i18n } from '../i18n';

/** Asks main while the clinic’s data are not open: see `recoveryCalls`. */
export async function askRecovery<N extends RecoveryCallName>(
  name: N,
  input: RecoveryInput<N>,
): Promise<Result<RecoveryOutput<N>>> {
  try {
    const answer = await window.api?.call(name, input);
    return answer ?? fail('UNAVAILABLE', i18n.t('error.noAnswer'));
  } catch (cause) {
    console.error(`${name} did not come back`, cause);
    return fail('UNAVAILABLE', i18n.t('error.noAnswer'));
  }
}
