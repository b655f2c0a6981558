/** Formulas of queueing theory that the simulated engine must meet. Times in one unit, whatever it is. */

/** Service in a single-server queue: its mean, coefficient of variation, and the load that the server carries. */
export interface Service {
  readonly mean: number;
  readonly variation: number;
  readonly load: number;
}

/** The mean residual work met in service: W₀ = λE[S²]/2. */
export function residualWork({ mean, variation, load }: Service): number {
  return (load * mean * (1 + variation ** 2)) / 2;
}

/** Mean wait in M/G/1, first come first served (Pollaczek 1930, Khinchine 1932). */
export function firstComeWait(service: Service): number {
  return residualWork(service) / (1 - service.load);
}

/**
 * Mean waits by class in M/G/1 under strict non-preemptive priority, best class first, all with the same service
 * (Cobham, "Priority assignment in waiting line problems", Operations Research 2, 1954):
 * W_k = W₀ / ((1 − σ_{k−1})(1 − σ_k)), σ_k the load of the classes up to k.
 */
export function priorityWaits(service: Service, shares: readonly number[]): number[] {
  let above = 0;
  return shares.map((share) => {
    const upTo = above + share * service.load;
    const wait = residualWork(service) / ((1 - above) * (1 - upTo));
    above = upTo;
    return wait;
  });
}

/**
 * What no order of service that ignores the lengths can change: Σ ρ_k W_k = ρW₀/(1 − ρ) (Kleinrock, "A conservation
 * law for a wide class of queueing disciplines", Naval Research Logistics Quarterly 12, 1965).
 */
export function conservedWait(service: Service): number {
  return service.load * firstComeWait(service);
}

/** Mean wait in M/M/c in units of the mean service (Erlang C, 1917); `load` a server. */
export function pooledWait(servers: number, load: number): number {
  const offered = servers * load;
  let blocked = 1;
  for (let server = 1; server <= servers; server += 1) {
    blocked = (offered * blocked) / (server + offered * blocked);
  }
  const waits = blocked / (1 - load * (1 - blocked));
  return waits / (servers * (1 - load));
}
