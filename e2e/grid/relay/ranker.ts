// Source: rmb-rs src/bins/rmb-relay.rs `ranker_period` 15f2092
const rememberedMs = 3_600_000

/** Which relays are worth trying first: those that failed least in the last hour. Source: rmb-rs src/relay/ranker/mod.rs 15f2092 */
export class Ranker {
  readonly #failures = new Map<string, number[]>()

  downvote(domain: string): void {
    this.#failures.set(domain, [...this.#recent(domain), Date.now()])
  }

  /** Relays that failed equally often come in any order. */
  ranked(domains: string[]): string[] {
    return domains
      .map((domain) => ({ domain, failures: this.#recent(domain).length, chance: Math.random() }))
      .sort((a, b) => a.failures - b.failures || a.chance - b.chance)
      .map(({ domain }) => domain)
  }

  #recent(domain: string): number[] {
    const since = Date.now() - rememberedMs
    return (this.#failures.get(domain) ?? []).filter((atMs) => atMs > since)
  }
}
