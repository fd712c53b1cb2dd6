/** Does one job after the other, in the order they came. */
export class Queue {
  #last: Promise<void> = Promise.resolve()

  add(job: () => Promise<void>): void {
    this.#last = this.#last.then(job)
  }

  /** Resolves once nothing is left to do. */
  async empty(): Promise<void> {
    const last = this.#last
    await last
    if (last !== this.#last) await this.empty()
  }
}
