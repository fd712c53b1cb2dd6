/** What a relay counts of itself, with the words of the real one. Source: rmb-rs src/relay/{switch,federation}/mod.rs 15f2092 */
const counters = {
  relay_message_rx: 'number of messages received by relay',
  relay_message_rx_bytes: 'size of messages received by relay in bytes',
  relay_message_tx: 'number of messages forwarded by relay',
  relay_message_tx_bytes: 'size of messages forwarded by relay in bytes',
  relay_session_evictions_total: 'Total number of session evictions from the relay, labeled by reason',
  federation_message_success: 'number of messages send successfully via federation',
  federation_message_error: 'number of messages that failed to send via federation',
} as const

type Counter = keyof typeof counters

export class Metrics {
  readonly #counted = new Map<Counter, Map<string, number>>()

  /** `label` is as Prometheus writes it: `{relay="127.0.0.2"}`. */
  add(counter: Counter, by = 1, label = ''): void {
    let counted = this.#counted.get(counter)
    if (!counted) this.#counted.set(counter, (counted = new Map<string, number>()))
    counted.set(label, (counted.get(label) ?? 0) + by)
  }

  /** As Prometheus reads it, with the gauge of those connected: one worker serves them all. */
  toText(connected: number): string {
    const shown = [...this.#counted].sort(([a], [b]) => a.localeCompare(b))
    return [
      family('relay_worker_connections', 'number of connections handled by this worker', 'gauge', [
        ['{worker="0"}', connected],
      ]),
      ...shown.map(([counter, counted]) => family(counter, counters[counter], 'counter', [...counted])),
    ].join('')
  }
}

const family = (name: string, help: string, kind: string, samples: [label: string, value: number][]): string =>
  [`# HELP ${name} ${help}`, `# TYPE ${name} ${kind}`, ...samples.map(([label, n]) => `${name}${label} ${n}`), ''].join(
    '\n',
  )
