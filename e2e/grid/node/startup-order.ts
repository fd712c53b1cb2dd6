import type { Workload, WorkloadType } from '#domain/workloads/workload.ts'
import { capacity } from '#domain/workloads/workload.ts'

/** Source: zos cmds/modules/provisiond/main.go WithStartupOrder */
const first: WorkloadType[] = ['zmount', 'volume', 'qsfs', 'network', 'ipv4', 'ip', 'zmachine', 'zlogs']
const rest: WorkloadType[] = ['zdb', 'network-light', 'zmachine-light', 'gateway-name-proxy', 'gateway-fqdn-proxy']

/**
 * In which order a node installs types. Those that it does not name come last, in an order that is another on each node
 * and after each start: Go walks a map.
 *
 * Source: zosbase pkg/provision/engine.go withStartupOrder
 */
export class StartupOrder {
  readonly #types = [...first, ...rest.toSorted(() => Math.random() - 0.5)]

  /** Of one type in the order they came. */
  byType<W extends Workload>(workloads: readonly W[]): W[] {
    return workloads.toSorted((a, b) => this.#rank(a) - this.#rank(b))
  }

  /** Of a whole deployment: the largest disk, and the largest folder, is first. */
  bySize<W extends Workload>(workloads: readonly W[]): W[] {
    const size = (one: W) => (one.type === 'zmount' || one.type === 'volume' ? capacity(one).sru : 0)
    return workloads.toSorted((a, b) => this.#rank(a) - this.#rank(b) || size(b) - size(a))
  }

  #rank({ type }: Workload): number {
    return this.#types.indexOf(type)
  }
}
