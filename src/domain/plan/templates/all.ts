import type { Template } from '../template.ts'
import { vm } from './vm.ts'

/** Every way to begin, in the order of the screen. One more is one file and one name here. */
export const templates: readonly Template[] = [vm]

export const templateOf = (id: string): Template | undefined => templates.find((one) => one.id === id)
