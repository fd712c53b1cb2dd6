import { spotText, type Spot } from '#domain/plan/plan.ts'

/** Where workloads are shown, each once: the list, the graph under it, and the graph in large. */
export type Where = 'list' | 'graph' | 'large'

/** What makes an element the one of a workload. */
export const spotMark = (at: Spot, where: Where) => ({ 'data-spot': spotText(at), 'data-where': where })

/** Moves the keyboard to a workload once it is drawn; a dialog that closes has given the focus back by then. */
export function focusSpot(at: Spot, where: Where) {
  setTimeout(() => {
    const marked = `[data-spot="${spotText(at)}"][data-where="${where}"]`
    document.querySelector<HTMLElement>(marked)?.focus()
  }, 50)
}

/** For a field that a press brought up: what stands in it is chosen, to be typed over. Its `ref`. */
export function takeFocus(input: HTMLInputElement | null) {
  input?.focus()
  input?.select()
}
